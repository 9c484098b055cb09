import { sampleWeights } from '@wavebook/indicators';
import type { NonresponseClass } from '@wavebook/survey-stats';
import { DataError, numbersOf, type Table, table, textColumn, textOf } from '@wavebook/tables';

/** What became of the sampled units of an arm, part by part. */
interface ResponseCount {
  readonly arm: string;
  readonly part: string;
  readonly status: string;
  readonly units: number;
}

/** How a sample with a comparison group answered: counts, and the classes by which weights were adjusted. */
export interface ResponseRecord {
  readonly counts: readonly ResponseCount[];
  readonly classes: readonly NonresponseClass[];
}

export interface SampledRecords {
  readonly respondents: Table;
  readonly response: ResponseRecord;
}

const texts = (records: Table, name: string): string[] => {
  const column = textOf(records, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? '');
};

const countsOf = (arm: string[], part: string[], status: string[]): ResponseCount[] => {
  const counts = new Map<string, ResponseCount>();
  arm.forEach((own, row) => {
    const key = [own, part[row], status[row]].join('|');
    const before = counts.get(key);
    counts.set(key, {
      arm: own,
      part: part[row] as string,
      status: status[row] as string,
      units: (before?.units ?? 0) + 1,
    });
  });
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
};

/**
 * Gives the records of a survey with a comparison group what its list of sampled units knows: `arm`, `site_assigned`, `sample_part`, and the
 * two weights of `sampleWeights`: `panel_weight` for those who were followed, `response_weight` for estimates of the round.
 */
export function withSample(respondents: Table, sample: Table, key: string): SampledRecords {
  const [id, arm, part, status, group, site] = [key, 'arm', 'part', 'status', 'group', 'site_assigned'].map(
    (name) => texts(sample, name),
  ) as [string[], string[], string[], string[], string[], string[]];
  const rowOf = new Map(id.map((unit, row) => [unit, row]));
  const rows = texts(respondents, key).map((unit) => {
    const row = rowOf.get(unit);
    if (row === undefined) throw new DataError(`${key} "${unit}" is not in the list of sampled units`);
    return row;
  });
  const stays = arm.map(() => false);
  texts(respondents, 'site').forEach((here, i) => {
    const row = rows[i] as number;
    stays[row] = here === site[row];
  });
  const weights = sampleWeights({ part, arm, group, status, weight: numbersOf(sample, 'weight'), stays });
  const own = (column: readonly string[]) => textColumn(rows.map((row) => column[row] as string));
  const numbers = (column: Float64Array) => ({
    kind: 'number' as const,
    values: Float64Array.from(rows, (row) => column[row] as number),
  });
  return {
    respondents: table(
      respondents.rows,
      [
        ...respondents.columns,
        ['arm', own(arm)],
        ['site_assigned', own(site)],
        ['sample_part', own(part)],
        ['panel_weight', numbers(weights.panel)],
        ['response_weight', numbers(weights.response)],
      ],
      respondents.labels,
    ),
    response: { counts: countsOf(arm, part, status), classes: weights.classes },
  };
}
