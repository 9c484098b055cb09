import { attachData, type ChartRow, dotFunnel, withUsermeta } from '@wavebook/charts';
import type { ClusterFunnel, Language } from '@wavebook/schema';
import type { DrawnChart } from '../../drawn-chart.ts';
import { syntheticNotice } from '../../words/notes.ts';
import { countInWords, plainFigure } from '../../words/number.ts';
import { waveSource } from '../../words/wave-source.ts';
import type { BookWave } from '../book-data.ts';
import { clusterLabel, funnelTotals, measureLabels } from './cluster-funnels.ts';
import { mayShow } from './shown-cells.ts';

/** How many clusters of one size have one share; none is named. */
function spotsOf({ clusters = [] }: BookWave, measure: ClusterFunnel['measure']): ChartRow[] {
  const spots = new Map<string, { n: number; share: number; clusters: number; beyond: string }>();
  for (const { n, count, share, beyond } of clusters.filter((row) => row.measure === measure)) {
    const key = `${n}/${count}`;
    const spot = spots.get(key) ?? { n, share, clusters: 0, beyond };
    spots.set(key, { ...spot, clusters: spot.clusters + 1 });
  }
  return [...spots.values()].sort((a, b) => a.n - b.n || a.share - b.share);
}

function headlineOf({ wave }: BookWave, { measure, above, below }: ClusterFunnel, lang: Language): string {
  const what = measureLabels[measure][lang];
  const outside = above + below;
  if (lang === 'zh')
    return `${wave.wave}年${what}：${outside === 0 ? '没有样本群超出漏斗界限' : `${above}个样本群高于界限，${below}个低于界限`}`;
  const found =
    outside === 0 ? 'no cluster lies outside the funnel' : `${above} above the funnel, ${below} below it`;
  return `${what}, ${wave.wave}: ${found}`;
}

/** Draws the clusters of a wave in the funnel of a measure; undefined where the wave has no such clusters, or too few people to show. */
export function drawFunnel(
  book: BookWave,
  measure: ClusterFunnel['measure'],
  lang: Language,
): DrawnChart | undefined {
  const funnel = book.quality?.clusters.find((c) => c.measure === measure);
  const data = spotsOf(book, measure);
  const { count, n } = funnelTotals(book, measure);
  if (!funnel || data.length === 0 || count === 0 || !mayShow(count, n)) return undefined;
  const zh = lang === 'zh';
  const { wave } = book;
  const headline = headlineOf(book, funnel, lang);
  const units = clusterLabel(funnel.by)[lang];
  const rate = `${plainFigure(funnel.share, 'share')}%`;
  const counted = countInWords(funnel.clusters);
  const spec = dotFunnel({
    fields: { size: 'n', share: 'share', clusters: 'clusters', beyond: 'beyond' },
    text: {
      headline,
      subtitle: zh
        ? `各${units}中的比例，按其访问数；${counted}个群`
        : `Share in each of ${counted} ${units.toLowerCase()}, by the number of interviews in it`,
      notes: [
        zh
          ? `未加权；横线为全轮比例${rate}。若各群同率，同样大小的群有99.8%落在界限之内。图中不标样本群的编号。`
          : `Unweighted; the level line is the share of the whole wave, ${rate}. If all clusters share one rate, 99.8% of those of a size lie within the limits. No cluster is named.`,
        ...(wave.synthetic ? [syntheticNotice[lang]] : []),
      ],
      description: zh
        ? `漏斗图：${headline}。全轮比例${rate}。`
        : `Funnel plot. ${headline}. Share of the whole wave: ${rate}.`,
      n,
      synthetic: wave.synthetic,
      source: waveSource([wave], lang),
      lang,
    },
    size: { title: zh ? '群内访问数' : 'Interviews in the cluster' },
    share: { title: zh ? '比例' : 'Share', largest: Math.max(...data.map(({ share }) => Number(share))) },
    overall: funnel.share,
    limits: funnel.limits,
  });
  const meta = { instrument: wave.instrument, wave: wave.wave, synthetic: wave.synthetic, estimates: [] };
  return { spec: withUsermeta(attachData(spec, data), meta), headline, data };
}
