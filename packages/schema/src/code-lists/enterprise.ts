import { codeList } from '../code-list.ts';

export const recruitmentObstacle = codeList(
  'recruitment_obstacle',
  { zh: '招工困难原因', en: 'Why recruiting is hard' },
  [
    ['few_applicants', '应聘人数少', 'Few applicants'],
    ['lack_of_skill', '技能不足', 'Lack of skill'],
    ['lack_of_experience', '缺少经验', 'Lack of experience'],
    ['wage_expectation', '工资期望过高', 'Wage expectations'],
    ['working_conditions', '工作条件不受欢迎', 'Working conditions'],
    ['high_turnover', '人员流动大', 'High turnover'],
    ['none', '没有困难', 'Not hard'],
    ['other', '其他', 'Other'],
  ],
);

export const contributionBase = codeList('contribution_base', { zh: '缴费基数', en: 'Contribution base' }, [
  ['actual_wage', '实际工资', 'Actual wage'],
  ['minimum_base', '当地最低缴费基数', 'Local minimum base'],
  ['average_wage', '当地社会平均工资', 'Local average wage'],
  ['fixed_amount', '定额或综合保险', 'Fixed amount or package'],
  ['not_sure', '不清楚', 'Not sure'],
]);

export const contributionScope = codeList('contribution_scope', { zh: '参保范围', en: 'Who is enrolled' }, [
  ['all', '全体职工', 'All staff'],
  ['all_with_contract', '签订合同的职工', 'Staff with a contract'],
  ['managers', '仅管理和技术人员', 'Managers and technicians'],
  ['local_hukou', '仅本地户籍职工', 'Local hukou only'],
  ['on_request', '自愿参加者', 'Those who ask for it'],
  ['nobody', '没有', 'Nobody'],
]);

export const changeDirection = codeList('change_direction', { zh: '变化', en: 'Change' }, [
  ['rose', '上升', 'Rose'],
  ['same', '持平', 'Stayed the same'],
  ['fell', '下降', 'Fell'],
]);

export const importance = codeList(
  'importance',
  { zh: '重要程度', en: 'Importance' },
  [
    ['not_important', '不重要', 'Not important'],
    ['somewhat', '一般', 'Somewhat important'],
    ['important', '重要', 'Important'],
    ['decisive', '决定性', 'Decisive'],
  ],
  { ordered: true, standard: 'form after the World Bank STEP employer survey' },
);

export const challenge = codeList('challenge', { zh: '用工主要困难', en: 'Main labour challenge' }, [
  ['finding_workers', '招不到工人', 'Finding workers'],
  ['finding_skills', '招不到有技能的工人', 'Finding skills'],
  ['keeping_workers', '留不住工人', 'Keeping workers'],
  ['labour_cost', '用工成本', 'Labour cost'],
  ['social_contributions', '社会保险费', 'Social contributions'],
  ['labour_law', '劳动法规', 'Labour law'],
  ['housing_workers', '职工住宿', 'Housing the staff'],
  ['none', '没有', 'None'],
  ['other', '其他', 'Other'],
]);

export const trainingContribution = codeList(
  'training_contribution',
  { zh: '参加培训试点的投入', en: 'What it would give to a training pilot' },
  [
    ['time', '安排工作时间', 'Working time'],
    ['place', '提供场地设备', 'Premises and equipment'],
    ['trainer', '派出培训师', 'Trainers'],
    ['money', '分担费用', 'Part of the cost'],
    ['nothing', '不投入', 'Nothing'],
  ],
);

export const mainMarket = codeList('main_market', { zh: '主要市场', en: 'Main market' }, [
  ['local', '本市', 'The city'],
  ['province', '本省', 'The province'],
  ['national', '全国', 'The country'],
  ['export', '出口', 'Abroad'],
]);
