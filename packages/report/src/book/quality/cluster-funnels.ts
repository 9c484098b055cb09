import type { ClusterFunnel, Label } from '@wavebook/schema';
import { textCell } from '../../table/estimate-cells.ts';
import type { Table } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';
import { tableId, textColumn, variableLabel, waveName } from './names.ts';
import { shareShown } from './shown-cells.ts';

type Measure = ClusterFunnel['measure'];

export const measureLabels: Record<Measure, Label> = {
  near_duplicates: { zh: '近似重复的访问', en: 'Interviews that nearly repeat another' },
  straight_lining: { zh: '量表直线作答', en: 'Straight-lined batteries' },
};

/** What makes the clusters of a funnel. */
export const clusterLabel = (by: string): Label =>
  by === 'psu' ? { zh: '抽样单元', en: 'sampling units' } : variableLabel(by);

/** Those counted and all judged, over the clusters of a funnel. */
export function funnelTotals({ clusters = [] }: QualityWave, measure: Measure): { count: number; n: number } {
  const own = clusters.filter((row) => row.measure === measure);
  return {
    count: own.reduce((sum, { count }) => sum + count, 0),
    n: own.reduce((sum, { n }) => sum + n, 0),
  };
}

/** How many clusters of each wave have more, or fewer, repeated or straight-lined interviews than chance explains. */
export function funnelsTable(waves: readonly QualityWave[], number: Label): Table | undefined {
  const rows = (Object.keys(measureLabels) as Measure[]).flatMap((measure) => {
    const lines = waves.flatMap((wave) => {
      const funnel = wave.quality?.clusters.find((c) => c.measure === measure);
      if (!funnel) return [];
      const { count, n } = funnelTotals(wave, measure);
      return [
        {
          cells: [
            textCell(waveName(wave.wave), { indent: 1 }),
            textCell(clusterLabel(funnel.by)),
            { kind: 'count' as const, value: funnel.clusters },
            shareShown(count, n, { decimals: 2 }),
            { kind: 'count' as const, value: funnel.above },
            { kind: 'count' as const, value: funnel.below },
          ],
        },
      ];
    });
    return lines.length === 0 ? [] : [{ heading: measureLabels[measure] }, ...lines];
  });
  if (rows.length === 0) return undefined;
  return {
    ...{ id: tableId('quality-clusters', waves), number },
    title: { zh: '样本群的漏斗检验', en: 'Clusters in the funnel' },
    columns: [
      textColumn('年份', 'Wave', 20),
      textColumn('样本群', 'Clusters are', 18),
      { label: { zh: '群数', en: 'Clusters' }, kind: 'count' },
      { label: { zh: '全轮占比%', en: 'Share in the wave %' }, kind: 'number' },
      { label: { zh: '高于界限', en: 'Above the limits' }, kind: 'count' },
      { label: { zh: '低于界限', en: 'Below the limits' }, kind: 'count' },
    ],
    rows,
    notes: [
      {
        zh: '若各群同率，同样大小的群有99.8%在界限之内。出界的群应查访问员和录音；其编号在 clusters.csv，本书不列。',
        en: 'If all clusters share one rate, 99.8% of those of a size lie within the limits. Look at the interviewers of those outside; clusters.csv names them, this book does not.',
      },
    ],
  };
}
