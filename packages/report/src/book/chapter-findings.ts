import { indicatorsByTopic, type Language } from '@wavebook/schema';
import { levelSentence, rangeClause, sexSentence } from '../words/finding.ts';
import { rowsOf } from '../words/labels.ts';
import type { BookChapter, BookWave } from './book-data.ts';
import { type Html, html } from './html.ts';

/**
 * A chapter's findings, one for each indicator, written from the numbers of the latest wave that measured it: its level with interval,
 * whether women and men differ, and the range over each breakdown that the chapter draws, with the figure's number.
 */
export function chapterFindings(
  { file, rows, comparisons }: BookChapter,
  waves: readonly BookWave[],
  reference: (chart: number) => string,
  lang: Language,
): Html[] {
  const latestFirst = waves.map(({ wave }) => wave.wave).sort((a, b) => (a < b ? 1 : -1));
  return indicatorsByTopic[file.topic].flatMap((indicator) => {
    const wave = latestFirst.find((w) => rows.some((r) => r.indicator === indicator.id && r.wave === w));
    if (wave === undefined) return [];
    const level = levelSentence(
      indicator,
      rowsOf(rows, { indicator: indicator.id, wave, domain: 'all' }),
      lang,
    );
    if (level === undefined) return [];
    const sexes = sexSentence(
      comparisons.find((c) => c.indicator === indicator.id && c.wave === wave),
      lang,
    );
    const figures = file.charts.flatMap((chart, i) => {
      if (chart.indicator !== indicator.id) return [];
      const link = html`<a href="#${file.topic}-${i + 1}">${reference(i)}</a>`;
      const clause =
        chart.domain === 'all'
          ? undefined
          : rangeClause(rowsOf(rows, { ...chart, indicator: indicator.id }), lang);
      if (clause === undefined) return [html`${link}`];
      const text = lang === 'zh' ? clause : clause.charAt(0).toUpperCase() + clause.slice(1);
      return [html`${text}${lang === 'zh' ? '（' : ' ('}${link}${lang === 'zh' ? '）。' : '). '}`];
    });
    const sentences = [level, sexes].filter((s) => s !== undefined).join(lang === 'zh' ? '' : ' ');
    return [html`<dt>${indicator.label[lang]}<small>${wave}</small></dt><dd>${sentences} ${figures}</dd>`];
  });
}
