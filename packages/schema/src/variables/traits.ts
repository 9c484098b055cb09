import { migrantTypeTraits } from '../code-lists/migrant-type.ts';
import type { Condition } from '../condition.ts';
import type { Variable } from '../variable.ts';
import { category, words } from './define.ts';

/** By which answers a trait of table 1 is that of Type I or of Type II; a number is Type II from `type_2_from` on. */
export type TraitRule = { readonly trait: string; readonly variable: string } & (
  | { readonly type_1: readonly string[]; readonly type_2: readonly string[] }
  | { readonly type_2_from: number }
);

const contract: TraitRule = {
  trait: 'contract',
  variable: 'contract',
  type_1: ['none', 'not_sure'],
  type_2: ['fixed_term', 'open_ended', 'one_job', 'probation', 'other'],
};
const housing: TraitRule = {
  trait: 'housing',
  variable: 'housing',
  type_1: ['employer', 'borrowed', 'workplace', 'other'],
  type_2: [
    'private_rent',
    'public_rental',
    'bought_market',
    'bought_subsidised',
    'bought_minor',
    'self_built',
  ],
};
const mobility: TraitRule = {
  trait: 'mobility',
  variable: 'migration_range',
  type_1: ['inter_prefecture', 'inter_county'],
  type_2: ['inter_province'],
};

/** The seven traits that the baseline survey of workers measures: all but income, since the local average is not known. */
export const baselineTraits: readonly TraitRule[] = [
  { trait: 'employment_periods', variable: 'months_worked', type_2_from: 10 },
  {
    trait: 'return',
    variable: 'return_frequency',
    type_1: ['2-3', '4-11', 'monthly'],
    type_2: ['none', 'once'],
  },
  contract,
  { trait: 'hazard', variable: 'works_at_hazard', type_1: ['yes'], type_2: ['no'] },
  { trait: 'family', variable: 'household_size_here', type_2_from: 2 },
  housing,
  mobility,
];

/** The five traits that the monitoring survey measures. */
export const monitoringTraits: readonly TraitRule[] = [
  contract,
  { trait: 'hazard', variable: 'industry', type_1: ['B', 'E'], type_2: [...'ACDFGHIJKLMNOPQRST'] },
  { trait: 'family', variable: 'family_migration', type_1: ['no'], type_2: ['yes'] },
  housing,
  mobility,
];

const hired: Condition[] = [
  { variable: 'employed', in: ['yes'] },
  { variable: 'employment_status', in: ['employee'] },
];

const told = (rule: TraitRule): string =>
  'type_1' in rule
    ? `from ${rule.variable}: Type II if ${rule.type_2.join(', ')}; Type I if ${rule.type_1.join(', ')}`
    : `from ${rule.variable}: Type II from ${rule.type_2_from} on, else Type I`;

const madeHere = {
  source: 'designed: table 1 of the project document; the cuts are of this project',
  universe: hired,
};

/** The derived variables of traits, `trait_<trait>`, and the type that they make, `migrant_type`, asked of employees. */
export const traitVariables = (rules: readonly TraitRule[]): Variable[] => [
  ...rules.map((rule) => {
    const label = migrantTypeTraits.find(({ code }) => code === rule.trait)?.label;
    if (!label) throw new Error(`traitVariables: "${rule.trait}" is no trait of table 1`);
    return category(
      `trait_${rule.trait}`,
      words(`类型特征：${label.zh}`, `Trait: ${label.en.toLowerCase()}`),
      'migrant_type',
      { derived: told(rule), ...madeHere },
    );
  }),
  category('migrant_type', words('雇员类型', 'Type of employee'), 'migrant_type', {
    derived: `Type II if more than half of the ${rules.length} traits are those of Type II, else Type I; missing unless all are known`,
    ...madeHere,
  }),
];
