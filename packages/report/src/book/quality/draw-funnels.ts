import { renderPng, renderSvg } from '@wavebook/charts';
import type { ClusterFunnel, Language } from '@wavebook/schema';
import type { BookWave, DrawnFunnel } from '../book-data.ts';
import { drawFunnel } from './draw-funnel.ts';

const measures: readonly ClusterFunnel['measure'][] = ['straight_lining', 'near_duplicates'];

/** The funnel of each measure in the latest wave that has one to show. */
export async function drawFunnels(waves: readonly BookWave[], lang: Language): Promise<DrawnFunnel[]> {
  const latestFirst = [...waves].sort((a, b) => (a.wave.wave < b.wave.wave ? 1 : -1));
  const drawn: DrawnFunnel[] = [];
  for (const measure of measures) {
    const [chart] = latestFirst.flatMap((wave) => drawFunnel(wave, measure, lang) ?? []);
    if (!chart) continue;
    const svg = await renderSvg(chart.spec);
    drawn.push({
      name: measure.replaceAll('_', '-'),
      headline: chart.headline,
      description: chart.spec.description ?? '',
      svg,
      png: renderPng(svg),
    });
  }
  return drawn;
}
