import { type EstimateRow, type Indicator, type Language, unitLabels } from '@wavebook/schema';
import { type Html, html } from '../html.ts';
import { categoryLabel, domainLabel, levelLabel, rowsOf } from '../words/labels.ts';
import { countCell, figureCell, intervalCell, percentCell } from './figure-text.ts';

const heads = {
  zh: {
    indicator: '指标',
    wave: '年份',
    estimate: '加权估计',
    interval: '95%置信区间',
    unweighted: '未加权',
    n: 'n',
    deff: '设计效应',
    missing: '缺失%',
    unit: '单位',
  },
  en: {
    indicator: 'Indicator',
    wave: 'Wave',
    estimate: 'Weighted',
    interval: '95% interval',
    unweighted: 'Unweighted',
    n: 'n',
    deff: 'Design effect',
    missing: 'Missing %',
    unit: 'Unit',
  },
};

const unweightedOf = (rows: readonly EstimateRow[], row: EstimateRow): EstimateRow | undefined =>
  rows.find((r) => r.weighting === 'unweighted' && r.id === row.id.replace(/weighted$/, 'unweighted'));

/** The chapter at a glance: every indicator for everybody, wave by wave, weighted and unweighted. */
export function summaryTable(
  indicators: readonly Indicator[],
  rows: readonly EstimateRow[],
  waves: readonly string[],
  lang: Language,
): Html {
  const h = heads[lang];
  const body = indicators.flatMap((indicator) =>
    waves.flatMap((wave) =>
      rowsOf(rows, { indicator: indicator.id, wave, domain: 'all' }).map((row) => {
        const category = row.category
          ? `${lang === 'zh' ? '：' : ': '}${categoryLabel(indicator, row.category, lang)}`
          : '';
        return html`<tr><th scope="row">${indicator.label[lang]}${category}</th><td>${indicator.unit === 'share' ? '%' : unitLabels[indicator.unit][lang]}</td><td>${wave}</td>${figureCell(row)}${intervalCell(row)}${figureCell(unweightedOf(rows, row))}${countCell(row)}<td class="number">${row.deff === null || row.suppressed ? '' : row.deff.toFixed(2)}</td>${percentCell(row.missing_share)}</tr>`;
      }),
    ),
  );
  return html`<table><thead><tr><th scope="col">${h.indicator}</th><th scope="col">${h.unit}</th><th scope="col">${h.wave}</th><th scope="col" class="number">${h.estimate}</th><th scope="col" class="number">${h.interval}</th><th scope="col" class="number">${h.unweighted}</th><th scope="col" class="number">${h.n}</th><th scope="col" class="number">${h.deff}</th><th scope="col" class="number">${h.missing}</th></tr></thead><tbody>${body}</tbody></table>`;
}

/** The numbers behind one chart, weighted and unweighted. */
export function chartTable(
  indicator: Indicator,
  rows: readonly EstimateRow[],
  wave: string,
  domain: string,
  lang: Language,
): Html {
  const h = heads[lang];
  const body = rowsOf(rows, { indicator: indicator.id, wave, domain }).map((row) => {
    const name = row.category
      ? categoryLabel(indicator, row.category, lang)
      : levelLabel(domain, row.level, lang);
    return html`<tr><th scope="row">${name}</th>${figureCell(row)}${intervalCell(row)}${figureCell(unweightedOf(rows, row))}${countCell(row)}</tr>`;
  });
  const first = domain === 'all' ? h.indicator : domainLabel(domain, lang);
  return html`<table class="narrow"><thead><tr><th scope="col">${first.charAt(0).toUpperCase()}${first.slice(1)}</th><th scope="col" class="number">${h.estimate}</th><th scope="col" class="number">${h.interval}</th><th scope="col" class="number">${h.unweighted}</th><th scope="col" class="number">${h.n}</th></tr></thead><tbody>${body}</tbody></table>`;
}

/** The numbers behind a trend, wave by wave. */
export function trendTable(
  indicator: Indicator,
  rows: readonly EstimateRow[],
  waves: readonly string[],
  domain: string,
  lang: Language,
): Html {
  const h = heads[lang];
  const body = waves.flatMap((wave) =>
    rowsOf(rows, { indicator: indicator.id, wave, domain, variant: 'trend' }).map(
      (row) =>
        html`<tr><th scope="row">${wave}${domain === 'all' ? '' : `${lang === 'zh' ? '，' : ', '}${levelLabel(domain, row.level, lang)}`}</th>${figureCell(row)}${intervalCell(row)}${figureCell(unweightedOf(rows, row))}${countCell(row)}</tr>`,
    ),
  );
  return html`<table class="narrow"><thead><tr><th scope="col">${h.wave}</th><th scope="col" class="number">${h.estimate}</th><th scope="col" class="number">${h.interval}</th><th scope="col" class="number">${h.unweighted}</th><th scope="col" class="number">${h.n}</th></tr></thead><tbody>${body}</tbody></table>`;
}
