import { codeList } from '../code-list.ts';

export const migrationRange = codeList(
  'migration_range',
  { zh: '流动范围', en: 'Migration range' },
  [
    ['inter_province', '跨省', 'Between provinces'],
    ['inter_prefecture', '省内跨市', 'Between prefectures of a province'],
    ['inter_county', '市内跨县', 'Between counties of a prefecture'],
    ['not_migrating', '未流动', 'Not migrating'],
  ],
  { ordered: true },
);

export const lengthOfStay = codeList(
  'length_of_stay',
  { zh: '本次流动时长', en: 'Length of stay' },
  [
    ['under_1', '不足1年', 'Under 1 year'],
    ['1-4', '1-4年', '1-4 years'],
    ['5-9', '5-9年', '5-9 years'],
    ['10+', '10年及以上', '10 years or more'],
  ],
  { ordered: true },
);

export const stayIntention = codeList('stay_intention', { zh: '留居意愿', en: 'Intention to stay' }, [
  ['yes', '是', 'Yes'],
  ['no', '否', 'No'],
  ['undecided', '没想好', 'Undecided'],
]);

export const leftBehindFamily = codeList('left_behind_family', { zh: '子女留守', en: 'Child left behind' }, [
  ['yes', '有留守子女', 'Yes'],
  ['no', '无留守子女', 'No'],
  ['no_child', '无16岁以下子女', 'No child under 16'],
]);
