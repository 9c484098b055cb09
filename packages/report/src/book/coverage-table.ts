import type { Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { type Html, html } from '../html.ts';
import type { BookData, CoverageStudy } from './book-data.ts';

type Row = CoverageStudy['rows'][number];

/** How often the intervals hold the true value, under the true design and under the fallback, as the coverage study found it. */
export function coverageTable({ coverage }: BookData, lang: Language): Html {
  if (!coverage) return html``;
  const zh = lang === 'zh';
  const indicators = Object.values(indicatorsByTopic).flat();
  const names = [...new Set(coverage.rows.map((row) => row.indicator))].filter((id) =>
    indicators.some((i) => i.id === id),
  );
  const kinds = [
    {
      weights: 'base',
      design: 'as_sampled',
      label: zh ? '设计权重，真实设计' : 'Design weights, true design',
    },
    { weights: 'raked', design: 'as_sampled', label: zh ? '校准权重，真实设计' : 'Raked, true design' },
    { weights: 'raked', design: 'province_county', label: zh ? '校准权重，替代设计' : 'Raked, fallback' },
  ];
  const cells = (row: Row | undefined): Html =>
    row
      ? html`<td class="number">${row.bias_over_sd.toFixed(2)}</td><td class="number">${row.mean_se_over_sd.toFixed(2)}</td><td class="number">${(row.coverage * 100).toFixed(1)}</td>`
      : html`<td></td><td></td><td></td>`;
  const body = names.map((id) => {
    const label = indicators.find((i) => i.id === id)?.label[lang] ?? id;
    const found = kinds.map(({ weights, design }) =>
      cells(
        coverage.rows.find((row) => row.indicator === id && row.weights === weights && row.design === design),
      ),
    );
    return html`<tr><th scope="row">${label}</th>${found}</tr>`;
  });
  const heads = kinds.map(({ label }) => html`<th scope="colgroup" colspan="3">${label}</th>`);
  const columns = kinds.map(
    () =>
      html`<th scope="col" class="number">${zh ? '偏差/SD' : 'Bias/SD'}</th><th scope="col" class="number">SE/SD</th><th scope="col" class="number">${zh ? '覆盖%' : 'Cover %'}</th>`,
  );
  return html`<h3>${zh ? '置信区间是否可靠' : 'Do the intervals cover?'}</h3><p>${
    zh
      ? `从${coverage.wave}年合成总体中按真实设计重复抽取${coverage.samples}个样本，每个样本同样加权和估计。下表为估计的偏差与标准差之比、平均标准误与标准差之比，以及95%置信区间包含真值的比例。家庭化流动与住户合格人数相关，按样本点较少的省校准会带来约千分之一的偏差，设计权重则没有。`
      : `From the synthetic population of ${coverage.wave}, ${coverage.samples} samples were redrawn under the true design, each weighted and estimated as in this book. The table gives the bias and the mean standard error over the standard deviation of the estimates, and how often the 95% interval holds the true value. Migration with family goes with the number of eligible people in a household; raking to provinces of few sample points gives it a bias of about a tenth of a percentage point, which design weights do not have.`
  }</p><div class="scroll"><table class="narrow compact"><thead><tr><td></td>${heads}</tr><tr><th scope="col">${zh ? '指标' : 'Indicator'}</th>${columns}</tr></thead><tbody>${body}</tbody></table></div>`;
}
