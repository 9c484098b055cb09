import { codeList } from '../code-list.ts';

const recalled = { source: 'recalled: the answers were read in no source' };

export const reasonNotWorking = codeList(
  'reason_not_working',
  { zh: '未工作原因', en: 'Reason for not working' },
  [
    ['studying', '学习培训', 'Studying'],
    ['care_for_family', '料理家务/带孩子', 'Caring for family or home'],
    ['pregnant', '怀孕或哺乳', 'Pregnant or nursing'],
    ['lost_job', '单位原因失去工作', 'Lost the job'],
    ['left_job', '本人原因离开', 'Left the job'],
    ['disabled', '丧失劳动能力', 'Unable to work'],
    ['retired', '退休', 'Retired'],
    ['cannot_find', '没找到工作', 'Found no work'],
    ['does_not_want', '不想工作', 'Does not want to work'],
    ['other', '其他', 'Other'],
  ],
  recalled,
);

export const jobChannel = codeList('job_channel', { zh: '找工作途径', en: 'How the job was found' }, [
  ['public_service', '公共就业服务机构', 'Public employment service'],
  ['private_agency', '私营职业中介', 'Private agency'],
  ['labour_dispatch', '劳务派遣公司', 'Dispatch company'],
  ['kin_or_friends', '家人/亲戚/同乡/朋友', 'Family, kin, friends'],
  ['school', '学校/培训机构', 'School or training provider'],
  ['online', '互联网', 'Online'],
  ['job_fair', '招聘会', 'Job fair'],
  ['direct', '自己上门或看招工启事', 'Directly with the employer'],
  ['own_business', '自主创业', 'Own business'],
  ['other', '其他', 'Other'],
]);

export const pensionKind = codeList(
  'pension_kind',
  { zh: '养老保险种类', en: 'Kind of pension' },
  [
    ['urban_employee', '城镇职工基本养老保险', 'Urban employee pension'],
    ['resident', '城乡居民（新农保、城居保）养老保险', 'Resident pension'],
    ['government', '机关事业单位离退休', 'Government pension'],
    ['both', '职工与居民养老保险都参加', 'Employee and resident pension'],
    ['not_sure', '不清楚', 'Not sure'],
  ],
  recalled,
);

export const payBasis = codeList('pay_basis', { zh: '计酬方式', en: 'Basis of pay' }, [
  ['month', '按月', 'Monthly'],
  ['day', '按日', 'Daily'],
  ['hour', '按小时', 'Hourly'],
  ['piece', '计件', 'By piece'],
  ['commission', '提成', 'Commission'],
  ['job', '按工程/项目', 'By job'],
  ['other', '其他', 'Other'],
]);

export const contractHolder = codeList('contract_holder', { zh: '合同保管', en: 'Who keeps the contract' }, [
  ['both', '双方各持一份', 'Both, a copy each'],
  ['employer', '只有单位持有', 'The employer alone'],
  ['worker', '只有本人持有', 'The worker alone'],
  ['agency', '中介或派遣公司', 'An agency'],
  ['not_sure', '不清楚', 'Not sure'],
]);

export const overtimePay = codeList('overtime_pay', { zh: '加班报酬', en: 'Pay for overtime' }, [
  ['at_legal_rate', '按法定标准支付', 'Paid at the legal rate'],
  ['at_lower_rate', '支付但低于法定标准', 'Paid at a lower rate'],
  ['time_off', '调休', 'Time off instead'],
  ['unpaid', '没有报酬', 'Not paid'],
  ['not_sure', '不清楚', 'Not sure'],
]);

export const whoPays = codeList('who_pays', { zh: '费用承担', en: 'Who pays' }, [
  ['employer', '单位', 'Employer'],
  ['worker', '本人', 'The worker'],
  ['both', '单位和本人', 'Employer and worker'],
  ['insurance', '保险', 'Insurance'],
  ['government', '政府', 'Government'],
  ['nobody', '没有人承担', 'Nobody'],
  ['not_sure', '不清楚', 'Not sure'],
]);

export const reasonNotInsured = codeList(
  'reason_not_insured',
  { zh: '未参保原因', en: 'Reason for not being insured' },
  [
    ['employer_did_not', '单位没有办理', 'The employer did not enrol'],
    ['too_expensive', '缴费太高', 'Contributions too high'],
    ['not_portable', '换地方后难以转移', 'Cannot be taken along'],
    ['insured_at_home', '已在老家参保', 'Insured at the hukou place'],
    ['no_contract', '没有劳动合同', 'No labour contract'],
    ['not_needed', '觉得没有必要', 'Not needed'],
    ['did_not_know', '不知道有此保险', 'Did not know of it'],
    ['procedure', '手续复杂', 'Procedure too complicated'],
    ['other', '其他', 'Other'],
  ],
);

export const disputeSettlement = codeList(
  'dispute_settlement',
  { zh: '解决方式', en: 'How it was settled' },
  [
    ['negotiation', '与单位协商', 'Negotiation with the employer'],
    ['inspection', '劳动监察', 'Labour inspection'],
    ['arbitration', '劳动仲裁', 'Arbitration'],
    ['court', '法院', 'Court'],
    ['union', '工会', 'Trade union'],
    ['legal_aid', '法律援助', 'Legal aid'],
    ['did_nothing', '没有采取行动', 'Did nothing'],
    ['other', '其他', 'Other'],
  ],
);

export const trainingKind = codeList('training_kind', { zh: '培训类型', en: 'Kind of training' }, [
  ['vocational', '职业技能', 'Vocational skills'],
  ['pre_employment', '就业前引导', 'Pre-employment guidance'],
  ['safety', '安全生产', 'Work safety'],
  ['start_up', '创业', 'Starting a business'],
  ['life_skills', '生活技能', 'Life skills'],
  ['farming', '农业技术', 'Farming'],
  ['other', '其他', 'Other'],
]);

export const trainingTopic = codeList('training_topic', { zh: '培训内容', en: 'Training topic' }, [
  ['machine_operation', '机械操作与电工焊工', 'Machines, electrician, welder'],
  ['construction', '建筑', 'Construction'],
  ['garment', '服装', 'Garments'],
  ['electronics', '电子', 'Electronics'],
  ['catering', '餐饮', 'Catering'],
  ['domestic_work', '家政与护理', 'Domestic work and care'],
  ['beauty', '美容美发', 'Hair and beauty'],
  ['computer', '计算机', 'Computing'],
  ['driving', '驾驶', 'Driving'],
  ['sales', '营销', 'Sales'],
  ['management', '管理', 'Management'],
  ['start_up', '创业', 'Starting a business'],
  ['language', '语言与沟通', 'Language and communication'],
  ['other', '其他', 'Other'],
]);

export const trainingTime = codeList('training_time', { zh: '培训时间', en: 'Time of training' }, [
  ['working_hours', '工作时间', 'Working hours'],
  ['evening', '晚上', 'Evenings'],
  ['rest_day', '休息日', 'Rest days'],
  ['slack_season', '淡季或返乡期间', 'Slack season or at home'],
  ['any', '都可以', 'Any'],
]);

export const startUpObstacle = codeList('start_up_obstacle', { zh: '创业障碍', en: 'Obstacle to a start' }, [
  ['money', '缺少资金', 'Money'],
  ['skill', '缺少技能或经验', 'Skill or experience'],
  ['licence', '办理执照手续', 'Licence and procedure'],
  ['place', '缺少场地', 'Premises'],
  ['information', '缺少信息', 'Information'],
  ['family', '家人不支持或需照顾家庭', 'Family'],
  ['other', '其他', 'Other'],
]);

export const enterpriseSize = codeList(
  'enterprise_size',
  { zh: '单位人数', en: 'Size of the enterprise' },
  [
    ['1-9', '1-9人', '1-9'],
    ['10-49', '10-49人', '10-49'],
    ['50-249', '50-249人', '50-249'],
    ['250-999', '250-999人', '250-999'],
    ['1000+', '1000人及以上', '1,000 or more'],
  ],
  { ordered: true },
);
