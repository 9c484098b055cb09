import type { Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block, Run } from '../document/block.ts';
import { composeFinding, type FigureLinks, type Finding } from '../words/findings/compose.ts';
import type { BookChapter, BookWave } from './book-data.ts';
import { figuresFor } from './figures-for.ts';

/** A figure that a sentence can point to. */
interface FigureReference {
  readonly anchor: string;
  readonly number: string;
}

const link = ({ anchor, number }: FigureReference): Run => ({ text: number, anchor });

/** What a chapter's sentences can point to: its figures by their place among the charts, and the table of its indicators. */
export interface FindingReferences {
  reference(chart: number): FigureReference;
  readonly summary: FigureReference;
}

/** The findings of a chapter, each sentence with links to the figures that show it, or to the table of the chapter's indicators. */
export function chapterFindings(
  { file, rows, comparisons }: Pick<BookChapter, 'file' | 'rows' | 'comparisons'>,
  waves: readonly Pick<BookWave, 'wave'>[],
  { reference, summary }: FindingReferences,
  lang: Language,
): Finding[] {
  const own = waves
    .map(({ wave }) => wave)
    .filter(({ instrument }) => instrument === file.instrument)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
  const linksOf: FigureLinks = (sentence) => {
    const figures = figuresFor(sentence, file.charts).map((chart) => link(reference(chart)));
    return figures.length > 0 || sentence.domain !== 'all' ? figures : [link(summary)];
  };
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
