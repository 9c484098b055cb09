import { Condition } from './condition.ts';
import { Indicator, Topic } from './indicator.ts';
import { Label } from './label.ts';
import { Measure } from './measure.ts';
import { Instrument } from './snapshot.ts';
import { z } from './zod.ts';

/** The groups of the list of indicators: the topics that have a chapter, and the programme's own. */
export const IndicatorTopic = z.enum([...Topic.options, 'programme']);
export type IndicatorTopic = z.infer<typeof IndicatorTopic>;

/** Units of all indicators: those of the chapters, and those of the baseline surveys and of money, persons and scores. */
export const IndicatorUnit = z.enum([
  ...Indicator.shape.unit.options,
  'yuan',
  'posts',
  'services',
  'square_metres',
  'per_cent',
  'per_100000',
]);
export type IndicatorUnit = z.infer<typeof IndicatorUnit>;

const Totals = z.strictObject({ record: z.string(), variables: z.array(z.string()).min(1) });

/**
 * Kinds of measure that no chapter estimates.
 *
 * - `total_ratio`: total of the sum of the numerator's variables over that of the denominator's, times `scale`; each total is over the
 *   units of its record, which count with the weight of the establishment that they belong to.
 * - `member_mean`: the mean of a number over household members for whom `where` holds, each with the household weight.
 * - `total`: the estimated number of persons whose `variable` is one of `codes`; it needs calibrated weights.
 * - `sample_gap`: an indicator (its `measure`) among migrants minus the same among local residents; with `controls` at equal characteristics.
 */
export const FurtherMeasure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('total_ratio'),
    numerator: Totals,
    denominator: Totals,
    scale: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('member_mean'), where: z.array(Condition).min(1), variable: z.string() }),
  z.strictObject({ kind: z.literal('total'), variable: z.string(), codes: z.array(z.string()).min(1) }),
  z.strictObject({
    kind: z.literal('sample_gap'),
    indicator: z.string(),
    measure: Measure,
    controls: z.array(z.string()).min(1).optional(),
  }),
]);
export type FurtherMeasure = z.infer<typeof FurtherMeasure>;

/** Every kind of measure: `Measure`, which the chapters estimate, and the further ones. */
export const AnyMeasure = z.discriminatedUnion('kind', [...Measure.options, ...FurtherMeasure.options]);
export type AnyMeasure = z.infer<typeof AnyMeasure>;

/** Where an indicator comes from: standards and documents; `monitoring_survey` is an item of the survey that none of them names. */
export const IndicatorStandard = z.enum([
  'white_book',
  'ilo_decent_work',
  'sdg',
  'nbs',
  'directives_2006',
  'project_document',
  'yem',
  'presentation_2017',
  'monitoring_survey',
]);
export type IndicatorStandard = z.infer<typeof IndicatorStandard>;

/**
 * How the sample gives the figure: the statistic, and the weight with which a unit counts (`final_weight` of the respondent or
 * establishment, `household_weight` for household members).
 */
const Aggregation = z.strictObject({
  statistic: z.enum([
    'proportion',
    'mean',
    'quantile',
    'ratio_of_totals',
    'gini',
    'gap_of_means',
    'regression',
    'reliability',
    'total',
    'difference_of_samples',
  ]),
  weight: z.enum(['final_weight', 'household_weight']),
});

/** A variant, what it adds to the universe, and what a reader must know of it. */
const Variant = z.strictObject({
  variant: z.enum(['level', 'trend']),
  adds: z.array(Condition),
  note: Label,
});

/**
 * How a battery that is answered in part counts. `all_items`: missing unless all items are answered. `any_yes_decides`: a yes is enough;
 * no only if all are no. `one_no_decides`: one condition that fails is enough; else all must be answered. `not_a_battery`.
 */
export const PartialBattery = z.enum(['all_items', 'any_yes_decides', 'one_no_decides', 'not_a_battery']);
export type PartialBattery = z.infer<typeof PartialBattery>;

const common = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  topic: IndicatorTopic,
  label: Label,
  definition: Label,
  universe_label: Label,
  numerator: Label,
  denominator: Label,
  unit: IndicatorUnit,
  direction: Indicator.shape.direction,
  source: z.string(),
  source_standard: z.array(IndicatorStandard).min(1),
  directive_areas: z.array(z.string()),
  printed: z.array(z.strictObject({ row: z.string(), value: z.number() })).optional(),
};

/**
 * An indicator that an instrument can measure.
 *
 * - `record`: whose answers are counted: respondents, children, establishments, vacancies.
 * - `instruments`: those whose definition has every variable. `renamed`: the names of variables in an instrument that calls them otherwise.
 * - `dont_know`: how 不清楚 to a question counts: a class of its own in the denominator, left out, or as no (in a figure made from several
 *   answers).
 * - `breakdowns`: those that a printed comparator needs, beside the usual ones.
 * - `printed`: rows of `data/published` that print the figure under this definition, as far as their definition is known.
 */
export const MeasurableIndicator = z.strictObject({
  ...common,
  status: z.literal('measurable'),
  record: z.string(),
  universe: z.array(Condition),
  measure: AnyMeasure,
  aggregation: Aggregation,
  variants: z.array(Variant).min(1),
  dont_know: z.enum(['in_denominator', 'excluded', 'as_no', 'not_applicable']),
  partial_battery: PartialBattery,
  instruments: z.array(Instrument).min(1),
  renamed: z.partialRecord(Instrument, z.record(z.string(), z.string())).optional(),
  breakdowns: z.array(z.string()).optional(),
});
export type MeasurableIndicator = z.infer<typeof MeasurableIndicator>;

/** An indicator taken from a published table, not from a survey; `table` is its file in `data/published`. */
export const PublishedIndicator = z.strictObject({
  ...common,
  status: z.literal('published'),
  table: z.string(),
});
export type PublishedIndicator = z.infer<typeof PublishedIndicator>;

/** An indicator that no instrument can measure: why, and what would be needed. It is a gap on a page, never an invented number. */
export const NotMeasurableIndicator = z.strictObject({
  ...common,
  status: z.literal('not_measurable'),
  reason: Label,
  needed: Label,
});
export type NotMeasurableIndicator = z.infer<typeof NotMeasurableIndicator>;

/** One indicator of the list, measurable or not. */
export const IndicatorDefinition = z.discriminatedUnion('status', [
  MeasurableIndicator,
  PublishedIndicator,
  NotMeasurableIndicator,
]);
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;
