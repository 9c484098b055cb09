import { type HarmonisedWave, reasonCodes } from '@wavebook/harmonise';
import { type Column, type Table, type TextColumn, table } from '@wavebook/tables';

/** Rows that stand together, from the first to before the last. */
type Run = readonly [from: number, to: number];

function runsOf(kept: readonly number[]): Run[] {
  const runs: [number, number][] = [];
  for (const row of kept) {
    const last = runs.at(-1);
    if (last?.[1] === row) last[1] = row + 1;
    else runs.push([row, row + 1]);
  }
  return runs;
}

/** The kept ones of a column's numbers or codes. */
function keptOf<Values extends Float64Array | Int32Array>(
  values: Values,
  runs: readonly Run[],
  to: Values,
): Values {
  let at = 0;
  for (const [from, end] of runs) {
    to.set(values.subarray(from, end), at);
    at += end - from;
  }
  return to;
}

/** The kept ones of the reasons, by their place in the list of reasons; −1: not missing. */
function keptReasons(reasons: Uint8Array, runs: readonly Run[], to: Int32Array): Int32Array {
  let at = 0;
  for (const [from, end] of runs)
    for (let row = from; row < end; row++) to[at++] = (reasons[row] as number) - 1;
  return to;
}

/** The kept records, each variable with its missing reason beside it, and their stratum and PSU. */
export const unitTable = (
  { respondents: cells, key, unit }: HarmonisedWave,
  kept: readonly number[],
  identifiers: TextColumn,
  design: ReadonlyMap<string, TextColumn>,
): Table => {
  const columns: [string, Column][] = [];
  const reasons: string[] = reasonCodes.flatMap((r) => r ?? []);
  const runs = runsOf(kept);
  const texts = ({ codes, levels }: Pick<TextColumn, 'codes' | 'levels'>): TextColumn => ({
    kind: 'text',
    codes: keptOf(codes, runs, new Int32Array(kept.length)),
    levels,
  });
  columns.push([key, texts(identifiers)]);
  for (const variable of unit) {
    const source = cells.get(variable.name);
    if (!source || variable.name === key) continue;
    columns.push([
      variable.name,
      source.kind === 'number'
        ? { kind: 'number', values: keptOf(source.values, runs, new Float64Array(kept.length)) }
        : texts(source),
    ]);
    columns.push([
      `${variable.name}_missing`,
      {
        kind: 'text',
        codes: keptReasons(source.reasons, runs, new Int32Array(kept.length)),
        levels: reasons,
      },
    ]);
  }
  for (const [name, column] of design) columns.push([name, texts(column)]);
  return table(kept.length, columns, new Map(unit.map((v) => [v.name, v.label])));
};
