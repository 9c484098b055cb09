import {
  openStatFile,
  readDta,
  readSav,
  type StatFile,
  StatFileError,
  type StatVariable,
} from '@wavebook/stat-files';
import { nameOf } from '../byte-input.ts';
import { checkedRows } from '../checked-rows.ts';
import type { Unpacked } from '../containers/unpack.ts';
import { DataError } from '../data-error.ts';
import type { VariableInfo } from '../file-info.ts';
import { table } from '../table.ts';
import type { FormatReader, ReadTableOptions } from './reading.ts';
import { columnOfStat } from './stat-column.ts';

/** Stata's .dta, SPSS's .sav and .zsav. */
export const readStat: FormatReader = async (unpacked, options) => {
  try {
    const file = openUnpacked(unpacked, options);
    try {
      return readOpened(file, unpacked, options);
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof StatFileError) throw new DataError(error.message);
    throw error;
  }
};

function openUnpacked({ input, content }: Unpacked, options: ReadTableOptions): StatFile {
  const { encoding, invalidText } = options;
  const how = { ...(encoding ? { encoding } : {}), ...(invalidText ? { invalidText } : {}) };
  if (typeof input === 'string') return openStatFile(input, how);
  const { name, bytes } = input;
  return (content === 'sav' ? readSav : readDta)(bytes, { ...how, name });
}

function readOpened(
  file: StatFile,
  { input, container }: Unpacked,
  options: Parameters<FormatReader>[1],
): Awaited<ReturnType<FormatReader>> {
  const { format, version, encoding, label, rows, multipleResponseSets, weight } = file;
  const variables = file.variables.map(variableInfo);
  const info = {
    path: nameOf(input),
    format,
    version,
    encoding,
    rows,
    label,
    variables,
    multipleResponseSets,
    notes: [],
    ...(container ? { container } : {}),
    ...(weight === undefined ? {} : { weight }),
  };
  const { from, to } = checkedRows(options.rows, rows);
  const wanted = options.columns && new Set(options.columns);
  const chosen = file.variables.filter(({ name }) => !options.headerOnly && (wanted?.has(name) ?? true));
  const read = file.columns(
    chosen.map(({ name }) => name),
    { rows: { from, to } },
  );
  const columns = chosen.map(({ name }) => {
    const column = columnOfStat(read.get(name) as NonNullable<ReturnType<typeof read.get>>);
    // what was taken over need not be held twice
    read.delete(name);
    return [name, column] as const;
  });
  const described = new Map(
    variables.filter(({ name }) => wanted?.has(name) ?? true).map((variable) => [variable.name, variable]),
  );
  return { table: { ...table(to - from, columns), variables: described }, info };
}

const missingLetter = (code: number): string => (code === 1 ? '.' : `.${String.fromCharCode(95 + code)}`);

const variableInfo = (variable: StatVariable): VariableInfo => {
  const { name, label, type, format, measure, valueLabels, missingLabels, userMissing } = variable;
  return {
    name,
    label,
    type: type === 'string' || type === 'strL' ? 'text' : 'number',
    storage: type,
    format,
    measure,
    valueLabels: new Map([
      ...[...valueLabels].map(([code, text]) => [String(code), text] as const),
      ...[...missingLabels].map(([code, text]) => [missingLetter(code), text] as const),
    ]),
    userMissing,
  };
};
