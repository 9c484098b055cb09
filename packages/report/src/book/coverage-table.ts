import { indicatorsByTopic, type Language } from '@wavebook/schema';
import type { BookData, CoverageStudy } from './book-data.ts';
import { type Html, html } from './html.ts';

type Row = CoverageStudy['rows'][number];

/** How often the intervals hold the true value, under the true design and under the fallback, as the coverage study found it. */
export function coverageTable({ coverage }: BookData, lang: Language): Html {
  if (!coverage) return html``;
  const zh = lang === 'zh';
  const indicators = Object.values(indicatorsByTopic).flat();
  const names = [...new Set(coverage.rows.map((row) => row.indicator))].filter((id) =>
    indicators.some((i) => i.id === id),
  );
  const designs = [...new Set(coverage.rows.map((row) => row.design))].sort();
  const cells = (row: Row | undefined): Html =>
    row
      ? html`<td class="number">${row.bias_over_sd.toFixed(2)}</td><td class="number">${row.mean_se_over_sd.toFixed(2)}</td><td class="number">${(row.coverage * 100).toFixed(1)}</td>`
      : html`<td></td><td></td><td></td>`;
  const body = names.map((id) => {
    const label = indicators.find((i) => i.id === id)?.label[lang] ?? id;
    const found = designs.map((design) =>
      cells(coverage.rows.find((row) => row.indicator === id && row.design === design)),
    );
    return html`<tr><th scope="row">${label}</th>${found}</tr>`;
  });
  const heads = designs.map(
    (design) =>
      html`<th scope="colgroup" colspan="3">${design === 'as_sampled' ? (zh ? '真实设计' : 'True design') : zh ? '替代设计' : 'Fallback'}</th>`,
  );
  const columns = designs.map(
    () =>
      html`<th scope="col" class="number">${zh ? '偏差/SD' : 'Bias / SD'}</th><th scope="col" class="number">${zh ? '平均SE/SD' : 'Mean SE / SD'}</th><th scope="col" class="number">${zh ? '覆盖率%' : 'Coverage %'}</th>`,
  );
  return html`<h3>${zh ? '置信区间是否可靠' : 'Do the intervals cover?'}</h3><p>${
    zh
      ? `从${coverage.wave}年合成总体中按真实设计重复抽取${coverage.samples}个样本，每个样本同样加权和估计。下表为估计的偏差与标准差之比、平均标准误与标准差之比，以及95%置信区间包含真值的比例。收入按500元取整，中位数落在少数几个整数上，其覆盖率仅供参考。`
      : `From the synthetic population of ${coverage.wave}, ${coverage.samples} samples were redrawn under the true design, each weighted and estimated as in this book. The table gives the bias and the mean standard error over the standard deviation of the estimates, and how often the 95% interval holds the true value. Incomes are rounded to 500 yuan, so that their median sits on a few heaps and its coverage says little.`
  }</p><div class="scroll"><table class="narrow"><thead><tr><td></td>${heads}</tr><tr><th scope="col">${zh ? '指标' : 'Indicator'}</th>${columns}</tr></thead><tbody>${body}</tbody></table></div>`;
}
