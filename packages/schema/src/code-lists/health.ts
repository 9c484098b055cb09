import { codeList } from '../code-list.ts';

const recalled = { source: 'recalled: the answers were read in no source' };

export const chronicDisease = codeList(
  'chronic_disease',
  { zh: '高血压或糖尿病', en: 'Hypertension or diabetes' },
  [
    ['hypertension', '患有高血压', 'Hypertension'],
    ['diabetes', '患有2型糖尿病', 'Type 2 diabetes'],
    ['both', '两者都有', 'Both'],
    ['neither', '都没有', 'Neither'],
    ['not_examined', '未就诊，不清楚', 'Never examined'],
  ],
  recalled,
);

export const illness = codeList(
  'illness',
  { zh: '最近一次患病时间', en: 'Latest illness' },
  [
    ['two_weeks', '最近两周内', 'In the last two weeks'],
    ['year', '两周至一年前', 'Two weeks to a year ago'],
    ['none', '没有', 'None in the year'],
  ],
  recalled,
);

export const carePlace = codeList(
  'care_place',
  { zh: '就诊地点', en: 'Where care was sought' },
  [
    ['community_health', '本地社区卫生服务中心/站', 'Community health centre here'],
    ['private_clinic', '本地个体诊所', 'Private clinic here'],
    ['hospital', '本地综合或专科医院', 'Hospital here'],
    ['pharmacy', '本地药店', 'Pharmacy here'],
    ['hukou_place', '在老家治疗', 'At the hukou place'],
    ['elsewhere', '本地和老家以外的其他地方', 'Elsewhere'],
    ['none', '哪里也没去', 'Nowhere'],
  ],
  recalled,
);

export const reasonNoCare = codeList(
  'reason_no_care',
  { zh: '未就诊原因', en: 'Reason for not seeking care' },
  [
    ['not_serious', '病情不严重', 'Not serious'],
    ['cost', '经济困难/太贵', 'Too expensive'],
    ['no_time', '没时间', 'No time'],
    ['far', '医疗机构太远', 'Too far'],
    ['no_insurance', '没有医保或无法在本地报销', 'Not insured, or no reimbursement here'],
    ['other', '其他', 'Other'],
  ],
  recalled,
);

export const travelTime = codeList(
  'travel_time',
  { zh: '到最近医疗机构时间', en: 'Time to the nearest facility' },
  [
    ['under_15', '15分钟以内', 'Under 15 minutes'],
    ['15-30', '15-30分钟', '15 to 30 minutes'],
    ['30-60', '30分钟-1小时', '30 minutes to an hour'],
    ['over_60', '1小时以上', 'Over an hour'],
  ],
  { ordered: true, ...recalled },
);

export const childbirthPlace = codeList(
  'childbirth_place',
  { zh: '分娩地点', en: 'Where the child was born' },
  [
    ['here', '本地', 'Here'],
    ['hukou_place', '户籍地', 'Hukou place'],
    ['elsewhere', '其他地方', 'Elsewhere'],
  ],
  recalled,
);

export const contraception = codeList(
  'contraception',
  { zh: '避孕方法', en: 'Contraceptive method' },
  [
    ['sterilisation', '结扎', 'Sterilisation'],
    ['intrauterine_device', '宫内节育器', 'Intrauterine device'],
    ['implant', '皮下埋植', 'Implant'],
    ['pill_or_injection', '口服避孕药/避孕针', 'Pill or injection'],
    ['condom', '避孕套', 'Condom'],
    ['other', '其他', 'Other'],
    ['none', '未避孕', 'None'],
  ],
  recalled,
);

/** Frequency over the last 30 days, for a short scale of mental stress. */
export const frequency = codeList(
  'frequency',
  { zh: '频率', en: 'How often' },
  [
    ['never', '没有', 'Never'],
    ['seldom', '很少', 'A little of the time'],
    ['sometimes', '有时', 'Some of the time'],
    ['often', '大部分时间', 'Most of the time'],
    ['always', '一直', 'All of the time'],
  ],
  { ordered: true, standard: 'answers of the K6 scale, reversed' },
);

export const trueFalse = codeList('true_false', { zh: '判断', en: 'True or false' }, [
  ['true', '对', 'True'],
  ['false', '错', 'False'],
  ['not_sure', '不知道', 'Do not know'],
]);

export const difficulty = codeList(
  'difficulty',
  { zh: '困难程度', en: 'Difficulty' },
  [
    ['none', '没有困难', 'No difficulty'],
    ['some', '有些困难', 'Some difficulty'],
    ['a_lot', '很大困难', 'A lot of difficulty'],
    ['cannot', '完全不能', 'Cannot do it at all'],
  ],
  { ordered: true, standard: 'Washington Group Short Set' },
);
