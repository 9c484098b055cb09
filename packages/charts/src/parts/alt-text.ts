import type { ChartRow } from '../attach-data.ts';
import type { Language } from '../chart-text.ts';
import { type AltWords, altWords } from './alt-words.ts';
import type { ChartContract } from './contract.ts';
import { numberPrint } from './number-print.ts';

/**
 * What a chart shows, in words, for those who cannot see it: its kind, its measure, its highest and its lowest
 * estimate, and how many are withheld. Written from the rows, so it says nothing that the chart does not show.
 */
export function altText(contract: ChartContract, rows: readonly ChartRow[]): string {
  if (contract.lang !== 'both') return inOne(contract, rows, contract.lang);
  return `${inOne(contract, rows, 'zh')} ${inOne(contract, rows, 'en')}`;
}

function inOne(contract: ChartContract, rows: readonly ChartRow[], lang: Language): string {
  const { fields, measure, kind } = contract;
  const words = altWords[lang];
  if (contract.curve !== undefined) {
    const names = (contract.groups ?? []).map((group) => labelIn(contract.group_labels, group));
    return words.join(
      [words.kind(words.kinds[kind], contract.subtitle), names.length > 0 ? words.curves(names) : ''].filter(
        (sentence) => sentence !== '',
      ),
    );
  }
  const shown = rows
    .flatMap((row) => {
      const value = row[fields.estimate];
      return typeof value === 'number' ? [{ value, name: nameOf(row, contract, words) }] : [];
    })
    .sort((a, b) => a.value - b.value);
  const [low, high] = [shown[0], shown.at(-1)];
  const print = numberPrint({ ...measure, lang });
  const said = (point: { value: number; name: string }) => words.value(point.name, print(point.value));
  const withheld = rows.length - shown.length;
  return words.join(
    [
      words.kind(words.kinds[kind], contract.subtitle),
      high && low
        ? high.value === low.value
          ? words.only(said(high))
          : words.range(shown.length, said(high), said(low))
        : words.nothing,
      withheld > 0 ? words.withheld(withheld) : '',
    ].filter((sentence) => sentence !== ''),
  );
}

const labelIn = (labels: Record<string, string> | undefined, value: string) =>
  labels && Object.hasOwn(labels, value) ? (labels[value] ?? value) : value;

function nameOf(row: ChartRow, { fields, labels, group_labels }: ChartContract, words: AltWords): string {
  const own = labelIn(labels, String(row[fields.category]));
  const group = fields.group === undefined ? null : row[fields.group];
  return typeof group === 'string' ? words.cell(own, labelIn(group_labels, group)) : own;
}
