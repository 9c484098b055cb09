import type { Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { type Html, html } from '../html.ts';
import { changeSentence, levelSentence, rangeClause, sexSentence } from '../words/finding.ts';
import { rowsOf } from '../words/labels.ts';
import type { BookChapter, BookWave } from './book-data.ts';

/**
 * A chapter's findings, one for each indicator that it draws, written from the numbers of the latest wave that measured it: its level with
 * interval, its change, whether women and men differ, and the range over each breakdown drawn, with the numbers of the figures.
 */
export function chapterFindings(
  { file, rows, comparisons }: BookChapter,
  waves: readonly BookWave[],
  reference: (chart: number) => string,
  lang: Language,
): Html[] {
  const zh = lang === 'zh';
  const latestFirst = waves.map(({ wave }) => wave.wave).sort((a, b) => (a < b ? 1 : -1));
  const space = zh ? '' : ' ';
  const links = (charts: readonly number[]): Html => {
    const parts = charts.map((i) => html`<a href="#${file.topic}-${i + 1}">${reference(i)}</a>`);
    return html`${zh ? '（' : ' ('}${parts.flatMap((part, i) => (i === 0 ? [part] : [html`${zh ? '、' : ', '}`, part]))}${zh ? '）' : ')'}`;
  };
  const ended = (sentence: string, charts: readonly number[]): Html => {
    const stop = zh ? '。' : '.';
    const open = sentence.endsWith(stop) ? sentence.slice(0, -1) : sentence;
    return html`${open}${charts.length > 0 ? links(charts) : ''}${stop}${space}`;
  };
  return indicatorsByTopic[file.topic].flatMap((indicator) => {
    const charts = file.charts.flatMap((chart, i) =>
      chart.indicator === indicator.id ? [{ ...chart, i }] : [],
    );
    const wave = latestFirst.find((w) => rows.some((r) => r.indicator === indicator.id && r.wave === w));
    if (wave === undefined || charts.length === 0) return [];
    const level = levelSentence(
      indicator,
      rowsOf(rows, { indicator: indicator.id, wave, domain: 'all' }),
      lang,
    );
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
      const clause = rangeClause(rowsOf(rows, { indicator: indicator.id, wave, domain }), lang);
      const drawn = places((c) => c.domain === domain && !isTrend(c));
      if (clause === undefined) return [];
      return [ended(zh ? clause : clause.charAt(0).toUpperCase() + clause.slice(1), drawn)];
    });
    const sentences = [
      ended(level, whole),
      ...(change === undefined ? [] : [ended(change, places(isTrend))]),
      ...(sexes === undefined ? [] : [ended(sexes, [])]),
      ...ranges,
    ];
    return [html`<dt>${indicator.label[lang]}<small>${wave}</small></dt><dd>${sentences}</dd>`];
  });
}
