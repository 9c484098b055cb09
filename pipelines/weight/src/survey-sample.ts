import { type NonresponseClass, nonresponseClasses, type ResponseStatus } from '@wavebook/survey-stats';
import { DataError, numbersOf, type Table, table, textColumn, textOf } from '@wavebook/tables';

/** What became of the sampled units of an arm, part by part. */
export interface ResponseCount {
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

const statusOf: Readonly<Record<string, ResponseStatus>> = {
  responded: 'respondent',
  refused: 'nonrespondent',
  not_found: 'nonrespondent',
  left_site: 'ineligible',
  unknown: 'unknown',
};

/** Fewest respondents of an adjustment class; smaller ones join the one before. */
const FEWEST = 5;

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
 * Gives the records of a survey with a comparison group what its list of sampled units knows: `arm`, `site_assigned`, `part`, and two weights.
 *
 * - `panel_weight`: the design weight after non-response adjustment in classes of part, arm, and group, for those who were followed (at a
 *   first round: for all). It stands for everybody in the communities at the first round who is still in the population.
 * - `response_weight`: for estimates of one round. People who still live in their site can be drawn in two ways, as followed and as newly
 *   drawn, and share their weight by the two sample sizes of the arm; those who moved were drawn in one way alone.
 */
export function withSample(respondents: Table, sample: Table, key: string): SampledRecords {
  const [id, arm, part, status, group, site] = [key, 'arm', 'part', 'status', 'group', 'site_assigned'].map(
    (name) => texts(sample, name),
  ) as [string[], string[], string[], string[], string[], string[]];
  const designWeight = numbersOf(sample, 'weight');
  const levels = [...new Set(arm.map((own, row) => `${part[row]}:${own}:${group[row]}`))].sort();
  const place = new Map(levels.map((level, i) => [level, i]));
  const adjusted = nonresponseClasses(designWeight, {
    status: status.map((own) => statusOf[own] ?? 'unknown'),
    classes: {
      codes: Int32Array.from(arm, (own, row) => place.get(`${part[row]}:${own}:${group[row]}`) ?? -1),
      levels,
    },
    minimumRespondents: FEWEST,
    smallClass: 'merge',
  });
  const rowOf = new Map(id.map((unit, row) => [unit, row]));
  const rows = texts(respondents, key).map((unit) => {
    const row = rowOf.get(unit);
    if (row === undefined) throw new DataError(`${key} "${unit}" is not in the list of sampled units`);
    return row;
  });
  const here = texts(respondents, 'site');
  const stays = rows.map((row, i) => here[i] === site[row]);
  const shares = new Map(
    [...new Set(arm)].map((own) => {
      const count = (wanted: string): number =>
        rows.filter((row, i) => stays[i] && arm[row] === own && (part[row] === 'new') === (wanted === 'new'))
          .length;
      const [followed, fresh] = [count('followed'), count('new')];
      return [own, followed / (followed + fresh)] as const;
    }),
  );
  const weight = rows.map((row) => adjusted.weight[row] as number);
  const own = (column: readonly string[]) => textColumn(rows.map((row) => column[row] as string));
  const numbers = (value: (row: number, i: number) => number) => ({
    kind: 'number' as const,
    values: Float64Array.from(rows, value),
  });
  return {
    respondents: table(
      respondents.rows,
      [
        ...respondents.columns,
        ['arm', own(arm)],
        ['site_assigned', own(site)],
        ['sample_part', own(part)],
        ['panel_weight', numbers((row, i) => (part[row] === 'new' ? Number.NaN : (weight[i] as number)))],
        [
          'response_weight',
          numbers((row, i) => {
            const share = shares.get(arm[row] as string) as number;
            const portion = part[row] === 'new' ? 1 - share : stays[i] ? share : 1;
            return (weight[i] as number) * portion;
          }),
        ],
      ],
      respondents.labels,
    ),
    response: { counts: countsOf(arm, part, status), classes: adjusted.classes },
  };
}
