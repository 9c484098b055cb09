import type { EstimateRow, Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { Html, html } from '../html.ts';
import { syntheticNotice } from '../words/notes.ts';
import { figureInWords } from '../words/number.ts';
import { definitionsSection, methodsSection, qualitySection } from './back-matter.ts';
import type { BookData } from './book-data.ts';
import { chapterSection } from './chapter-section.ts';
import { style } from './style.ts';

/** Indicators on the first page, two a chapter. */
const keyIndicators = [
  'contract_signed',
  'monthly_income_mean',
  'medical_insured',
  'work_injury_insured',
  'health_record',
  'health_education_any',
];

const words = {
  zh: {
    kicker: '流动人口白皮书',
    title: '流动人口的就业、保险与公共服务',
    other: 'English edition',
    contents: '目录',
    glance: '要点',
    interval: '95%区间',
    methods: '方法说明',
    quality: '数据质量与来源',
    definitions: '指标定义',
  },
  en: {
    kicker: 'WHITE BOOK ON MIGRANTS',
    title: 'Employment, insurance and public services of migrants in China',
    other: '中文版',
    contents: 'Contents',
    glance: 'At a glance',
    interval: '95% interval',
    methods: 'Methods',
    quality: 'Data quality and provenance',
    definitions: 'Definitions',
  },
};

const latestRow = (rows: readonly EstimateRow[], indicator: string): EstimateRow | undefined =>
  rows
    .filter(
      (r) =>
        r.indicator === indicator &&
        r.domain === 'all' &&
        r.weighting === 'weighted' &&
        r.variant === 'level',
    )
    .sort((a, b) => (a.wave < b.wave ? 1 : -1))[0];

const cards = (data: BookData, lang: Language): Html[] =>
  keyIndicators.flatMap((id) => {
    const chapter = data.chapters.find((c) => indicatorsByTopic[c.file.topic].some((i) => i.id === id));
    const indicator = chapter && indicatorsByTopic[chapter.file.topic].find((i) => i.id === id);
    const row = chapter && latestRow(chapter.rows, id);
    if (!indicator || !row || row.suppressed || row.estimate === null) return [];
    const say = (value: number): string => figureInWords(value, row.unit, lang);
    const range =
      row.ci_low === null || row.ci_high === null
        ? ''
        : `${words[lang].interval} ${say(row.ci_low)}–${say(row.ci_high)}`;
    const about = [indicator.universe_label[lang], row.wave].join(lang === 'zh' ? '，' : ', ');
    return [
      html`<li><span class="value" data-id="${row.id}">${say(row.estimate)}</span><span class="name">${indicator.label[lang]}</span><span class="range">${range}</span><span class="range">${about}</span></li>`,
    ];
  });

/** The Chinese font draws curly quotes as wide as a character; English takes the straight ones. */
const withNarrowQuotes = (markup: string): string =>
  markup.replaceAll(/[‘’]/g, '&#39;').replaceAll(/[“”]/g, '&quot;');

/** The book as one HTML page in one language. Numbers carry the id of their estimate in `data-id`. */
export function bookPage(data: BookData, lang: Language): string {
  const w = words[lang];
  const synthetic = data.waves.some(({ wave }) => wave.synthetic);
  const other = lang === 'zh' ? 'index.en.html' : 'index.zh.html';
  const contents = [
    ...data.chapters.map(({ file }, i) => ({
      id: file.topic as string,
      number: String(i + 1),
      title: file.title[lang],
    })),
    { id: 'methods', number: '', title: w.methods },
    { id: 'quality', number: '', title: w.quality },
    { id: 'definitions', number: '', title: w.definitions },
  ];
  const waveList = data.waves.map(({ wave }) => html`<li>${wave.title[lang]}</li>`);
  const page = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${w.title}</title><style>${new Html(style)}</style></head><body>
<header class="cover"><div><p class="kicker">${w.kicker}</p><h1>${w.title}</h1><ul class="waves">${waveList}</ul><p><a href="${other}" hreflang="${lang === 'zh' ? 'en' : 'zh-Hans'}">${w.other}</a></p></div></header>
${synthetic ? html`<div class="banner" role="note"><p>${syntheticNotice[lang]}</p></div>` : ''}
<main>
<section id="glance"><h2>${w.glance}</h2><ul class="cards">${cards(data, lang)}</ul></section>
<section id="contents"><h2>${w.contents}</h2><nav aria-label="${w.contents}"><ol>${contents.map(({ id, number, title }) => html`<li><a href="#${id}"><b>${number}</b>${title}</a></li>`)}</ol></nav></section>
${data.chapters.map((chapter, i) => chapterSection(chapter, data.waves, i + 1, lang))}
${methodsSection(data, lang)}
${qualitySection(data, lang)}
${definitionsSection(data, lang)}
</main></body></html>
`;
  return lang === 'en' ? withNarrowQuotes(page.markup) : page.markup;
}
