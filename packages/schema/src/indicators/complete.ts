import { codeLists } from '../code-lists/index.ts';
import type { Condition } from '../condition.ts';
import type {
  AnyMeasure,
  IndicatorStandard,
  IndicatorTopic,
  MeasurableIndicator,
  PartialBattery,
} from '../indicator-definition.ts';
import type { Label } from '../label.ts';
import type { Instrument } from '../snapshot.ts';
import { type FindVariable, variablesOf, wordsFor } from './words.ts';

/** Whom an indicator is about: the conditions, and the group in words. */
export interface Universe {
  readonly conditions: readonly Condition[];
  readonly label: Label;
}

/** A measurable indicator as its author writes it: what follows from the measure and its variables is left out. */
export interface IndicatorDraft {
  readonly id: string;
  readonly label: Label;
  readonly definition?: Label;
  readonly universe: Universe;
  readonly measure: AnyMeasure;
  readonly instruments: readonly Instrument[];
  readonly standards: readonly IndicatorStandard[];
  readonly source: string;
  readonly record?: string;
  readonly unit?: MeasurableIndicator['unit'];
  readonly direction?: MeasurableIndicator['direction'];
  readonly dont_know?: MeasurableIndicator['dont_know'];
  readonly partial_battery?: PartialBattery;
  readonly areas?: readonly string[];
  readonly renamed?: MeasurableIndicator['renamed'];
  readonly breakdowns?: readonly string[];
  readonly printed?: readonly { row: string; value: number }[];
}

const proportions: ReadonlySet<AnyMeasure['kind']> = new Set([
  'share',
  'share_above',
  'structure',
  'member_share',
  'low_pay',
  'condition_share',
  'score_above',
  'count_above',
  'household_share',
  'composite_above',
]);

const ofMembers: ReadonlySet<AnyMeasure['kind']> = new Set(['member_share', 'member_mean']);

function statisticOf(measure: AnyMeasure): MeasurableIndicator['aggregation']['statistic'] {
  if (proportions.has(measure.kind)) return 'proportion';
  switch (measure.kind) {
    case 'quantile':
      return 'quantile';
    case 'ratio':
    case 'total_ratio':
      return 'ratio_of_totals';
    case 'gini':
      return 'gini';
    case 'gap':
      return measure.controls ? 'regression' : 'gap_of_means';
    case 'reliability':
      return 'reliability';
    case 'total':
      return 'total';
    case 'sample_gap':
      return measure.controls ? 'regression' : 'difference_of_samples';
    case 'years_between':
      return measure.statistic === 'mean' ? 'mean' : 'quantile';
    default:
      return 'mean';
  }
}

/** Derived variables that a battery gives, and how one that is answered in part counts. */
const batteries: Readonly<Record<string, PartialBattery>> = {
  medical_insured: 'any_yes_decides',
  medical_schemes: 'all_items',
  five_insurances: 'all_items',
  informal_employment: 'all_items',
  health_education_any: 'any_yes_decides',
  health_education_count: 'all_items',
};

function partialOf(measure: AnyMeasure): PartialBattery {
  switch (measure.kind) {
    case 'score_mean':
    case 'score_above':
      return measure.items.length > 1 ? 'all_items' : 'not_a_battery';
    case 'reliability':
    case 'composite':
    case 'composite_above':
    case 'count_mean':
      return 'all_items';
    case 'count_above':
      return measure.above === 0 ? 'any_yes_decides' : 'all_items';
    case 'condition_share':
      return measure.conditions.length > 1 ? 'one_no_decides' : 'not_a_battery';
    case 'sample_gap':
      return partialOf(measure.measure);
    default:
      return 'variable' in measure ? (batteries[measure.variable] ?? 'not_a_battery') : 'not_a_battery';
  }
}

const notSure = 'not_sure';

function dontKnowOf(
  measure: AnyMeasure,
  record: string,
  find: FindVariable,
): MeasurableIndicator['dont_know'] {
  const hasNotSure = (variable: string, where = record): boolean =>
    codeLists[find(where, variable)?.codes ?? '']?.codes.some(({ code }) => code === notSure) ?? false;
  switch (measure.kind) {
    case 'share':
    case 'structure':
      if (!hasNotSure(measure.variable)) return 'not_applicable';
      return measure.excluded?.includes(notSure) ? 'excluded' : 'in_denominator';
    case 'member_share':
      return hasNotSure(measure.variable, 'member') ? 'in_denominator' : 'not_applicable';
    case 'total':
      return hasNotSure(measure.variable) ? 'excluded' : 'not_applicable';
    case 'condition_share':
      return measure.conditions.some((c) => 'in' in c && hasNotSure(c.variable) && !c.in.includes(notSure))
        ? 'as_no'
        : 'not_applicable';
    case 'sample_gap':
      return dontKnowOf(measure.measure, record, find);
    default:
      return 'not_applicable';
  }
}

const trendAges: Condition = { variable: 'age', min: 15, max: 59 };
const money: ReadonlySet<string> = new Set(['yuan', 'yuan_per_month', 'yuan_per_year', 'yuan_per_hour']);

function variantsOf({
  instruments,
  universe,
  unit,
}: Pick<MeasurableIndicator, 'instruments' | 'universe' | 'unit'>): MeasurableIndicator['variants'] {
  const level = {
    variant: 'level' as const,
    adds: [],
    note: {
      zh: `各轮自身的总体${money.has(unit) ? '；当年价' : ''}`,
      en: `the wave’s own universe${money.has(unit) ? '; nominal yuan' : ''}`,
    },
  };
  const agesApart = universe.some(
    (c) => c.variable === 'age' && 'min' in c && (c.min ?? 0) > (trendAges as { max: number }).max,
  );
  if (!instruments.includes('monitoring') || agesApart) return [level];
  return [
    level,
    {
      variant: 'trend',
      adds: [trendAges],
      note: {
        zh: `15-59岁，题目和编码相同的各轮${money.has(unit) ? '；当年价，有价格指数时另列不变价' : ''}`,
        en: `ages 15 to 59, waves with the same question and codes${money.has(unit) ? '; nominal yuan, and constant prices where there is a price index' : ''}`,
      },
    },
  ];
}

const defaultUnit = (measure: AnyMeasure): MeasurableIndicator['unit'] => {
  if (proportions.has(measure.kind)) return 'share';
  if (measure.kind === 'years_between') return 'years';
  if (measure.kind === 'total') return 'persons';
  if (measure.kind === 'composite' || measure.kind === 'reliability') return 'index';
  if (measure.kind === 'score_mean') return 'score';
  throw new Error(`complete: a measure of kind "${measure.kind}" has no usual unit; give one`);
};

function sentence(measure: AnyMeasure, universe: Label, numerator: Label, dontKnow: string): Label {
  const kept =
    dontKnow === 'in_denominator'
      ? { zh: '；“不清楚”计入分母', en: '; “not sure” stays in the denominator' }
      : dontKnow === 'as_no'
        ? { zh: '；“不清楚”视为否', en: '; “not sure” counts as no' }
        : { zh: '', en: '' };
  if (measure.kind === 'structure')
    return {
      zh: `${universe.zh}按${numerator.zh.replace('的每一类', '')}的构成${kept.zh}`,
      en: `Shares of ${universe.en} by ${numerator.en.replace('each class of ', '')}${kept.en}`,
    };
  if (proportions.has(measure.kind))
    return {
      zh: `${universe.zh}中${numerator.zh}者所占比例${kept.zh}`,
      en: `Share of ${universe.en} with ${numerator.en}${kept.en}`,
    };
  return { zh: `${universe.zh}：${numerator.zh}`, en: `${numerator.en}, among ${universe.en}` };
}

/** A whole definition from what its author wrote. */
export function complete(topic: IndicatorTopic, draft: IndicatorDraft): MeasurableIndicator {
  const { id, label, universe, measure, instruments, record = 'respondent' } = draft;
  const find = variablesOf(instruments[0] as Instrument);
  const words = wordsFor(find, record);
  const dont_know = draft.dont_know ?? dontKnowOf(measure, record, find);
  const numerator = words.numerator(measure);
  const unit = draft.unit ?? defaultUnit(measure);
  const conditions = [...universe.conditions];
  return {
    id,
    topic,
    status: 'measurable',
    label,
    definition: draft.definition ?? sentence(measure, universe.label, numerator, dont_know),
    record,
    universe: conditions,
    universe_label: universe.label,
    numerator,
    denominator: words.denominator(measure, universe.label),
    measure,
    unit,
    direction: draft.direction ?? 'neither',
    aggregation: {
      statistic: statisticOf(measure),
      weight: ofMembers.has(measure.kind) ? 'household_weight' : 'final_weight',
    },
    variants: variantsOf({ instruments: [...instruments], universe: conditions, unit }),
    dont_know,
    partial_battery: draft.partial_battery ?? partialOf(measure),
    instruments: [...instruments],
    source: draft.source,
    source_standard: [...draft.standards],
    directive_areas: [...(draft.areas ?? [])],
    ...(draft.renamed === undefined ? {} : { renamed: draft.renamed }),
    ...(draft.breakdowns === undefined ? {} : { breakdowns: [...draft.breakdowns] }),
    ...(draft.printed === undefined ? {} : { printed: [...draft.printed] }),
  };
}
