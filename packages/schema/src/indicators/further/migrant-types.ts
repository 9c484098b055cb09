import { migrantTypeTraits } from '../../code-lists/migrant-type.ts';
import { monitoringTraits, type TraitRule } from '../../variables/traits.ts';
import type { IndicatorDraft } from '../complete.ts';
import { asked, from, people, words } from '../define.ts';

type Part = Extract<IndicatorDraft['measure'], { kind: 'composite' }>['parts'][number];

/** What a part of the score is called where that differs by instrument from the trait of Type II. */
const names: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  employment_periods: ['连续就业', 'continuous employment'],
  return: ['偶尔返乡', 'occasional return'],
  contract: ['有合同', 'contract'],
  works_at_hazard: ['无职业危害', 'no hazard'],
  industry: ['不在建筑和采矿业', 'not in construction or mining'],
  household_size_here: ['家庭在工作地', 'family at place of work'],
  family_migration: ['家庭化流动', 'migrates with family'],
  housing: ['正规住房', 'regular housing'],
  mobility: ['跨省流动', 'across provinces'],
};

const nameOf = (rule: TraitRule): readonly [zh: string, en: string] =>
  names[rule.trait] ?? names[rule.variable] ?? [rule.trait, rule.trait];

const scored = (rule: TraitRule): Part['items'][number] =>
  'type_1' in rule
    ? {
        variable: rule.variable,
        scores: Object.fromEntries([
          ...rule.type_2.map((code) => [code, 1] as const),
          ...rule.type_1.map((code) => [code, 0] as const),
        ]),
      }
    : { variable: rule.variable, above: rule.type_2_from - 1 };

/** The parts of the score of types, one a trait, all of one weight. */
export const typeParts = (rules: readonly TraitRule[]): Part[] =>
  rules.map((rule) => {
    const [zh, en] = nameOf(rule);
    return { name: rule.trait, label: words(zh, en), weight: 1 / rules.length, items: [scored(rule)] };
  });

/** Where the two types come from. */
export const table1 = { standards: [from.project], source: 'Project document, table 1' } as const;

const ofEmployees = { universe: people.employees, instruments: asked.m, ...table1 } as const;

const traits = monitoringTraits.map((rule): IndicatorDraft => {
  const [zh, en] = nameOf(rule);
  const type_2 = migrantTypeTraits.find(({ code }) => code === rule.trait)?.type_2;
  return {
    id: `migrant_type_trait_${rule.trait}`,
    label: words(`第二类特征：${zh}`, `Trait of Type II: ${en}`),
    definition: words(
      `雇员中${zh}者所占比例；表1中第二类的特征为“${type_2?.zh ?? zh}”`,
      `Share of employees with this trait of Type II (“${(type_2?.en ?? en).toLowerCase()}” in table 1)`,
    ),
    measure: { kind: 'share', variable: `trait_${rule.trait}`, codes: ['type_2'] },
    ...ofEmployees,
  };
});

/** Type I and Type II by the traits that the monitoring survey has. */
export const migrantTypeDrafts: readonly IndicatorDraft[] = [
  {
    id: 'migrant_type_2_share_monitoring',
    label: words('第二类（“现代型”）雇员比例（五项特征）', 'Type II (“modern”) employees, five traits'),
    definition: words(
      '合同、行业危害、家庭、住房、跨省五项特征中过半偏第二类的雇员所占比例，其余为第一类（“传统型”）。收入、连续就业和返乡三项监测调查没有，不与基线调查的七项相比',
      'Share of employees with more than half of five traits (contract, hazard by industry, family, housing, between provinces) those of Type II; the others are Type I (“classical”). The monitoring survey lacks three of the eight traits; not to be set beside the seven of the baseline survey',
    ),
    measure: { kind: 'share', variable: 'migrant_type', codes: ['type_2'] },
    ...ofEmployees,
  },
  {
    id: 'migrant_type_2_share_four_traits',
    label: words('第二类（“现代型”）雇员比例（四项特征）', 'Type II (“modern”) employees, four traits'),
    definition: words(
      '合同、行业危害、家庭、跨省四项特征中过半偏第二类的雇员所占比例。不含住房，因为只有2017年问卷问及，故可比较各轮',
      'Share of employees with more than half of four traits (contract, hazard by industry, family, between provinces) those of Type II. Housing, asked in 2017 alone, is left out, so that waves compare',
    ),
    measure: {
      kind: 'composite_above',
      parts: typeParts(monitoringTraits.filter(({ trait }) => trait !== 'housing')),
      above: 0.5,
    },
    ...ofEmployees,
  },
  {
    id: 'migrant_type_score_monitoring',
    label: words('类型得分（五项特征）', 'Type score, five traits'),
    definition: words(
      '监测调查能测的五项特征（合同、行业危害、家庭、住房、跨省）中偏第二类者的比例，取值0至1；不与基线调查的七项得分相比',
      'The part of the five traits (contract, hazard by industry, family, housing, between provinces) that are those of Type II, from 0 to 1; not to be set beside the seven of the baseline survey',
    ),
    measure: { kind: 'composite', parts: typeParts(monitoringTraits) },
    ...ofEmployees,
  },
  ...traits,
];
