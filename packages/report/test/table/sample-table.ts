import { figureCell, intervalCell, type Table, textCell } from '../../src/index.ts';
import { estimateRow } from '../estimate-row.ts';

/** A table with everything that a table can have; `label` is the name of its second line. */
export function sampleTable(label = '甘肃'): Table {
  const share = estimateRow({ id: 'a', estimate: 0.65375, ci_low: 0.63, ci_high: 0.675, n: 1204 });
  const careful = estimateRow({
    id: 'b',
    estimate: 0.4,
    ci_low: 0.3,
    ci_high: 0.5,
    quality: 'use_with_caution',
  });
  const secret = estimateRow({
    id: 'c',
    estimate: 0.0713579,
    ci_low: 0.01,
    ci_high: 0.2,
    n: 7,
    suppressed: true,
  });
  const income = estimateRow({
    id: 'd',
    unit: 'yuan_per_month',
    estimate: 4215.5,
    ci_low: 4100,
    ci_high: 4330,
  });
  return {
    id: 'sample',
    number: { zh: '表1-1', en: 'Table 1.1' },
    title: { zh: '样表', en: 'A sample' },
    columns: [
      { label: { zh: '地区', en: 'Place' }, kind: 'text' },
      {
        label: { zh: '估计', en: 'Estimate' },
        group: { zh: '合同', en: 'Contract' },
        unit: { zh: '%', en: '%' },
        kind: 'figure',
      },
      {
        label: { zh: '95%区间', en: '95% interval' },
        group: { zh: '合同', en: 'Contract' },
        kind: 'interval',
      },
      { label: { zh: 'n', en: 'n' }, group: { zh: '合同', en: 'Contract' }, kind: 'count' },
      { label: { zh: '收入', en: 'Income' }, unit: { zh: '元', en: 'yuan' }, symbol: 'a', kind: 'figure' },
    ],
    rows: [
      {
        cells: [
          textCell({ zh: '总体', en: 'All' }),
          figureCell(share),
          intervalCell(share),
          { kind: 'count', value: share.n },
          figureCell(income),
        ],
      },
      { heading: { zh: '西部', en: 'West' } },
      {
        cells: [
          textCell(label, { indent: 1 }),
          figureCell(careful),
          intervalCell(careful),
          { kind: 'count', value: careful.n },
          { kind: 'none' },
        ],
      },
      {
        cells: [
          textCell('青海', { indent: 1 }),
          figureCell(secret),
          intervalCell(secret),
          { kind: 'blank' },
          { kind: 'number', value: -0.04, decimals: 1 },
        ],
      },
    ],
    footnotes: [{ symbol: 'a', text: { zh: '上月。', en: 'Last month.' } }],
    notes: [{ zh: '注。', en: 'A note.' }],
    source: { zh: '调查', en: 'Survey' },
  };
}
