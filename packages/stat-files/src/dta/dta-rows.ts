import { systemMissing, userMissing } from '../stat-column.ts';
import type { WrittenColumn } from '../write/stat-table.ts';
import { doubleMissingBits, floatMissingBits, largestInteger } from './dta-layout.ts';
import type { Storage } from './dta-storage.ts';

const chunkBytes = 1 << 20;

/** A column with its storage and, for long strings, the eight-byte reference of each level. */
export interface StoredColumn {
  readonly column: WrittenColumn;
  readonly storage: Storage;
  readonly references: readonly Uint8Array[];
}

/** The rows as bytes, in pieces of about 1 MiB; each is good until the next. */
export function* dtaRows(stored: readonly StoredColumn[], rows: number): Generator<Uint8Array> {
  const rowBytes = stored.reduce((sum, { storage }) => sum + storage.width, 0);
  if (rowBytes === 0) return;
  const most = Math.max(1, Math.floor(chunkBytes / rowBytes));
  const bytes = new Uint8Array(Math.min(most, rows) * rowBytes);
  const view = new DataView(bytes.buffer);
  for (let first = 0; first < rows; first += most) {
    const count = Math.min(most, rows - first);
    let at = 0;
    for (const one of stored) {
      const block: Block = { bytes, view, first, count, at, rowBytes };
      if (one.column.kind === 'number')
        fillNumbers(block, one.column, one.storage.type as keyof typeof setters);
      else fillTexts(block, one.column.codes, one);
      at += one.storage.width;
    }
    yield bytes.subarray(0, count * rowBytes);
  }
}

interface Block {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly first: number;
  readonly count: number;
  readonly at: number;
  readonly rowBytes: number;
}

type NumberColumn = Extract<WrittenColumn, { kind: 'number' }>;
type Set = (view: DataView, at: number, value: number) => void;

const setters = {
  byte: (view, at, value) => view.setInt8(at, value),
  int: (view, at, value) => view.setInt16(at, value, true),
  long: (view, at, value) => view.setInt32(at, value, true),
  float: (view, at, value) => view.setFloat32(at, value, true),
  double: (view, at, value) => view.setFloat64(at, value, true),
} satisfies Record<string, Set>;

const fillNumbers = (
  { view, first, count, at, rowBytes }: Block,
  { values, missing }: NumberColumn,
  type: keyof typeof setters,
): void => {
  const set = setters[type];
  for (let r = 0, to = at; r < count; r++, to += rowBytes) {
    const value = values[first + r] as number;
    const code = missing ? (missing[first + r] as number) : 0;
    if (code !== 0 && code !== userMissing) setMissing(view, to, { type, code });
    else if (Number.isNaN(value)) setMissing(view, to, { type, code: systemMissing });
    else set(view, to, value);
  }
};

const setMissing = (
  view: DataView,
  at: number,
  { type, code }: { type: keyof typeof setters; code: number },
): void => {
  const steps = code - systemMissing;
  if (type === 'float') view.setUint32(at, floatMissingBits + 0x800 * steps, true);
  else if (type === 'double') {
    view.setUint32(at, 0, true);
    view.setUint32(at + 4, doubleMissingBits + 0x100 * steps, true);
  } else setters[type](view, at, largestInteger[type] + 1 + steps);
};

const fillTexts = (
  { bytes, first, count, at, rowBytes }: Block,
  codes: Int32Array,
  { storage, references }: StoredColumn,
): void => {
  const { width } = storage;
  const cells = storage.type === 'strL' ? references : storage.texts;
  for (let r = 0, to = at; r < count; r++, to += rowBytes) {
    const text = cells[codes[first + r] as number];
    const length = text?.length ?? 0;
    for (let i = 0; i < length; i++) bytes[to + i] = (text as Uint8Array)[i] as number;
    bytes.fill(0, to + length, to + width);
  }
};
