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
