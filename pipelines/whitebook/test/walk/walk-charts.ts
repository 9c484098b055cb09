import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EstimateRow } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { csvRows } from './csv-rows.ts';
import { saysNumber } from './says-number.ts';
import { count, everybodyKey, type Numbers, plain, type Walk } from './walk.ts';

const definitions = new Map(
  Object.values(indicatorsByTopic)
    .flat()
    .map(({ id, definition }) => [id, `${definition.zh} ${definition.en}`.match(/\d+\.\d+/g) ?? []]),
);

type Allowed = readonly [value: number, unit: string];

const numberColumns = ['estimate', 'ci_low', 'ci_high', 'n'] as const;

function wrongChartRow(
  row: EstimateRow | undefined,
  shown: Record<string, unknown>,
  where: string,
): string[] {
  if (!row) return [`${where}: ${String(shown.id)}: no such estimate`];
  return numberColumns.flatMap((name) => {
    if (!(name in shown) || shown[name] === null || shown[name] === '') return [];
    if (row.suppressed) return [`${where}: ${row.id}: withheld, but ${name} is there`];
    return Number(shown[name]) === row[name]
      ? []
      : [`${where}: ${row.id}: ${name} is ${String(shown[name])}`];
  });
}

/** Every number of a spec, figures of other sources among them. */
const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(numbersIn);
};

/** The bounds of the classes of a chart by colour, and the last printed number below each, which its legend names. */
const classBounds = (spec: string): number[] =>
  [...spec.matchAll(/\* (\d+)\) >= (-?\d+)/g)].flatMap(([, units, bound]) => [
    Number(bound) / Number(units),
    (Number(bound) - 1) / Number(units),
  ]);

const rowsIn = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(rowsIn);
  if (value === null || typeof value !== 'object') return [];
  const own = value as Record<string, unknown>;
  return [
    ...(typeof own.id === 'string' && 'estimate' in own ? [own] : []),
    ...Object.values(own).flatMap(rowsIn),
  ];
};

interface Spec {
  readonly usermeta?: { readonly estimates?: readonly string[]; readonly published?: readonly string[] };
}

/** The estimates that a figure may speak of: its own, and those of everybody for its indicators in its waves. */
function ofFigure({ usermeta }: Spec, { estimates, everybody }: Numbers): EstimateRow[] {
  const own = (usermeta?.estimates ?? []).flatMap((id) => estimates.get(id) ?? []);
  const keys = new Set(own.map(everybodyKey));
  return [...own, ...[...keys].flatMap((key) => everybody.get(key) ?? [])];
}

/** Numbers with a decimal or a comma, and sizes of samples, that are none of those allowed. Ticks of an axis are no estimates. */
function wrongTexts(
  texts: readonly string[],
  where: string,
  allowed: readonly Allowed[],
  printed: ReadonlySet<string>,
): string[] {
  const said = texts.flatMap((text) => [
    ...(text.match(/\d+(?:,\d{3})*\.\d+|\d{1,3}(?:,\d{3})+/g) ?? []),
    ...[...text.matchAll(/n = (\d+)(?![\d,])/g)].map(([, n = '']) => n),
  ]);
  return said
    .filter(
      (number) => !printed.has(number) && !allowed.some(([value, unit]) => saysNumber(number, value, unit)),
    )
    .map((number) => `${where}: ${number} is no number of this figure that may be shown`);
}

const pictureTexts = (svg: string): string[] =>
  [
    ...svg
      .replaceAll(/<g class="mark-text role-axis-label".*?<\/g>/gs, '')
      .matchAll(/<(?:text|title|desc)[^>]*>([^<]*)</g),
  ].map(([, text = '']) => plain(text));

function walkFigure(folder: string, name: string, where: string, numbers: Numbers, walk: Walk): void {
  const { estimates } = numbers;
  const source = readFileSync(join(folder, name), 'utf8');
  const spec = JSON.parse(source) as Spec;
  for (const shown of rowsIn(spec)) {
    if (!estimates.has(String(shown.id))) continue;
    count(walk, 'spec');
    walk.wrong.push(...wrongChartRow(estimates.get(String(shown.id)), shown, where));
  }
  const rows = ofFigure(spec, numbers);
  if (rows.length === 0) return;
  const printed = new Set([
    ...numbers.printed,
    ...rows.flatMap(({ indicator }) => definitions.get(indicator) ?? []),
  ]);
  const allowed: Allowed[] = [
    ...rows.flatMap((row): Allowed[] =>
      row.suppressed
        ? []
        : [row.estimate, row.ci_low, row.ci_high].flatMap((value) =>
            value === null ? [] : [[value, row.unit] as const],
          ),
    ),
    ...rows.map(({ n }): Allowed => [n, '']),
    ...[...numbersIn(spec), ...classBounds(source)].flatMap((value): Allowed[] => [
      [value, 'share'],
      [value, ''],
    ]),
  ];
  const picture = join(folder, name.replace('.vl.json', '.svg'));
  if (existsSync(picture)) {
    count(walk, 'picture');
    const texts = pictureTexts(readFileSync(picture, 'utf8'));
    walk.wrong.push(...wrongTexts(texts, `${where} picture`, allowed, printed));
  }
  const words = join(folder, name.replace('.vl.json', '.alt.txt'));
  if (existsSync(words)) {
    count(walk, 'alternative text');
    const text = readFileSync(words, 'utf8');
    walk.wrong.push(...wrongTexts([text], `${where} alternative text`, allowed, printed));
  }
}

/** The figures in a folder: rows in their data and specs, numbers in pictures and alternative texts. */
export function walkCharts(folder: string, numbers: Numbers, walk: Walk): void {
  for (const name of readdirSync(folder)) {
    const where = join(folder, name).split('/').slice(-2).join('/');
    if (name.endsWith('.vl.json')) walkFigure(folder, name, where, numbers, walk);
    if (!name.endsWith('.csv')) continue;
    for (const shown of csvRows(readFileSync(join(folder, name), 'utf8'))) {
      const row = numbers.estimates.get(shown.id ?? '');
      if (!row) continue;
      count(walk, 'csv');
      walk.wrong.push(...wrongChartRow(row, shown, where));
    }
  }
}
