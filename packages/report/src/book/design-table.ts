import { designLabels, type Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { type Html, html } from '../html.ts';
import { plainFigure } from '../words/number.ts';
import type { BookData } from './book-data.ts';

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
};

/** Standard errors under the true design and under the fallback that a published file would force, for the latest wave that has both. */
export function designTable(data: BookData, lang: Language): Html {
  const zh = lang === 'zh';
  const all = data.chapters.flatMap(({ designs }) => designs);
  const wave = [...new Set(all.map((d) => d.wave))].sort().at(-1);
  const rows = all.filter((d) => d.wave === wave && d.category === '');
  const fallback = rows[0]?.fallback;
  if (wave === undefined || fallback === undefined) return html``;
  const indicators = Object.values(indicatorsByTopic).flat();
  const body = rows.map((d) => {
    const indicator = indicators.find((i) => i.id === d.indicator);
    const name = indicator?.label[lang] ?? d.indicator;
    const error = (value: number): string => (d.unit === 'share' ? value * 100 : value).toFixed(2);
    return html`<tr><th scope="row">${name}</th><td class="number">${plainFigure(d.estimate, d.unit)}</td><td class="number">${error(d.se_as_sampled)}</td><td class="number">${error(d.se_fallback)}</td><td class="number">${d.ratio.toFixed(2)}</td><td class="number">${d.df_as_sampled}</td><td class="number">${d.df_fallback}</td></tr>`;
  });
  const name = designLabels[fallback]?.[lang] ?? fallback;
  const ratio = middle(rows.map((d) => d.ratio)).toFixed(2);
  return html`<h3>${zh ? '真实设计与替代设计' : 'The true design and the fallback'}</h3><p>${
    zh
      ? `公布的数据文件没有层和抽样单元变量，真实数据只能依据${name}计算误差。合成数据带有真实设计，因此可以比较二者：${wave}年各指标替代设计与真实设计标准误之比，中位数为${ratio}。`
      : `Published files carry no stratum and no sampling unit, so errors of real waves must rest on ${name}. The synthetic waves carry their true design, so that both can be compared: in ${wave} the median ratio of the fallback’s standard error to the true one is ${ratio}.`
  }</p><details><summary>${zh ? '逐项比较' : 'Indicator by indicator'}</summary><table class="narrow"><thead><tr><th scope="col">${zh ? '指标' : 'Indicator'}</th><th scope="col" class="number">${zh ? '估计值' : 'Estimate'}</th><th scope="col" class="number">${zh ? '标准误（真实）' : 'SE, true design'}</th><th scope="col" class="number">${zh ? '标准误（替代）' : 'SE, fallback'}</th><th scope="col" class="number">${zh ? '比' : 'Ratio'}</th><th scope="col" class="number">${zh ? '自由度（真实）' : 'df, true'}</th><th scope="col" class="number">${zh ? '自由度（替代）' : 'df, fallback'}</th></tr></thead><tbody>${body}</tbody></table></details>`;
}
