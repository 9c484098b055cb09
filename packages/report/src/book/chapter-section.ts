import { indicatorsByTopic, type Language } from '@wavebook/schema';
import { notesFor } from '../words/notes.ts';
import type { BookChapter, BookWave } from './book-data.ts';
import { chapterFindings } from './chapter-findings.ts';
import { type Html, html, inlineSvg } from './html.ts';
import { chartTable, summaryTable } from './tables.ts';

const words = {
  zh: {
    findings: '主要发现',
    summary: '本章指标一览',
    figure: '图',
    numbers: '数据表',
    window: '各轮调查的年龄范围不同，本表为各轮自身口径的水平值，不用于比较升降。',
  },
  en: {
    findings: 'Findings',
    summary: 'The chapter’s indicators',
    figure: 'Figure',
    numbers: 'Numbers',
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
  const figures = file.charts.map((chart, i) => {
    const indicator = indicators.find(({ id }) => id === chart.indicator);
    if (!indicator) throw new Error(`chapterSection: no indicator "${chart.indicator}"`);
    return html`<figure id="${file.topic}-${i + 1}"><figcaption>${reference(i)}</figcaption>${inlineSvg(svg.get(chart.name) ?? '', `${file.topic}-${i + 1}`)}<details><summary>${w.numbers}</summary>${chartTable(indicator, rows, chart.wave, chart.domain, lang)}</details></figure>`;
  });
  return html`<section class="chapter" id="${file.topic}"><header><p class="chapter-number">${number}</p><h2>${file.title[lang]}</h2></header>
<p class="introduction">${file.introduction[lang]}</p>
<h3>${w.findings}</h3><dl class="findings">${findings}</dl>
<h3>${w.summary}</h3><div class="scroll">${summaryTable(
    indicators,
    rows,
    own.map(({ wave }) => wave.wave),
    lang,
  )}</div><p class="note">${[...notes.slice(1), w.window].join(lang === 'zh' ? '' : ' ')}</p>
${figures}</section>`;
}
