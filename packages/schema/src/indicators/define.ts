import type { Condition } from '../condition.ts';
import type { IndicatorStandard, NotMeasurableIndicator } from '../indicator-definition.ts';
import type { Label } from '../label.ts';
import type { Instrument } from '../snapshot.ts';
import type { Universe } from './complete.ts';

export const words = (zh: string, en: string): Label => ({ zh, en });

const universe = (zh: string, en: string, ...conditions: Condition[]): Universe => ({
  conditions,
  label: { zh, en },
});

const working: Condition = { variable: 'employed', in: ['yes'] };
const employee: Condition = { variable: 'employment_status', in: ['employee'] };

/** The people whom several indicators are about. */
export const people = {
  everyone: universe('全部受访流动人口', 'all migrants of the survey population'),
  workers: universe('全部受访农民工', 'all migrant workers interviewed'),
  residents: universe('全部受访户籍人口', 'all local residents interviewed'),
  establishments: universe('全部受访企业', 'all establishments interviewed'),
  vacancies: universe('各职业的空缺岗位', 'occupations with open posts'),
  children: universe('被访农民工的16岁以下子女', 'children under 16 of the workers interviewed'),
  working: universe('调查周就业人员', 'people employed in the reference week', working),
  notWorking: universe('调查周未就业人员', 'people not employed in the reference week', {
    variable: 'employed',
    in: ['no'],
  }),
  employees: universe('调查周就业的雇员', 'employees in the reference week', working, employee),
  mothers: universe('近期有生育的女性', 'women with a birth in the reference period', {
    variable: 'recent_birth',
    in: ['yes'],
  }),
  elderly: universe('60岁及以上流动人口', 'migrants aged 60 and over', { variable: 'age', min: 60 }),
} as const;

/** Part of a group: its conditions and more. */
export const among = (group: Universe, zh: string, en: string, ...more: Condition[]): Universe => ({
  conditions: [...group.conditions, ...more],
  label: { zh, en },
});

export const is = (variable: string, ...codes: string[]): Condition => ({ variable, in: codes });

/** Instruments by their first letters: monitoring, baseline of workers, residents, enterprises. */
export const asked = {
  m: ['monitoring'],
  mb: ['monitoring', 'baseline-worker'],
  mr: ['monitoring', 'monitoring-residents'],
  mbr: ['monitoring', 'baseline-worker', 'monitoring-residents'],
  b: ['baseline-worker'],
  e: ['baseline-enterprise'],
  r: ['monitoring-residents'],
} as const satisfies Readonly<Record<string, readonly Instrument[]>>;

/** Where an indicator comes from. */
export const from = {
  whiteBook: 'white_book',
  ilo: 'ilo_decent_work',
  sdg: 'sdg',
  nbs: 'nbs',
  directives: 'directives_2006',
  project: 'project_document',
  yem: 'yem',
  presentation: 'presentation_2017',
  survey: 'monitoring_survey',
} as const satisfies Readonly<Record<string, IndicatorStandard>>;

/** Standard and source of indicators that come from one place. */
export const cited = {
  survey: { standards: [from.survey], source: 'Monitoring survey' },
  book: { standards: [from.whiteBook], source: 'White book' },
  presentation: { standards: [from.presentation], source: 'Presentation of November 2017' },
} as const;

export const ages = (min: number, max: number): Condition => ({ variable: 'age', min, max });

/** An indicator that nothing measures, as its author writes it. */
export interface GapDraft
  extends Pick<
    NotMeasurableIndicator,
    'id' | 'label' | 'definition' | 'numerator' | 'denominator' | 'unit' | 'direction' | 'source'
  > {
  readonly universe: Universe;
  readonly standards: readonly IndicatorStandard[];
  readonly areas?: readonly string[];
  readonly printed?: NotMeasurableIndicator['printed'];
  readonly reason: Label;
  readonly needed: Label;
}

/** A whole definition of an indicator that cannot be measured. */
export const notMeasurable = (
  topic: NotMeasurableIndicator['topic'],
  { universe: group, standards, areas = [], ...rest }: GapDraft,
): NotMeasurableIndicator => ({
  ...rest,
  topic,
  status: 'not_measurable',
  universe_label: group.label,
  source_standard: [...standards],
  directive_areas: [...areas],
});
