import type { Language } from '@wavebook/schema';
import { designLabels, type Label } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block } from '../document/block.ts';
import { numberCell, textCell } from '../table/estimate-cells.ts';
import { decimalsOf } from '../words/number.ts';
import type { BookData } from './book-data.ts';
import { heads } from './heads.ts';
import { inBoth } from './in-both.ts';
import type { Numbering } from './numbering.ts';

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
};

const column = (zh: string, en: string) => ({ label: { zh, en }, kind: 'number' as const });

/** Standard errors under the true design and under the fallback that a published file would force, for the latest wave that has both. */
export function designBlocks(data: BookData, number: Numbering, lang: Language): Block[] {
  const all = data.chapters.flatMap(({ designs }) => designs);
  const wave = [...new Set(all.map((d) => d.wave))].sort().at(-1);
  const rows = all.filter((d) => d.wave === wave && d.category === '');
  const fallback = rows[0]?.fallback;
  if (wave === undefined || fallback === undefined) return [];
  const indicators = Object.values(indicatorsByTopic).flat();
  const name = (designLabels[fallback] as Label | undefined)?.[lang] ?? fallback;
  const ratio = middle(rows.map((d) => d.ratio)).toFixed(2);
  const text =
    lang === 'zh'
      ? `公布的数据文件没有层和抽样单元变量，真实数据只能依据${name}计算误差。合成数据带有真实设计，因此可以比较二者：${wave}年各指标替代设计与真实设计标准误之比，中位数为${ratio}。`
      : `Published files carry no stratum and no sampling unit, so errors of real waves must rest on ${name}. The synthetic waves carry their true design, so that both can be compared: in ${wave} the median ratio of the fallback’s standard error to the true one is ${ratio}.`;
  return [
    {
      kind: 'heading',
      level: 3,
      text: lang === 'zh' ? '真实设计与替代设计' : 'The true design and the fallback',
    },
    { kind: 'paragraph', runs: [text] },
    {
      kind: 'table',
      folded: lang === 'zh' ? '逐项比较' : 'Indicator by indicator',
      table: {
        id: 'designs',
        number: number.table(),
        title: {
          zh: `真实设计与替代设计下的标准误，${wave}年`,
          en: `Standard errors under the true design and the fallback, ${wave}`,
        },
        columns: [
          heads.indicator,
          column('估计值', 'Estimate'),
          column('标准误（真实）', 'SE, true design'),
          column('标准误（替代）', 'SE, fallback'),
          column('比', 'Ratio'),
          column('自由度（真实）', 'df, true'),
          column('自由度（替代）', 'df, fallback'),
        ],
        rows: rows.map((d) => {
          const share = d.unit === 'share';
          const inUnit = (value: number, decimals: number) =>
            numberCell(share ? value * 100 : value, decimals);
          return {
            cells: [
              textCell(indicators.find((i) => i.id === d.indicator)?.label ?? d.indicator),
              inUnit(d.estimate, decimalsOf(d.unit)),
              inUnit(d.se_as_sampled, 2),
              inUnit(d.se_fallback, 2),
              numberCell(d.ratio, 2),
              numberCell(d.df_as_sampled, 0),
              numberCell(d.df_fallback, 0),
            ],
          };
        }),
        notes: [inBoth((l) => (l === 'zh' ? '比例以百分数表示。' : 'Shares in per cent.'))],
      },
    },
  ];
}
