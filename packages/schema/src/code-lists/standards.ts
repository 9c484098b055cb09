import { codeList } from '../code-list.ts';

export const isicSection = codeList(
  'isic_section',
  { zh: '国际标准行业分类门类', en: 'ISIC sections' },
  [
    ['A', '农业、林业和渔业', 'Agriculture, forestry and fishing'],
    ['B', '采矿和采石', 'Mining and quarrying'],
    ['C', '制造业', 'Manufacturing'],
    ['D', '电、煤气、蒸气和空调供应', 'Electricity, gas, steam and air conditioning supply'],
    ['E', '供水；污水处理、废物管理和补救', 'Water supply; sewerage, waste management and remediation'],
    ['F', '建筑业', 'Construction'],
    ['G', '批发和零售；汽车和摩托车修理', 'Wholesale and retail trade; repair of motor vehicles'],
    ['H', '运输和储存', 'Transportation and storage'],
    ['I', '食宿服务', 'Accommodation and food service'],
    ['J', '信息和通信', 'Information and communication'],
    ['K', '金融和保险', 'Financial and insurance activities'],
    ['L', '房地产', 'Real estate activities'],
    ['M', '专业、科学和技术', 'Professional, scientific and technical activities'],
    ['N', '行政和辅助', 'Administrative and support service activities'],
    ['O', '公共管理和国防；强制性社会保障', 'Public administration and defence; compulsory social security'],
    ['P', '教育', 'Education'],
    ['Q', '人体健康和社会工作', 'Human health and social work'],
    ['R', '艺术、娱乐和文娱', 'Arts, entertainment and recreation'],
    ['S', '其他服务', 'Other service activities'],
    ['T', '家庭作为雇主', 'Activities of households as employers'],
    ['U', '国际组织和机构', 'Activities of extraterritorial organizations'],
  ],
  { standard: 'ISIC Rev.4 sections' },
);

export const iscoMajorGroup = codeList(
  'isco_major_group',
  { zh: '国际标准职业分类大类', en: 'ISCO major groups' },
  [
    ['1', '管理者', 'Managers'],
    ['2', '专业人员', 'Professionals'],
    ['3', '技术人员和专业人员助理', 'Technicians and associate professionals'],
    ['4', '办事人员', 'Clerical support workers'],
    ['5', '服务和销售人员', 'Service and sales workers'],
    ['6', '农林渔业技能人员', 'Skilled agricultural, forestry and fishery workers'],
    ['7', '工艺及有关人员', 'Craft and related trades workers'],
    ['8', '机器操作和装配人员', 'Plant and machine operators, and assemblers'],
    ['9', '初级职业', 'Elementary occupations'],
    ['0', '军人', 'Armed forces occupations'],
  ],
  { standard: 'ISCO-08 major groups' },
);

export const icse93 = codeList(
  'icse_93',
  { zh: '就业身份国际分类（1993）', en: 'Status in employment (1993)' },
  [
    ['1', '雇员', 'Employees'],
    ['2', '雇主', 'Employers'],
    ['3', '自营劳动者', 'Own-account workers'],
    ['4', '生产合作社成员', 'Members of producers’ cooperatives'],
    ['5', '家庭帮工', 'Contributing family workers'],
    ['6', '不能按身份分类', 'Workers not classifiable by status'],
  ],
  { standard: 'ICSE-93' },
);

export const icse18 = codeList(
  'icse_18',
  { zh: '就业身份国际分类（2018）', en: 'Status in employment (2018)' },
  [
    ['11', '公司制企业雇主', 'Employers in corporations'],
    ['12', '住户市场企业雇主', 'Employers in household market enterprises'],
    ['21', '无雇员的公司业主经营者', 'Owner-operators of corporations without employees'],
    [
      '22',
      '无雇员的住户市场企业自营者',
      'Own-account workers in household market enterprises without employees',
    ],
    ['30', '依附性承包者', 'Dependent contractors'],
    ['41', '长期雇员', 'Permanent employees'],
    ['42', '固定期限雇员', 'Fixed-term employees'],
    ['43', '短期和临时雇员', 'Short-term and casual employees'],
    ['44', '带薪学徒、受训者和实习生', 'Paid apprentices, trainees and interns'],
    ['51', '家庭帮工', 'Contributing family workers'],
  ],
  { standard: 'ICSE-18, by authority (ICSE-18-A)' },
);

export const isced = codeList(
  'isced',
  { zh: '国际教育标准分类', en: 'ISCED levels' },
  [
    ['0', '早期儿童教育或未上学', 'Early childhood education or none'],
    ['1', '初等教育', 'Primary education'],
    ['2', '初级中等教育', 'Lower secondary education'],
    ['3', '高级中等教育', 'Upper secondary education'],
    ['4', '中等后非高等教育', 'Post-secondary non-tertiary education'],
    ['5', '短线高等教育', 'Short-cycle tertiary education'],
    ['6', '学士或等同', 'Bachelor’s or equivalent'],
    ['7', '硕士或等同', 'Master’s or equivalent'],
    ['8', '博士或等同', 'Doctoral or equivalent'],
  ],
  { ordered: true, standard: 'ISCED 2011' },
);

export const educationEight = codeList(
  'education_eight',
  { zh: '受教育程度（8类，2011-2013年）', en: 'Education, eight codes (2011-2013)' },
  [
    ['1', '未上过学', 'No schooling'],
    ['2', '小学', 'Primary'],
    ['3', '初中', 'Lower secondary'],
    ['4', '高中', 'Upper secondary, general'],
    ['5', '中专', 'Upper secondary, vocational'],
    ['6', '大学专科', 'Junior college'],
    ['7', '大学本科', 'Bachelor'],
    ['8', '研究生', 'Postgraduate'],
  ],
  { ordered: true, source: 'S2' },
);

export const educationSeven = codeList(
  'education_seven',
  { zh: '受教育程度（7类，2014-2018年）', en: 'Education, seven codes (2014-2018)' },
  [
    ['1', '未上过小学', 'No schooling'],
    ['2', '小学', 'Primary'],
    ['3', '初中', 'Lower secondary'],
    ['4', '高中/中专', 'Upper secondary'],
    ['5', '大学专科', 'Junior college'],
    ['6', '大学本科', 'Bachelor'],
    ['7', '研究生', 'Postgraduate'],
  ],
  { ordered: true, source: 'S2' },
);

export const insuranceScheme = codeList('insurance_scheme', { zh: '社会保险项目', en: 'Insurance schemes' }, [
  ['insurance_rural_cooperative', '新型农村合作医疗', 'Rural cooperative medical scheme'],
  ['insurance_urban_rural_resident', '城乡居民医疗保险', 'Urban-rural resident medical insurance'],
  ['insurance_urban_resident', '城镇居民医疗保险', 'Urban resident medical insurance'],
  ['insurance_urban_employee', '城镇职工医疗保险', 'Urban employee medical insurance'],
  ['insurance_public', '公费医疗', 'Publicly funded medical care'],
  ['pension_insured', '养老保险', 'Pension insurance'],
  ['work_injury_insured', '工伤保险', 'Work-injury insurance'],
  ['unemployment_insured', '失业保险', 'Unemployment insurance'],
  ['maternity_insured', '生育保险', 'Maternity insurance'],
  ['housing_fund', '住房公积金', 'Housing fund'],
]);

export const socialSecurityBranch = codeList(
  'social_security_branch',
  { zh: '社会保障分支', en: 'Branches of social security' },
  [
    ['medical_care', '医疗', 'Medical care'],
    ['sickness', '疾病', 'Sickness'],
    ['unemployment', '失业', 'Unemployment'],
    ['old_age', '老龄', 'Old age'],
    ['employment_injury', '工伤', 'Employment injury'],
    ['family', '家庭', 'Family'],
    ['maternity', '生育', 'Maternity'],
    ['invalidity', '残疾', 'Invalidity'],
    ['survivors', '遗属', 'Survivors'],
  ],
  { standard: 'ILO Convention 102 (1952), parts II to X' },
);
