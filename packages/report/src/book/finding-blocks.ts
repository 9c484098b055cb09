import type { Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block, Run } from '../document/block.ts';
import { composeFinding, type FigureLinks, type Finding } from '../words/findings/compose.ts';
import type { BookChapter, BookWave } from './book-data.ts';

/** A figure that a sentence can point to. */
export interface FigureReference {
  readonly anchor: string;
  readonly number: string;
}

const link = ({ anchor, number }: FigureReference): Run => ({ text: number, anchor });

/** The findings of a chapter, with links to the figures of the book. */
export function chapterFindings(
  { file, rows, comparisons }: Pick<BookChapter, 'file' | 'rows' | 'comparisons'>,
  waves: readonly Pick<BookWave, 'wave'>[],
  reference: (chart: number) => FigureReference,
  lang: Language,
): Finding[] {
  const own = waves
    .map(({ wave }) => wave)
    .filter(({ instrument }) => instrument === file.instrument)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
  const linksOf: FigureLinks = ({ indicator, domain, mark }) =>
    file.charts.flatMap((chart, i): Run[] => {
      const isTrend = chart.mark === 'trend' || chart.mark === 'dumbbell';
      const shows =
        chart.indicator === indicator &&
        isTrend === (mark === 'trend') &&
        chart.mark !== 'comparator' &&
        (chart.mark === 'trend' || chart.domain === domain);
      return shows ? [link(reference(i))] : [];
    });
  const evidence = { rows, comparisons, waves: own, lang };
  return file.findings.flatMap(
    (plan) => composeFinding(plan, indicatorsByTopic[file.topic], evidence, linksOf) ?? [],
  );
}

/** Where a finding stands in the book. */
export const findingAnchor = (topic: string, place: number): string => `${topic}-finding-${place + 1}`;

/** The key findings of a chapter as prose, each under its own words. */
export const findingBlocks = (topic: string, findings: readonly Finding[]): Block[] =>
  findings.flatMap(({ title, runs }, i): Block[] => [
    { kind: 'heading', level: 4, text: title, id: findingAnchor(topic, i) },
    { kind: 'paragraph', runs },
  ]);
