import { codeList } from '../code-list.ts';

export const employmentStatus = codeList(
  'employment_status',
  { zh: '就业身份', en: 'Status in employment' },
  [
    ['employee', '雇员', 'Employee'],
    ['employer', '雇主', 'Employer'],
    ['own_account', '自营劳动者', 'Own-account worker'],
    ['family_worker', '家庭帮工', 'Contributing family worker'],
    ['other', '其他', 'Other'],
  ],
  { standard: 'ICSE-93 1, 2, 3, 5' },
);

export const contract = codeList('contract', { zh: '劳动合同', en: 'Labour contract' }, [
  ['fixed_term', '有固定期限', 'Fixed term'],
  ['open_ended', '无固定期限', 'Open-ended'],
  ['one_job', '完成一次性工作任务', 'For one job'],
  ['probation', '试用期', 'Probation'],
  ['none', '未签订', 'None signed'],
  ['not_sure', '不清楚', 'Not sure'],
  ['other', '其他', 'Other'],
]);

export const industry = codeList(
  'industry',
  { zh: '行业', en: 'Industry' },
  [
    ['A', '农林牧渔', 'Agriculture'],
    ['B', '采矿', 'Mining'],
    ['C', '制造', 'Manufacturing'],
    ['D', '电热燃水', 'Electricity, heat, gas, water'],
    ['E', '建筑', 'Construction'],
    ['F', '批发零售', 'Wholesale and retail'],
    ['G', '交通运输仓储邮政', 'Transport, storage, post'],
    ['H', '住宿餐饮', 'Accommodation and catering'],
    ['I', '信息传输软件信息技术', 'Information and software'],
    ['J', '金融', 'Finance'],
    ['K', '房地产', 'Real estate'],
    ['L', '租赁商务服务', 'Leasing and business services'],
    ['M', '科研技术服务', 'Scientific and technical services'],
    ['N', '水利环境公共设施', 'Water, environment, public facilities'],
    ['O', '居民服务修理其他', 'Household services and repair'],
    ['P', '教育', 'Education'],
    ['Q', '卫生社会工作', 'Health and social work'],
    ['R', '文化体育娱乐', 'Culture, sport, entertainment'],
    ['S', '公共管理社会保障', 'Public administration'],
    ['T', '国际组织', 'International organisations'],
  ],
  { standard: 'GB/T 4754-2011 sections' },
);

export const fiveInsurances = codeList('five_insurances', { zh: '五险参保情况', en: 'The five insurances' }, [
  ['all', '五险齐全', 'All five'],
  ['some', '部分参加', 'Some'],
  ['none', '均未参加', 'None'],
]);

export const employerType = codeList('employer_type', { zh: '就业单位性质', en: 'Type of employer' }, [
  ['government', '机关事业单位', 'Government or public institution'],
  ['state_owned', '国有及国有控股企业', 'State-owned enterprise'],
  ['collective', '集体企业', 'Collective enterprise'],
  ['joint_stock', '股份/联营企业', 'Joint-stock or associated enterprise'],
  ['household_business', '个体工商户', 'Household business'],
  ['private', '私营企业', 'Private enterprise'],
  ['overseas', '港澳台及外资、合资企业', 'Overseas-funded or joint venture'],
  ['social_organisation', '社团/民办组织', 'Social organisation'],
  ['land_contractor', '土地承包者', 'Land contractor'],
  ['other', '其他', 'Other'],
  ['none', '无单位', 'No employer'],
]);

export const occupation = codeList('occupation', { zh: '职业', en: 'Occupation' }, [
  ['10', '国家机关、党群组织、企事业单位负责人', 'Heads of organisations'],
  ['20', '专业技术人员', 'Professionals and technicians'],
  ['30', '公务员、办事人员', 'Civil servants and clerks'],
  ['41', '经商', 'Traders'],
  ['42', '商贩', 'Street vendors'],
  ['43', '餐饮', 'Catering'],
  ['44', '家政', 'Domestic work'],
  ['45', '保洁', 'Cleaning'],
  ['46', '保安', 'Security guards'],
  ['47', '装修', 'Decoration and fitting'],
  ['48', '快递', 'Couriers'],
  ['49', '其他商业、服务业人员', 'Other trade and services'],
  ['50', '农林牧渔水利生产人员', 'Agriculture and water'],
  ['61', '生产', 'Production'],
  ['62', '运输', 'Transport'],
  ['63', '建筑', 'Construction'],
  ['64', '其他生产、运输设备操作人员', 'Other production and transport'],
  ['70', '无固定职业', 'No fixed occupation'],
  ['80', '其他', 'Other'],
]);
