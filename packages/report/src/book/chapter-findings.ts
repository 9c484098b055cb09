import type { Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block, Run } from '../document/block.ts';
import { changeSentence, levelSentence, rangeClause, sexSentence } from '../words/finding.ts';
import type { BookChapter, BookWave } from './book-data.ts';
import type { EstimateFinder } from './estimate-finder.ts';
import { capitalised } from './in-both.ts';

/** A figure that a sentence can point to. */
export interface FigureReference {
  readonly anchor: string;
  readonly number: string;
}

/**
 * A chapter's findings, one for each indicator that it draws, written from the numbers of the latest wave that measured it: its level with
 * interval, its change, whether women and men differ, and the range over each breakdown drawn, with the numbers of the figures.
 */
export function chapterFindings(
  { file, comparisons }: BookChapter,
  find: EstimateFinder,
  waves: readonly BookWave[],
  reference: (chart: number) => FigureReference,
  lang: Language,
): Block {
  const zh = lang === 'zh';
  const latestFirst = waves.map(({ wave }) => wave.wave).sort((a, b) => (a < b ? 1 : -1));
  const links = (charts: readonly number[]): Run[] =>
    charts.length === 0
      ? []
      : [
          zh ? '（' : ' (',
          ...charts.flatMap((i, place): Run[] => {
            const { anchor, number } = reference(i);
            return [...(place === 0 ? [] : [zh ? '、' : ', ']), { text: number, anchor }];
          }),
          zh ? '）' : ')',
        ];
  const ended = (sentence: string, charts: readonly number[], id?: string): Run[] => {
    const stop = zh ? '。' : '.';
    const open = sentence.endsWith(stop) ? sentence.slice(0, -1) : sentence;
    return [id === undefined ? open : { text: open, id }, ...links(charts), `${stop}${zh ? '' : ' '}`];
  };
  const entries = indicatorsByTopic[file.topic].flatMap((indicator) => {
    const charts = file.charts.flatMap((chart, i) =>
      chart.indicator === indicator.id ? [{ ...chart, i }] : [],
    );
    const measured = (wave: string) => find.of({ indicator: indicator.id, wave, domain: 'all' });
    const wave = latestFirst.find((w) => measured(w).length > 0);
    if (wave === undefined || charts.length === 0) return [];
    const overall = measured(wave);
    const level = levelSentence(indicator, overall, lang);
    if (level === undefined) return [];
    const comparison = (domain: string) =>
      comparisons.find((c) => c.indicator === indicator.id && c.wave === wave && c.domain === domain);
    const change = changeSentence(comparison('wave'), lang);
    const sexes = sexSentence(comparison('sex'), lang);
    const places = (chosen: (chart: (typeof charts)[number]) => boolean): number[] =>
      charts.filter(chosen).map(({ i }) => i);
    const isTrend = ({ mark }: { mark: string }): boolean => mark === 'trend';
    const whole = places((c) => c.domain === 'all' && !isTrend(c));
    const domains = [
      ...new Set(charts.filter((c) => !isTrend(c) && c.domain !== 'all').map((c) => c.domain)),
    ];
    const ranges = domains.flatMap((domain) => {
      const clause = rangeClause(find.of({ indicator: indicator.id, wave, domain }), lang);
      if (clause === undefined) return [];
      return ended(
        zh ? clause : capitalised(clause),
        places((c) => c.domain === domain && !isTrend(c)),
      );
    });
    return [
      {
        term: [indicator.label[lang], ' ', { text: wave, quiet: true } as const],
        text: [
          ...ended(level, whole, overall.length === 1 ? overall[0]?.id : undefined),
          ...(change === undefined ? [] : ended(change, places(isTrend))),
          ...(sexes === undefined ? [] : ended(sexes, [])),
          ...ranges,
        ],
      },
    ];
  });
  return { kind: 'definitions', entries };
}
