/** Bytes from the first up to, not with, the second. */
export type Span = readonly [from: number, to: number];

/** Where the cells of an undamaged file stand in its bytes: how far a change can reach. */
export interface Places {
  /** bytes that say how all cells are read, and of which the table does not tell: after a change there nothing is said of cells */
  readonly shared: readonly Span[];
  /** the bytes that a cell hangs on */
  readonly cell: (row: number, column: string) => readonly Span[];
  /** whether the byte decides where what follows stands: a change of it, or to it, reaches everything behind it */
  readonly steers?: (bytes: Uint8Array, at: number) => boolean;
}

/** Of files with checksums: what is read is what was written. */
export const packed: Places = { shared: [], cell: () => [] };

/** The bytes that differ; from `from` on all of them count as changed. */
export interface Changes {
  readonly at: readonly number[];
  readonly from: number;
}

export function changesOf(before: Uint8Array, after: Uint8Array, steers?: Places['steers']): Changes {
  const common = Math.min(before.length, after.length);
  const at: number[] = [];
  for (let i = 0; i < common; i++) if (before[i] !== after[i]) at.push(i);
  const moved = before.length === after.length ? Number.POSITIVE_INFINITY : (at[0] ?? common);
  const steering = steers && at.find((i) => steers(before, i) || steers(after, i));
  return { at, from: Math.min(moved, steering ?? Number.POSITIVE_INFINITY) };
}

export const isTouched = ([from, to]: Span, changes: Changes): boolean =>
  to > changes.from || changes.at.some((at) => at >= from && at < to);
