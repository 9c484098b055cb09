import type { Cells } from '@wavebook/harmonise';
import type { TextColumn } from '@wavebook/tables';

/** The identifier of every record; one without has its place in the raw file, `row-7`. */
export function identifiersOf(rows: number, id: Cells | undefined): TextColumn {
  const known = id && id.kind !== 'number' ? id : { codes: new Int32Array(rows).fill(-1), levels: [] };
  const levels = [...known.levels];
  const codes = known.codes.map((code, row) => (code < 0 ? levels.push(`row-${row + 1}`) - 1 : code));
  return { kind: 'text', codes, levels };
}

/** The rows whose identifier an earlier row has. Empty ones repeat nothing. */
export function repeatedIn(id: Cells | undefined): number[] {
  if (!id || id.kind === 'number') return [];
  const seen = new Uint8Array(id.levels.length);
  const repeated: number[] = [];
  for (let row = 0; row < id.codes.length; row++) {
    const code = id.codes[row] as number;
    if (code < 0) continue;
    if (seen[code] === 1) repeated.push(row);
    seen[code] = 1;
  }
  return repeated;
}
