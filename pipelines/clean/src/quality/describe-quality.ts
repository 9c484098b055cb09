import type {
  ClusterRow,
  Codebook,
  DataQuality,
  Indicator,
  IssueCode,
  MemberQuality,
  PublishedValue,
} from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import { type Table, textOf } from '@wavebook/tables';
import type { CleanWave } from '../clean-wave.ts';
import type { SideRecords } from '../side-records.ts';
import { categoryShares, numberSummaries } from './answer-shares.ts';
import { clusterFunnel } from './cluster-funnel.ts';
import { heapingIndices } from './heaping.ts';
import { layoutEvidence } from './layout-evidence.ts';
import { missingCounts } from './missing-counts.ts';
import { offeredBy } from './offered-answers.ts';
import { publishedComparisons } from './published-comparisons.ts';
import { ruleCounts } from './rule-counts.ts';
import { straightLines, straightLiningShares } from './straight-lining.ts';

/** What is known of a wave beside its clean records. */
export interface QualityContext {
  readonly synthetic: boolean;
  readonly codebook: Codebook;
  /** Columns of the raw file. */
  readonly columns: readonly string[];
  readonly fileName: string;
  readonly corrections: number;
  readonly published: readonly PublishedValue[];
  readonly indicators: readonly Indicator[];
  /** What belongs to the units in a second file, cleaned. */
  readonly side?: SideRecords | undefined;
}

/** The numbers on what belongs to the units of an instrument; null where nothing does. */
function memberQuality(
  instrument: string,
  members: Table,
  { codebook, side }: QualityContext,
): MemberQuality | null {
  const definition = Object.values(instruments).find(({ id }) => id === instrument);
  const record = definition?.records[1];
  if (!record) return null;
  return {
    record: record.name,
    rows_in: side?.rowsIn ?? null,
    rows_out: members.rows,
    missing: missingCounts(members, record.variables),
    categories: categoryShares(
      members,
      record.variables,
      {},
      offeredBy(codebook.member, codebook.age_window),
    ),
    numbers: numberSummaries(
      members,
      record.variables.filter(({ name }) => !record.key.includes(name)),
    ),
  };
}

/** The numbers on the quality of a wave's data, and its clusters. */
export function describeQuality(
  instrument: string,
  wave: string,
  clean: CleanWave,
  context: QualityContext,
): { quality: DataQuality; clusters: ClusterRow[] } {
  const { respondents, unit } = clean;
  const { codebook, side } = context;
  const lines = straightLines(respondents, unit);
  const repeats = new Set(
    clean.issues.filter((i) => i.code === 'near_duplicate').map((i) => i.respondent_id),
  );
  const ids = textOf(respondents, clean.key);
  const funnels = [
    clusterFunnel(respondents, {
      measure: 'near_duplicates',
      among: () => true,
      has: (row) => repeats.has(ids.levels[ids.codes[row] as number] ?? ''),
    }),
    ...lines
      .slice(0, 1)
      .map(({ answered, straight }) =>
        clusterFunnel(respondents, { measure: 'straight_lining', among: answered, has: straight }),
      ),
  ].flatMap((funnel) => funnel ?? []);
  return {
    quality: {
      instrument,
      wave,
      synthetic: context.synthetic,
      rows_in: clean.rowsIn,
      rows_out: respondents.rows,
      removed: Object.entries(clean.removed)
        .map(([code, count]) => ({ code: code as IssueCode, count }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
      corrections: context.corrections,
      layout: layoutEvidence(wave, clean.rowsIn, context),
      rules: ruleCounts(instrument, new Map([...clean.judged, ...(side?.log.judged ?? [])]), [
        ...clean.issues,
        ...(side?.log.issues ?? []),
      ]),
      missing: missingCounts(respondents, unit),
      categories: categoryShares(
        respondents,
        unit,
        clean.questions,
        offeredBy(codebook.respondent, codebook.age_window),
      ),
      numbers: numberSummaries(respondents, unit),
      heaping: heapingIndices(respondents),
      straight_lining: straightLiningShares(respondents, lines),
      clusters: funnels.map(({ funnel }) => funnel),
      places: clean.places,
      number_forms: [...clean.forms, ...(side?.forms ?? [])].map(({ variable, form, cells }) => ({
        ...{ variable, form },
        count: cells,
      })),
      published:
        instrument === 'monitoring'
          ? publishedComparisons(wave, respondents, context.published, context.indicators)
          : [],
      members: memberQuality(instrument, side?.members ?? clean.members, context),
    },
    clusters: funnels.flatMap(({ rows }) => rows),
  };
}
