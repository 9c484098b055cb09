import type { Label, Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block } from '../document/block.ts';
import { numberCell, percentCell, textCell } from '../table/estimate-cells.ts';
import type { TableColumn } from '../table/table.ts';
import type { BookData } from './book-data.ts';
import { heads } from './heads.ts';
import type { Numbering } from './numbering.ts';

const kinds: readonly { weights: string; design: string; label: Label }[] = [
  {
    weights: 'base',
    design: 'as_sampled',
    label: { zh: '设计权重，真实设计', en: 'Design weights, true design' },
  },
  { weights: 'raked', design: 'as_sampled', label: { zh: '校准权重，真实设计', en: 'Raked, true design' } },
  { weights: 'raked', design: 'province_county', label: { zh: '校准权重，替代设计', en: 'Raked, fallback' } },
];

/** How often the intervals hold the true value, under the true design and under the fallback, as the coverage study found it. */
export function coverageBlocks({ coverage }: BookData, number: Numbering, lang: Language): Block[] {
  if (!coverage) return [];
  const indicators = Object.values(indicatorsByTopic).flat();
  const known = [...new Set(coverage.rows.map((row) => row.indicator))].flatMap((id) => {
    const indicator = indicators.find((i) => i.id === id);
    return indicator ? [indicator] : [];
  });
  const column = (group: Label, zh: string, en: string): TableColumn => ({
    ...{ group, label: { zh, en }, kind: 'number', width: 7 },
  });
  const text =
    lang === 'zh'
      ? `从${coverage.wave}年合成总体中按真实设计重复抽取${coverage.samples}个样本，每个样本同样加权和估计。下表为估计的偏差与标准差之比、平均标准误与标准差之比，以及95%置信区间包含真值的比例。家庭化流动与住户合格人数相关，按样本点较少的省校准会带来约千分之一的偏差，设计权重则没有。`
      : `From the synthetic population of ${coverage.wave}, ${coverage.samples} samples were redrawn under the true design, each weighted and estimated as in this book. The table gives the bias and the mean standard error over the standard deviation of the estimates, and how often the 95% interval holds the true value. Migration with family goes with the number of eligible people in a household; raking to provinces of few sample points gives it a bias of about a tenth of a percentage point, which design weights do not have.`;
  return [
    { kind: 'heading', level: 3, text: lang === 'zh' ? '置信区间是否可靠' : 'Do the intervals cover?' },
    { kind: 'paragraph', runs: [text] },
    {
      kind: 'table',
      folded: lang === 'zh' ? '逐项结果' : 'Indicator by indicator',
      table: {
        id: 'coverage',
        number: number.table(),
        title: {
          zh: `重复抽样下的偏差、标准误和区间覆盖率，${coverage.wave}年合成总体`,
          en: `Bias, standard errors and coverage over redrawn samples, synthetic population of ${coverage.wave}`,
        },
        columns: [
          heads.indicator,
          ...kinds.flatMap(({ label }) => [
            column(label, '偏差/SD', 'Bias/SD'),
            column(label, 'SE/SD', 'SE/SD'),
            column(label, '覆盖%', 'Cover %'),
          ]),
        ],
        rows: known.map((indicator) => ({
          cells: [
            textCell(indicator.label),
            ...kinds.flatMap(({ weights, design }) => {
              const row = coverage.rows.find(
                (r) => r.indicator === indicator.id && r.weights === weights && r.design === design,
              );
              return [
                numberCell(row?.bias_over_sd, 2),
                numberCell(row?.mean_se_over_sd, 2),
                percentCell(row?.coverage),
              ];
            }),
          ],
        })),
      },
    },
  ];
}
