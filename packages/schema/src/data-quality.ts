import { IssueAction, IssueCode, IssueSeverity } from './issue.ts';
import { Label } from './label.ts';
import { MissingReason } from './missing-reason.ts';
import { z } from './zod.ts';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

/** How often a rule was broken. `judged` are the records that it could be judged on; a rule that a wave cannot judge has no row. */
export const RuleCount = z.strictObject({
  rule: z.string(),
  code: IssueCode,
  severity: IssueSeverity,
  action: IssueAction,
  judged: count,
  count,
  share,
});
export type RuleCount = z.infer<typeof RuleCount>;

/** How many cells of a variable are empty for a reason, among the records kept. Reasons that do not occur have no row. */
export const MissingCount = z.strictObject({
  variable: z.string(),
  reason: MissingReason,
  count,
  share,
});
export type MissingCount = z.infer<typeof MissingCount>;

/**
 * Unweighted share of a category among those who answered; `question` where wording or code list differ from the latest waves. `offered` is
 * false where the wave could not have it: its question has no such answer, or its ages end below. Its share of 0 is then no finding.
 */
export const CategoryShare = z.strictObject({
  variable: z.string(),
  category: z.string(),
  n: count,
  count,
  share,
  question: z.string().nullable(),
  offered: z.boolean(),
});
export type CategoryShare = z.infer<typeof CategoryShare>;

/** Unweighted spread of a number among those who answered. No smallest or largest value: those are single persons. */
export const NumberSummary = z.strictObject({
  variable: z.string(),
  n: count,
  mean: z.number(),
  p10: z.number(),
  median: z.number(),
  p90: z.number(),
});
export type NumberSummary = z.infer<typeof NumberSummary>;

/**
 * Digit heaping: the share of answers that are multiples of `step`, against the share that would be if all multiples of `unit` were alike.
 * `index` is their ratio, 1 without heaping. `province` is null for the whole wave; a province has a row from 500 answers on.
 */
export const HeapingIndex = z.strictObject({
  variable: z.string(),
  province: z.string().nullable(),
  unit: z.number().positive(),
  step: z.number().positive(),
  n: count,
  share,
  expected: share,
  index: z.number().nonnegative(),
});
export type HeapingIndex = z.infer<typeof HeapingIndex>;

/** Straight-lining: the share of those who answered a whole battery that gave the same answer to every item, reversed ones included. */
export const StraightLining = z.strictObject({
  battery: z.string(),
  items: count,
  province: z.string().nullable(),
  n: count,
  count,
  share,
});
export type StraightLining = z.infer<typeof StraightLining>;

/**
 * A funnel of clusters: how many have a share beyond the limits within which 99.8 % of clusters of their size lie if all share one rate.
 * `by` names the column that makes clusters; the clusters themselves stand in `clusters.csv`. `limits` are those of sizes from 1 to that of
 * the largest cluster.
 */
export const ClusterFunnel = z.strictObject({
  measure: z.enum(['near_duplicates', 'straight_lining']),
  by: z.string(),
  clusters: count,
  share,
  above: count,
  below: count,
  limits: z.array(z.strictObject({ n: count, lower: share, upper: share })),
});
export type ClusterFunnel = z.infer<typeof ClusterFunnel>;

/** Place names of a variable: how many were given, how many could not be matched to a place. */
export const PlaceMatching = z.strictObject({
  variable: z.string(),
  given: count,
  unmatched: count,
  share,
});
export type PlaceMatching = z.infer<typeof PlaceMatching>;

/**
 * Cells of a variable whose number is not written plainly: in full-width digits or with commas between thousands, which are read; with a comma that
 * may be a decimal mark, which are not.
 */
export const NumberFormCount = z.strictObject({
  variable: z.string(),
  form: z.enum(['full_width', 'thousands', 'decimal_comma']),
  count,
});
export type NumberFormCount = z.infer<typeof NumberFormCount>;

/** A figure printed elsewhere beside the unweighted figure of this wave. `within` says whether they agree to the printed digits. */
export const PublishedComparison = z.strictObject({
  published: z.string(),
  indicator: z.string(),
  category: z.string().nullable(),
  printed: z.number(),
  weighted: z.string(),
  n: count,
  value: z.number(),
  difference: z.number(),
  within: z.boolean(),
});
export type PublishedComparison = z.infer<typeof PublishedComparison>;

/** How the layout of the file was recognised: its score, the nearest other layout and its score, and what speaks against it. */
export const LayoutEvidence = z.strictObject({
  codebook: z.string(),
  score: share,
  next: z.string().nullable(),
  next_score: share.nullable(),
  usual_rows: count,
  warnings: z.array(z.strictObject({ code: z.string(), message: Label })),
});
export type LayoutEvidence = z.infer<typeof LayoutEvidence>;

/**
 * What belongs to the units: the members of the roster, or the rows of a second file (children, vacancies). `record` names the record of the
 * instrument; `rows_in` are the rows of the second file, null for a roster, which stands in the main one.
 */
export const MemberQuality = z.strictObject({
  record: z.string(),
  rows_in: count.nullable(),
  rows_out: count,
  missing: z.array(MissingCount),
  categories: z.array(CategoryShare),
  numbers: z.array(NumberSummary),
});
export type MemberQuality = z.infer<typeof MemberQuality>;

/**
 * What `quality.json` of a clean wave says of its data; no row in it is a person, none holds an identifier or a raw value. It is the researcher's
 * own file and keeps every count; pages made from it show none below ten, and none from which one would follow.
 */
export const DataQuality = z.strictObject({
  instrument: z.string(),
  wave: z.string(),
  synthetic: z.boolean(),
  rows_in: count,
  rows_out: count,
  removed: z.array(z.strictObject({ code: IssueCode, count })),
  corrections: count,
  layout: LayoutEvidence,
  rules: z.array(RuleCount),
  missing: z.array(MissingCount),
  categories: z.array(CategoryShare),
  numbers: z.array(NumberSummary),
  heaping: z.array(HeapingIndex),
  straight_lining: z.array(StraightLining),
  clusters: z.array(ClusterFunnel),
  places: z.array(PlaceMatching),
  number_forms: z.array(NumberFormCount),
  published: z.array(PublishedComparison),
  members: MemberQuality.nullable(),
});
export type DataQuality = z.infer<typeof DataQuality>;

/**
 * A row of `clusters.csv`: a cluster with its share of records that repeat another or answer in one straight line, and the limits of the
 * funnel for its size.
 */
export const ClusterRow = z.strictObject({
  measure: ClusterFunnel.shape.measure,
  cluster: z.string(),
  n: count,
  count,
  share,
  lower: share,
  upper: share,
  beyond: z.enum(['', 'above', 'below']),
});
export type ClusterRow = z.infer<typeof ClusterRow>;

/**
 * A row of `series.csv`: the unweighted share of a category in one wave, and its change since the wave before that has the variable.
 * `break`: `question` where wording or code list changed in between, `codes` where the category is new or gone, `jump` where the share
 * moved by five points or more and by more than sampling explains, empty where the series goes on.
 */
export const SeriesRow = z.strictObject({
  instrument: z.string(),
  variable: z.string(),
  category: z.string(),
  wave: z.string(),
  n: count,
  share,
  previous_wave: z.string().nullable(),
  change: z.number().nullable(),
  break: z.enum(['', 'question', 'codes', 'jump']),
  offered: z.boolean(),
});
export type SeriesRow = z.infer<typeof SeriesRow>;
