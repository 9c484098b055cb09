import { layoutFits, profileColumn } from '@wavebook/harmonise/draft';
import { formNotes, openTable } from '@wavebook/tables';
import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';
import { formatInspectedCsv, formatInspectedJson } from './as-data.ts';
import { formatInspected } from './as-table.ts';
import type { Inspected } from './inspected.ts';

const formats = ['table', 'csv', 'json'] as const;
/** Files of up to so many cells are counted in full. */
const countedCells = 10_000_000;
const usualWidth = 120;

/** The columns that a list of names and patterns means, in the order of the file. @throws UsageError for a name that no column has */
export function chosenColumns(list: string, names: readonly string[]): string[] {
  const wanted = list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const matchers = wanted.map((part) => {
    const pattern = new RegExp(
      `^${part
        .split('*')
        .map((text) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
        .join('.*')}$`,
      'u',
    );
    if (!names.some((name) => name === part || pattern.test(name)))
      throw new UsageError(`--columns: the file has no column "${part}"; ${nearestNames(part, names)}`);
    return (name: string): boolean => name === part || (part.includes('*') && pattern.test(name));
  });
  return names.filter((name) => matchers.some((matches) => matches(name)));
}

/** Looks into a data file and prints what it holds. @throws UsageError, DataError */
export async function inspect(
  file: string,
  options: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { columns, encoding, sheet, member } = options;
  const format = formats.find((name) => name === (options.format ?? 'table'));
  if (!format)
    throw new UsageError(`--format: expected one of ${formats.join(', ')}; got "${options.format}"`);
  const opened = await openTable(file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(member === undefined ? {} : { member }),
  });
  const { info } = opened;
  const names = info.variables.map(({ name }) => name);
  const shown = columns === undefined ? names : chosenColumns(columns, names);
  const counts = columns !== undefined || info.rows * names.length <= countedCells;
  const raw = counts ? await opened.table(shown) : undefined;
  const chosen = new Set(shown);
  const inspected: Inspected = {
    info: raw ? { ...info, notes: [...info.notes, ...formNotes(raw)] } : info,
    fits: layoutFits(names),
    variables: info.variables.flatMap((variable, i) =>
      chosen.has(variable.name)
        ? [{ position: i + 1, info: variable, profile: raw && profileColumn(raw, variable.name) }]
        : [],
    ),
    detailed: columns !== undefined,
  };
  const terminal = process.stdout.isTTY === true;
  const text = {
    table: () =>
      formatInspected(inspected, {
        width: terminal ? (process.stdout.columns ?? usualWidth) : usualWidth,
        bold: terminal && !process.env.NO_COLOR,
      }),
    csv: () => formatInspectedCsv(inspected),
    json: () => formatInspectedJson(inspected),
  }[format]();
  process.stdout.write(text);
}
