import type { ChartRow } from '../attach-data.ts';
import { ink } from '../palette.ts';
import type { ChartSpec } from '../vega-lite.ts';
import { measures } from '../widths.ts';
import { words } from '../words.ts';
import type { ChartContract } from './contract.ts';
import { type KeyItem, key } from './key.ts';
import type { KeySymbol } from './key-symbol.ts';

/** The same spec with a line under the source that explains the signs which the rows carry, and no others. */
export function signLegend(spec: ChartSpec, contract: ChartContract, rows: readonly ChartRow[]): ChartSpec {
  const items = signItems(contract, rows);
  if (items.length === 0) return spec;
  const sizes = measures[contract.size];
  const padding = spec.padding as { left: number; right: number; top: number; bottom: number };
  const { height, draw } = key(items, sizes.width - 2 * sizes.margin, sizes, contract.lang);
  const bottom = Number(spec.height) + padding.bottom - sizes.margin;
  return {
    ...spec,
    padding: { ...padding, bottom: Math.ceil(padding.bottom + height + 3) },
    layer: [...spec.layer, ...draw(sizes.margin - padding.left, bottom + 2)],
  };
}

function signItems({ fields, signs, lang, absent, ...contract }: ChartContract, rows: readonly ChartRow[]) {
  const { mark, estimate } = fields;
  if (signs === undefined) return [];
  const language = words[lang];
  const markOf = (row: ChartRow) => (mark === undefined ? '' : String(row[mark] ?? ''));
  const shown = new Set(rows.filter((row) => row[estimate] !== null).map(markOf));
  const withheld = new Set(rows.filter((row) => row[estimate] === null).map(markOf));
  const caution: Record<string, string> = { '†': language.caution, '‡': language.review };
  const hollow: Record<NonNullable<ChartContract['signs']>, KeySymbol> = {
    bar: { kind: 'swatch', fill: ink.paper, stroke: ink.barStrong },
    point: { kind: 'point', colour: ink.barStrong, shape: 'circle', hollow: true },
    stack: { kind: 'swatch', fill: ink.paper, stroke: ink.title, dashed: true },
    cell: { kind: 'none' },
  };
  const unseen: typeof hollow = {
    bar: { kind: 'none' },
    stack: { kind: 'swatch', fill: ink.empty, stroke: ink.outline, dashed: true },
    point: { kind: 'none' },
    cell: { kind: 'swatch', fill: ink.empty, stroke: ink.outline, hatched: true },
  };
  const items: KeyItem[] = Object.entries(caution)
    .filter(([sign]) => shown.has(sign))
    .map(([sign, meaning]) => ({ symbol: hollow[signs], label: `${sign} ${meaning}` }));
  if ([...withheld].some((sign) => sign.startsWith('×'))) {
    items.push({ symbol: unseen[signs], label: `× ${language.withheldWhy}` });
  }
  const cells = contract.categories.length * (contract.groups?.length ?? 1);
  if (absent !== undefined && rows.length < cells) {
    items.push({ symbol: { kind: 'swatch', fill: ink.empty, stroke: ink.rule }, label: absent });
  }
  return items;
}
