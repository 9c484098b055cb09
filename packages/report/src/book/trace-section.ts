import { type ComparisonRow, designLabels, type EstimateRow, type Language } from '@wavebook/schema';
import { allBlocks, type Block, type Run } from '../document/block.ts';
import { type Html, html } from '../html.ts';
import { idOf, isHeading } from '../table/table.ts';
import { domainLabel, levelLabel } from '../words/labels.ts';
import { countInWords, figureInWords, plainFigure } from '../words/number.ts';
import { qualityVerdict } from '../words/verdict.ts';
import type { BookData } from './book-data.ts';
import { definitionAnchor } from './indicator-index.ts';
import { chainAnchor } from './provenance.ts';

/** Where the trace of an estimate stands in the page. */
export const traceAnchor = (id: string): string => `t:${id}`;

/** The ids of all numbers of a document. */
export function shownIds(blocks: readonly Block[]): Set<string> {
  const ids = new Set<string>();
  const ofRuns = (runs: readonly Run[]): void => {
    for (const run of runs) if (typeof run !== 'string' && run.id !== undefined) ids.add(run.id);
  };
  for (const block of allBlocks(blocks)) {
    if (block.kind === 'cards') for (const { id } of block.cards) ids.add(id);
    if (block.kind === 'paragraph') ofRuns(block.runs);
    if (block.kind === 'list') block.items.forEach(ofRuns);
    if (block.kind === 'definitions') for (const { text } of block.entries) ofRuns(text);
    if (block.kind === 'table')
      for (const row of block.table.rows)
        if (!isHeading(row))
          for (const cell of row.cells) {
            const id = idOf(cell);
            if (id !== undefined) ids.add(id);
          }
  }
  return ids;
}

const words = {
  zh: {
    weighted: '加权',
    unweighted: '未加权',
    trend: '趋势口径',
    all: '总体',
    level: '',
    withheld: '不予公布',
  },
  en: {
    weighted: 'weighted',
    unweighted: 'unweighted',
    trend: 'trend variant',
    all: 'all',
    level: '',
    withheld: 'not shown',
  },
};

const line = (row: EstimateRow, lang: Language): Html => {
  const w = words[lang];
  const comma = lang === 'zh' ? '，' : ', ';
  const where =
    row.domain === 'all'
      ? w.all
      : `${domainLabel(row.domain, lang)}: ${levelLabel(row.domain, row.level, lang)}`;
  const facts = [row.wave, where, row.category, w[row.weighting], row.variant === 'trend' ? w.trend : ''];
  const se = row.se === null ? '–' : row.unit === 'share' ? (row.se * 100).toFixed(2) : row.se.toPrecision(3);
  const interval =
    row.ci_low === null || row.ci_high === null
      ? '–'
      : `${plainFigure(row.ci_low, row.unit)}–${plainFigure(row.ci_high, row.unit)}`;
  const numbers =
    row.suppressed || row.estimate === null
      ? [w.withheld]
      : [
          figureInWords(row.estimate, row.unit, lang),
          `se ${se}`,
          `95% ${interval} (${row.ci_method})`,
          `n ${countInWords(row.n)}`,
          `Σw ${countInWords(row.n_weighted)}`,
          `df ${row.df ?? '–'}`,
          `deff ${row.deff?.toFixed(2) ?? '–'}`,
        ];
  const text = [...facts.filter(Boolean), ...numbers, qualityVerdict(row, lang)].join(comma);
  return html`<li id="${traceAnchor(row.id)}"><code>${row.id}</code> ${text}</li>`;
};

const comparisonLine = (row: ComparisonRow, lang: Language): Html => {
  const say = (value: number): string => plainFigure(value, row.unit);
  const numbers = row.confidential
    ? [words[lang].withheld]
    : [
        say(row.difference),
        `se ${row.unit === 'share' ? (row.se * 100).toFixed(2) : row.se.toPrecision(3)}`,
        `95% ${say(row.ci_low)} – ${say(row.ci_high)}`,
        `df ${row.df}`,
        `p ${row.p_value.toPrecision(2)}`,
        `Holm ${row.p_holm.toPrecision(2)}`,
      ];
  const text = [`${row.from} → ${row.to}`, ...numbers].join(lang === 'zh' ? '，' : ', ');
  return html`<li id="${traceAnchor(row.id)}"><code>${row.id}</code> ${text}</li>`;
};

/**
 * The trace of every number of the page: what it is of, its error, n, weight and design, and the verdict of its quality rule, indicator by
 * indicator, with links to the definition and to the files that it comes from. Closed until a number is followed.
 */
export function traceSection(data: BookData, ids: ReadonlySet<string>, lang: Language): Html {
  const zh = lang === 'zh';
  const groups = new Map<string, EstimateRow[]>();
  for (const { rows } of data.chapters)
    for (const row of rows)
      if (ids.has(row.id)) groups.set(row.indicator, [...(groups.get(row.indicator) ?? []), row]);
  const comparisons = data.chapters.flatMap((chapter) => chapter.comparisons.filter(({ id }) => ids.has(id)));
  for (const { indicator } of comparisons) if (!groups.has(indicator)) groups.set(indicator, []);
  const found = new Map(data.indicators.map((definition) => [definition.id, definition]));
  const blocks = [...groups].map(([indicator, rows]) => {
    const definition = found.get(indicator);
    const waves = [...new Map(rows.map((row) => [`${row.instrument}:${row.wave}`, row])).values()];
    const chains = waves.map(
      ({ instrument, wave }) => html` <a href="#${chainAnchor(instrument, wave)}">${wave}</a>`,
    );
    const designs = [...new Set(rows.map(({ design }) => design))].map(
      (design) => designLabels[design]?.[lang] ?? design,
    );
    return html`<details class="trace"><summary>${definition?.label[lang] ?? indicator} (${rows.length})</summary>
<p>${definition?.definition[lang] ?? ''} <a href="#${definitionAnchor(indicator)}">${zh ? '定义' : 'Definition'}</a>${zh ? '；误差依据' : '; errors rest on '}${designs.join(zh ? '、' : ', ')}${zh ? '；来源链' : '; files'}${chains}</p><ul>${rows.map((row) => line(row, lang))}${comparisons.filter((row) => row.indicator === indicator).map((row) => comparisonLine(row, lang))}</ul></details>`;
  });
  return html`<section class="back traces" id="traces"><h2>${zh ? '逐数追溯' : 'Trace of every number'}</h2><p class="note">${zh ? '点击书中任一数字即到此处对应的一行。' : 'A number of the book, followed, leads to its line here.'}</p>${blocks}</section>`;
}
