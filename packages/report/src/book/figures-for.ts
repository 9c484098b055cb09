import type { ChapterFile } from '../chapter.ts';
import type { Sentence } from '../words/findings/sentence.ts';

type Chart = Pick<ChapterFile['charts'][number], 'indicator' | 'beside' | 'domain' | 'mark'>;

const overTime: ReadonlySet<string> = new Set([
  'trend',
  'ribbon',
  'dumbbell',
  'slope',
  'multiples',
  'tile-multiples',
]);

/** Ways in which a chart may show what a sentence speaks of, the closest first. */
const ways: readonly ((chart: Chart, sentence: Pick<Sentence, 'domain' | 'mark'>) => boolean)[] = [
  ({ domain, mark }, sentence) =>
    domain === sentence.domain || (sentence.mark === 'trend' && mark === 'trend'),
  ({ domain }, sentence) => domain.split(':').includes(sentence.domain),
  (_, sentence) => sentence.domain === 'all',
];

/**
 * The figures that show what a sentence speaks of, by their places among the charts: those of its own breakdown, else one that crosses it with
 * another, else, for a figure of everybody, one in which everybody stands beside the groups.
 */
export function figuresFor(
  sentence: Pick<Sentence, 'indicator' | 'domain' | 'mark'>,
  charts: readonly Chart[],
): number[] {
  const own = charts.flatMap((chart, i) => {
    const shows = [chart.indicator, ...(chart.beside ?? [])].includes(sentence.indicator);
    const isTrend = overTime.has(chart.mark);
    return shows && chart.mark !== 'comparator' && isTrend === (sentence.mark === 'trend') ? [i] : [];
  });
  for (const [place, fits] of ways.entries()) {
    const found = own.filter((i) => fits(charts[i] as Chart, sentence));
    if (found.length > 0) return place === 0 ? found : found.slice(0, 1);
  }
  return [];
}
