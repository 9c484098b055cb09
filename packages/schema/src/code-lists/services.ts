import { codeList } from '../code-list.ts';

export const healthRecord = codeList('health_record', { zh: '居民健康档案', en: 'Health record' }, [
  ['established', '已经建立', 'Established'],
  ['not_heard', '没建，没听说过', 'Not established, not heard of'],
  ['heard', '没建，但听说过', 'Not established, heard of'],
  ['not_sure', '不清楚', 'Not sure'],
]);

export const socialSecurityCard = codeList(
  'social_security_card',
  { zh: '个人社会保障卡', en: 'Social security card' },
  [
    ['not_heard', '没办，没听说过', 'None, not heard of'],
    ['heard', '没办，但听说过', 'None, heard of'],
    ['issued', '已经办理', 'Issued'],
    ['not_sure', '不清楚', 'Not sure'],
  ],
);

export const enrolmentPlace = codeList('enrolment_place', { zh: '参保地', en: 'Place of enrolment' }, [
  ['destination', '本地', 'At destination'],
  ['origin', '户籍地', 'At hukou place'],
  ['elsewhere', '其他地方', 'Elsewhere'],
]);

export const selfRatedHealth = codeList(
  'self_rated_health',
  { zh: '自评健康', en: 'Self-rated health' },
  [
    ['healthy', '健康', 'Healthy'],
    ['mostly_healthy', '基本健康', 'Mostly healthy'],
    ['unhealthy', '不健康，但生活能自理', 'Unhealthy, looks after oneself'],
    ['dependent', '生活不能自理', 'Cannot look after oneself'],
  ],
  { ordered: true },
);

export const housing = codeList('housing', { zh: '住房类型', en: 'Kind of housing' }, [
  ['employer', '单位/雇主房', 'Dormitory or employer’s housing'],
  ['private_rent', '租住私房', 'Privately rented'],
  ['public_rental', '政府公租房', 'Public rental'],
  ['bought_market', '自购商品房', 'Bought, market housing'],
  ['bought_subsidised', '自购保障性住房', 'Bought, subsidised'],
  ['bought_minor', '自购小产权住房', 'Bought, minor property rights'],
  ['self_built', '自建房', 'Self-built'],
  ['borrowed', '借住房', 'Lent'],
  ['workplace', '就业场所', 'Place of work'],
  ['other', '其他非正规居所', 'Other informal dwelling'],
]);
