import type { Variable } from '../../variable.ts';
import { category, type More, number, recalled, verified, words } from '../define.ts';
import { periods } from '../periods.ts';

const money = (name: string, zh: string, en: string, more: More): Variable =>
  number(name, words(zh, en), 'yuan per month', {
    range: [0, 1_000_000],
    usual: [0, 300_000],
    reference_period: periods.usualMonth,
    ...more,
  });

/** What the household here spends, sends home and keeps there. All money is by month, except what is sent home. */
export const householdVariables: readonly Variable[] = [
  number(
    'household_size_reported',
    words('同住的家庭成员人数', 'Household members here, as reported'),
    'persons',
    {
      range: [1, 30],
      ...verified('同住的家庭成员人数', 'Number of family members living together here'),
    },
  ),
  money(
    'food_cost',
    '家庭月食品支出',
    'Household food cost, monthly',
    recalled(
      '过去一年，您家平均每月在本地的食品支出为多少？',
      'How much does your household here spend on food a month?',
    ),
  ),
  money(
    'food_from_employer',
    '单位每月包吃折算',
    'Food given by the employer, monthly',
    recalled(
      '您家在本地就业单位每月包吃总共折算为多少钱？',
      'What are the meals that employers give worth a month, in all?',
    ),
  ),
  money(
    'housing_from_employer',
    '单位每月包住折算',
    'Housing given by the employer, monthly',
    recalled(
      '您家在本地就业单位每月包住总共折算为多少钱？',
      'What is the housing that employers give worth a month, in all?',
    ),
  ),
  money(
    'household_expenditure',
    '家庭月总支出',
    'Household expenditure, monthly',
    recalled(
      '过去一年，您家在本地平均每月总支出为多少？',
      'How much does your household here spend a month in all?',
    ),
  ),
  number('remittance', words('上年寄回老家钱物', 'Sent home last year'), 'yuan per year', {
    range: [0, 10_000_000],
    usual: [0, 500_000],
    reference_period: periods.lastYear,
    ...recalled(
      '去年您家总共寄（带）回老家的钱物合计多少？',
      'How much in money and goods did your household send or take home last year?',
    ),
  }),
  category(
    'farm_land',
    words('老家有承包地', 'Has contracted farm land at home'),
    'yes_no_not_sure',
    recalled('您户籍地老家是否有承包地？', 'Do you have contracted farm land at your hukou place?'),
  ),
  category(
    'homestead_land',
    words('老家有宅基地', 'Has homestead land at home'),
    'yes_no_not_sure',
    verified('您户籍地老家是否有宅基地？', 'Do you have homestead land at your hukou place?'),
  ),
];
