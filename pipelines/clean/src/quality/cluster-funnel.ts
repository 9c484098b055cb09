import type { ClusterFunnel, ClusterRow } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { binomialLimits } from './binomial-limits.ts';
import { textColumnOf } from './column-values.ts';

/** Columns that can make clusters, the finest first. */
const clusterColumns = ['psu', 'county', 'prefecture', 'site'];

/** Sizes at which the limits of a funnel are given, at most. */
const mostLimits = 60;

/** Sizes from one to the largest, closer together where the funnel narrows most. */
function sizesUpTo(largest: number): number[] {
  if (largest <= mostLimits) return Array.from({ length: largest }, (_, i) => i + 1);
  const at = (i: number): number => Math.round(1 + (largest - 1) * (i / (mostLimits - 1)) ** 2);
  return [...new Set(Array.from({ length: mostLimits }, (_, i) => at(i)))];
}

const limitsUpTo = (largest: number, share: number): ClusterFunnel['limits'] =>
  sizesUpTo(largest).map((n) => {
    const { fewest, most } = binomialLimits(n, share);
    return { n, lower: fewest / n, upper: most / n };
  });

/** What is counted in clusters: among whom, and who has it. */
export interface Counted {
  readonly measure: ClusterFunnel['measure'];
  among(row: number): boolean;
  has(row: number): boolean;
}

/** Shares by cluster with the limits of a funnel around the share of the wave; none where no column makes clusters. */
export function clusterFunnel(
  records: Table,
  { measure, among, has }: Counted,
): { funnel: ClusterFunnel; rows: ClusterRow[] } | undefined {
  const by = clusterColumns.find((name) => textColumnOf(records, name)?.codes.some((code) => code >= 0));
  const column = by === undefined ? undefined : textColumnOf(records, by);
  if (by === undefined || !column) return undefined;
  const groups = column.levels.map(() => ({ n: 0, count: 0 }));
  for (let row = 0; row < records.rows; row++) {
    const group = groups[column.codes[row] as number];
    if (!group || !among(row)) continue;
    group.n += 1;
    if (has(row)) group.count += 1;
  }
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return undefined;
  const share = groups.reduce((sum, { count }) => sum + count, 0) / total;
  const rows = groups
    .flatMap(({ n, count }, i): ClusterRow[] => {
      if (n === 0) return [];
      const { fewest, most } = binomialLimits(n, share);
      return [
        {
          measure,
          cluster: column.levels[i] ?? '',
          n,
          count,
          share: count / n,
          lower: fewest / n,
          upper: most / n,
          beyond: count > most ? 'above' : count < fewest ? 'below' : '',
        },
      ];
    })
    .sort((a, b) => (a.cluster < b.cluster ? -1 : 1));
  const beyond = (side: ClusterRow['beyond']): number => rows.filter((row) => row.beyond === side).length;
  const largest = Math.max(...rows.map(({ n }) => n));
  return {
    funnel: {
      ...{ measure, by, clusters: rows.length, share },
      above: beyond('above'),
      below: beyond('below'),
      limits: limitsUpTo(largest, share),
    },
    rows,
  };
}
