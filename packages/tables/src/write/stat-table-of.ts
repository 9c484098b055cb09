import type { StatTable, WrittenColumn, WrittenVariable } from '@wavebook/stat-files';
import { DataError } from '../data-error.ts';
import type { Column, MissingCodes, Table } from '../table.ts';

/** The missing code of a value that SPSS's user declared missing. */
const DECLARED = 28;

/** A table as the writers of Stata and SPSS files take it. @throws DataError for a label of a number that is none. */
export function statTableOf(input: Table, label: string): StatTable {
  const columns = new Map<string, WrittenColumn>();
  const variables = [...input.columns].map(([name, column]): WrittenVariable => {
    columns.set(name, writtenColumn(name, column));
    const said = input.variables?.get(name);
    if (!said) return { name, label: input.labels?.get(name)?.zh ?? '' };
    const { format, measure, userMissing, valueLabels } = said;
    return {
      name,
      label: said.label,
      format,
      measure,
      userMissing,
      ...labelsOf(name, column.kind, valueLabels),
    };
  });
  return { rows: input.rows, label, variables, columns };
}

function labelsOf(
  name: string,
  kind: Column['kind'],
  texts: ReadonlyMap<string, string>,
): Pick<WrittenVariable, 'missingLabels' | 'valueLabels'> {
  const valueLabels = new Map<number | string, string>();
  const missingLabels = new Map<number, string>();
  for (const [code, text] of texts) {
    const missing = missingCode(code);
    if (missing !== undefined) missingLabels.set(missing, text);
    else if (kind === 'text') valueLabels.set(code, text);
    else if (code.trim() !== '' && Number.isFinite(Number(code))) valueLabels.set(Number(code), text);
    else
      throw new DataError(
        `writeTable: column "${name}" holds numbers, so labels belong to numbers; got "${code}"`,
      );
  }
  return { valueLabels, missingLabels };
}

/** 2 to 27 for `.a` to `.z`. */
const missingCode = (code: string): number | undefined =>
  /^\.[a-z]$/.test(code) ? code.charCodeAt(1) - 95 : undefined;

function writtenColumn(name: string, column: Column): WrittenColumn {
  const { missing, ...plain } = column;
  if (!missing) return plain;
  return plain.kind === 'number'
    ? withReasons(name, plain.values, missing)
    : withTexts(plain.codes, plain.levels, missing);
}

/** Numbers whose empty cells have the codes of `missing`, declared values back in their cells. */
function withReasons(name: string, given: Float64Array, { codes, levels }: MissingCodes): WrittenColumn {
  const values = given.slice();
  const missing = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
  const known = levels.map((level) => ({ code: missingCode(level), value: Number(level) }));
  for (let row = 0; row < codes.length; row++) {
    const level = codes[row] as number;
    if (level < 0) continue;
    const { code, value } = known[level] as (typeof known)[number];
    if (code === undefined && !Number.isFinite(value))
      throw new DataError(
        `writeTable: the missing codes of "${name}" must be .a to .z or numbers; got "${levels[level]}"`,
      );
    missing[row] = code ?? DECLARED;
    if (code === undefined) values[row] = value;
  }
  return { kind: 'number', values, missing };
}

function withTexts(codes: Int32Array, levels: readonly string[], missing: MissingCodes): WrittenColumn {
  return {
    kind: 'text',
    codes: codes.map((code, row) => {
      const declared = missing.codes[row] as number;
      return declared < 0 ? code : levels.length + declared;
    }),
    levels: [...levels, ...missing.levels],
  };
}
