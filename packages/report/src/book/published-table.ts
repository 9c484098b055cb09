import type { EstimateRow, Language, PublishedValue } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { type Html, html } from '../html.ts';
import { isForEverybody } from '../published-series.ts';
import { rowsOf } from '../words/labels.ts';
import { plainFigure } from '../words/number.ts';
import type { BookChapter } from './book-data.ts';
import { figureCell } from './figure-text.ts';

const relations: Record<PublishedValue['relation'], Record<Language, string>> = {
  equal: { zh: '', en: '' },
  about: { zh: '约', en: 'about ' },
  at_least: { zh: '不低于', en: 'at least ' },
  at_most: { zh: '不超过', en: 'at most ' },
  over: { zh: '高于', en: 'over ' },
  under: { zh: '低于', en: 'under ' },
};

/** Our estimate nearest in time: the level of the wave of that year, else of the nearest wave. */
const nearest = (rows: readonly EstimateRow[], value: PublishedValue): EstimateRow | undefined => {
  const year = Number(value.year);
  const waves = [...new Set(rows.filter((r) => r.indicator === value.indicator).map((r) => r.wave))];
  const [wave] = waves.sort((a, b) =>
    Number.isNaN(year) ? Number(b) - Number(a) : Math.abs(Number(a) - year) - Math.abs(Number(b) - year),
  );
  return wave === undefined
    ? undefined
    : rowsOf(rows, { indicator: value.indicator, wave, domain: 'all' })[0];
};

/**
 * Figures of other sources beside ours, for the whole of their own population, each with its year, population and source. They are printed
 * for orientation: another population or definition is another number.
 */
export function publishedTable(
  { file, rows, published }: BookChapter,
  figures: readonly Html[],
  lang: Language,
): Html {
  const zh = lang === 'zh';
  const indicators = indicatorsByTopic[file.topic];
  const fit = published.filter((p) => indicators.some((indicator) => isForEverybody(p, indicator)));
  if (fit.length === 0) return html``;
  const body = indicators.flatMap((indicator) =>
    fit
      .filter((p) => p.indicator === indicator.id)
      .sort((a, b) => (a.year < b.year ? -1 : 1))
      .map((p) => {
        const ours = nearest(rows, p);
        const relation = relations[p.relation][lang];
        return html`<tr><th scope="row">${indicator.label[lang]}</th><td>${p.year || (zh ? '未注明' : 'not stated')}</td><td class="number">${relation}${plainFigure(p.value, p.unit)}</td><td>${zh ? p.population_zh : p.population_en}<br><span class="note">${zh ? p.source_zh : p.source_en}</span></td>${figureCell(ours)}<td>${ours?.wave ?? ''}</td></tr>`;
      }),
  );
  return html`<h3>${zh ? '其他来源的数字' : 'Figures of other sources'}</h3><p class="note">${zh ? '以下数字来自其他调查或报告，总体和定义各不相同，仅供参照，不与本书估计混用；右侧为本书时间最近的一轮估计。' : 'These figures come from other surveys and reports. Their populations and definitions differ from ours and from each other; they are here for orientation. On the right, our estimate of the nearest wave.'}</p>${figures}<div class="scroll"><table class="narrow"><thead><tr><th scope="col">${zh ? '指标' : 'Indicator'}</th><th scope="col">${zh ? '年份' : 'Year'}</th><th scope="col" class="number">${zh ? '公布值' : 'Published'}</th><th scope="col">${zh ? '总体与来源' : 'Population and source'}</th><th scope="col" class="number">${zh ? '本书' : 'Ours'}</th><th scope="col">${zh ? '本书年份' : 'Our wave'}</th></tr></thead><tbody>${body}</tbody></table></div>`;
}
