import type { Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { type Html, html, inlineSvg } from '../html.ts';
import { notesFor } from '../words/notes.ts';
import type { BookChapter, BookWave } from './book-data.ts';
import { chapterFindings } from './chapter-findings.ts';
import { publishedTable } from './published-table.ts';
import { chartTable, summaryTable, trendTable } from './tables.ts';

const words = {
  zh: {
    findings: '主要发现',
    summary: '本章指标一览',
    figure: '图',
    numbers: '数据表',
    trends: '各轮趋势',
    trendNote:
      '趋势取各轮共同的总体：15-59岁、同一题目、同一编码；各轮样本独立抽取，变化的方差为两轮方差之和，并经Holm校正。',
    window: '各轮调查的年龄范围不同，本表为各轮自身口径的水平值，不用于比较升降。',
  },
  en: {
    findings: 'Findings',
    summary: 'The chapter’s indicators',
    figure: 'Figure',
    numbers: 'Numbers',
    trends: 'Trends',
    trendNote:
      'Trends use what all waves share: ages 15-59, the same question, the same codes. The samples are drawn anew in each wave, so the variance of a change is the sum of both; tests are adjusted after Holm.',
    window:
      'Age windows differ between waves: these are level figures of each wave’s own universe, not for judging change.',
  },
};

/** One chapter: introduction, findings written from the numbers, the table of its indicators, and its figures with their numbers. */
export function chapterSection(
  chapter: BookChapter,
  waves: readonly BookWave[],
  number: number,
  lang: Language,
): Html {
  const w = words[lang];
  const { file, rows, svg } = chapter;
  const indicators = indicatorsByTopic[file.topic];
  const own = waves.filter(({ wave }) => wave.instrument === file.instrument);
  const separator = lang === 'zh' ? '-' : '.';
  const reference = (i: number): string =>
    `${w.figure}${lang === 'zh' ? '' : ' '}${number}${separator}${i + 1}`;
  const latest = own.at(-1)?.wave;
  const overall = rows.filter(
    (r) => r.domain === 'all' && r.weighting === 'weighted' && r.variant === 'level',
  );
  const notes = latest ? notesFor(overall, latest.rows_out, latest, lang) : [];
  const findings = chapterFindings(chapter, own, reference, lang);
  const figureOf = (chart: (typeof file.charts)[number], i: number): Html => {
    const indicator = indicators.find(({ id }) => id === chart.indicator);
    if (!indicator) throw new Error(`chapterSection: no indicator "${chart.indicator}"`);
    const numbers =
      chart.mark === 'trend'
        ? trendTable(
            indicator,
            rows,
            own.map(({ wave }) => wave.wave),
            chart.domain,
            lang,
          )
        : chartTable(indicator, rows, chart.wave, chart.domain, lang);
    return html`<figure id="${file.topic}-${i + 1}"><figcaption>${reference(i)}</figcaption>${inlineSvg(svg.get(chart.name) ?? '', `${file.topic}-${i + 1}`)}<details><summary>${w.numbers}</summary>${numbers}</details></figure>`;
  };
  const figuresOf = (part: (mark: string) => boolean): Html[] =>
    file.charts.flatMap((chart, i) => (part(chart.mark) ? [figureOf(chart, i)] : []));
  const figures = figuresOf((mark) => mark !== 'trend' && mark !== 'comparator');
  const trends = figuresOf((mark) => mark === 'trend');
  const others = figuresOf((mark) => mark === 'comparator');
  const trendSection =
    trends.length > 0 ? html`<h3>${w.trends}</h3><p class="note">${w.trendNote}</p>${trends}` : html``;
  return html`<section class="chapter" id="${file.topic}"><header><p class="chapter-number">${number}</p><h2>${file.title[lang]}</h2></header>
<p class="introduction">${file.introduction[lang]}</p>
<h3>${w.findings}</h3><dl class="findings">${findings}</dl>
<h3>${w.summary}</h3><div class="scroll">${summaryTable(
    indicators,
    rows,
    own.map(({ wave }) => wave.wave),
    lang,
  )}</div><p class="note">${[...notes.slice(1), w.window].join(lang === 'zh' ? '' : ' ')}</p>
${figures}${trendSection}${publishedTable(chapter, others, lang)}</section>`;
}
