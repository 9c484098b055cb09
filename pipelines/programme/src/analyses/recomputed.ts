import type { Label, ProvincePopulation } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';

/** A number that a source prints, made again from other numbers of the source. */
export interface Recomputed {
  readonly what: Label;
  readonly printed: number;
  readonly made: number;
  /** Half a unit of the last printed digit. */
  readonly tolerance: number;
  readonly unit: 'per_cent' | 'usd' | 'thousand_usd';
  readonly agrees: boolean;
  readonly source: Label;
}

/** A printed number that cannot be made again, and why. */
export interface NotRecomputed {
  readonly what: Label;
  readonly reason: Label;
  readonly source: Label;
}

const say = (zh: string, en: string): Label => ({ zh, en });

const PROJECT = say('项目文件（2007年）', 'project document 2007');
const YEM = say('YEM情况介绍（2011年）', 'YEM fact sheet 2011');
const PRESENTATION = say('2017年11月29日的报告', 'presentation 2017-11-29');

const row = (
  what: Label,
  printed: number,
  made: number,
  more: Pick<Recomputed, 'tolerance' | 'unit' | 'source'>,
): Recomputed => ({
  what,
  printed,
  made,
  ...more,
  agrees: Math.abs(printed - made) <= more.tolerance + 1e-9,
});

/** Growth of population between 2000 and 2010, as the presentation prints it. */
export function growthRates(published: readonly ProvincePopulation[]): Recomputed[] {
  return published.map(({ name_zh, name_en, population_2000, population_2010, growth_printed }) =>
    row(
      say(`${name_zh}2000-2010年人口增长率`, `${name_en}: growth of population, 2000 to 2010`),
      growth_printed,
      100 * (population_2010 / population_2000 - 1),
      { tolerance: 0.005, unit: 'per_cent', source: PRESENTATION },
    ),
  );
}

/** Sums of the budget of the UNDP project: the outputs of part 7, and the sources of part 6 and the title page. */
export function budgetSums({ framework }: Framework): Recomputed[] {
  const total = framework.outputs.reduce((sum, { budget }) => sum + (budget ?? 0), 0);
  return [
    row(say('第7部分各产出预算合计', 'Part 7: budgets of the outputs'), 4231.41, total / 1000, {
      tolerance: 0.005,
      unit: 'thousand_usd',
      source: PROJECT,
    }),
    row(
      say(
        '第6部分：UNDP、政府与香港和平发展基金会合计',
        'Part 6: UNDP, government and the Hong Kong foundation',
      ),
      4_231_410,
      1_725_000 + 2_500_000 + 6410,
      { tolerance: 0.5, unit: 'usd', source: PROJECT },
    ),
    row(
      say('第6部分：政府分摊', 'Part 6: government cost sharing of both ministries'),
      2_500_000,
      900_000 + 1_600_000,
      {
        tolerance: 0.5,
        unit: 'usd',
        source: PROJECT,
      },
    ),
    row(
      say('第6部分：政府分摊时间表2008-2010年', 'Part 6: the government’s schedule of 2008 to 2010'),
      2_500_000,
      817_000 + 1_013_000 + 670_000,
      { tolerance: 0.5, unit: 'usd', source: PROJECT },
    ),
    row(
      say('YEM各机构预算合计', 'YEM: budgets of the agencies'),
      6_600_000,
      1_696_823 + 494_929 + 1_080_629 + 1_089_667 + 331_358 + 1_482_960 + 423_634,
      { tolerance: 0.5, unit: 'usd', source: YEM },
    ),
    row(
      say(
        'YEM 2010年已拨付：前两次拨款合计',
        'YEM: transferred by 2010, from the first and second disbursement',
      ),
      4_919_595,
      2_310_075 + 2_589_520,
      { tolerance: 0.5, unit: 'usd', source: YEM },
    ),
    row(
      say('YEM三次拨款合计', 'YEM: the three disbursements'),
      6_600_000,
      2_310_075 + 2_589_520 + 1_680_405,
      {
        tolerance: 0.5,
        unit: 'usd',
        source: YEM,
      },
    ),
  ];
}

/** Amounts of the fact sheet's execution table that are printed whole, with their printed shares of 6.6 million. */
const executed: readonly (readonly [
  period: string,
  zh: string,
  en: string,
  amount: number,
  share: number,
])[] = [
  ['2009-2', '承付', 'committed', 1_296_566, 19.64],
  ['2009-2', '支出', 'disbursed', 3_279_428, 49.69],
  ['2009-2', '拨付', 'transferred', 2632, 0.04],
  ['2010-1', '拨付', 'transferred', 4_919_595, 74.54],
  ['2010-1', '支出', 'disbursed', 2_554_861, 38.71],
  ['2010-2', '拨付', 'transferred', 4_919_595, 74.54],
  ['2010-2', '承付', 'committed', 4_676_195, 70.85],
  ['2010-2', '支出', 'disbursed', 4_013_209, 60.81],
  ['2011-1', '拨付', 'transferred', 6_600_000, 100],
  ['2011-1', '承付', 'committed', 6_335_901, 96],
  ['2011-1', '支出', 'disbursed', 5_025_138, 76.14],
];
const TOTAL = 6_600_000;

export function executionShares(): Recomputed[] {
  return executed.map(([period, zh, en, amount, share]) =>
    row(say(`YEM ${period} ${zh}占总额`, `YEM ${period}: share ${en}`), share, (100 * amount) / TOTAL, {
      tolerance: 0.005,
      unit: 'per_cent',
      source: YEM,
    }),
  );
}

/** What the sources print and cannot be made again. */
export const notRecomputed: readonly NotRecomputed[] = [
  {
    what: say('YEM 2010-1 承付金额', 'YEM 2010-1: amount committed'),
    reason: say(
      '表中只存比例26.61%，金额在资料文本中缺失；由比例反推不是独立核对',
      'of this cell only the share, 26.61 %, is left in the text of the source; the amount is not, and what the share gives back is no check of it',
    ),
    source: YEM,
  },
  {
    what: say('YEM 2009-2 拨付2,632美元', 'YEM 2009-2: USD 2,632 transferred'),
    reason: say(
      '比例0.04%与金额相符，但金额少于此前首次拨款2,310,075美元；是否印错无从核对',
      'its share of 0.04 % agrees with the amount, but the amount is less than the first disbursement made before, USD 2,310,075; whether it is misprinted cannot be told',
    ),
    source: YEM,
  },
  {
    what: say('YEM直接受益人（机构298个等）和间接受益人', 'YEM: direct and indirect beneficiaries'),
    reason: say('没有分地区或分活动的组成部分', 'no parts by site or activity are printed'),
    source: YEM,
  },
  {
    what: say('登记的流动儿童32万余名', 'YEM: more than 320,000 children registered'),
    reason: say(
      '只有下限，没有各城市数；直接受益的女童137,381人与男童191,907人合计329,288人，高于此数，但资料未说明是同一批儿童',
      'a lower bound; no numbers by city. The girls and boys who benefit directly, 137,381 and 191,907, add up to 329,288, which is above it, but the source does not say that they are the same children',
    ),
    source: YEM,
  },
  {
    what: say(
      '91.4%参加至少一种医疗保险；81.9%家庭流动；6.1年和4.3年',
      '91.4 % insured, 81.9 % with family, 6.1 and 4.3 years',
    ),
    reason: say(
      '需要原始微观数据；轮次和加权方法未印出',
      'needs the confidential microdata; neither the wave nor the weighting is printed',
    ),
    source: PRESENTATION,
  },
  {
    what: say(
      '流动人口1.3至1.5亿，女性近半，60%不超过30岁，四分之一携家',
      '130 to 150 million migrant workers, almost half women, 60 % of 30 or less, one fourth with family',
    ),
    reason: say('引自其他研究，没有组成部分', 'quoted from other studies; no parts are printed'),
    source: PROJECT,
  },
  {
    what: say('登记流动人口增长率2001-2004年', 'Growth of the registered migrant population, 2001 to 2004'),
    reason: say('没有总量', 'the numbers behind the rates are not printed'),
    source: PROJECT,
  },
  {
    what: say('结核病治疗成功率高于80%', 'Successful treatment of tuberculosis above 80 %'),
    reason: say('登记资料，没有分子分母', 'from registers; neither numerator nor denominator is printed'),
    source: PRESENTATION,
  },
];
