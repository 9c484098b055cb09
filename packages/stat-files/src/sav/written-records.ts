import type { UserMissing } from '../stat-file.ts';
import type { Encode } from '../text/text-encoder.ts';
import type { ByteWriter } from '../write/byte-writer.ts';
import type { SavStorage } from './sav-storage.ts';

const longestLabel = 255;
const longestValueLabel = 120;
const lowest = -1.7976931348623155e308;

/** Variable records, with label and declared missing values; a text takes a further record for each slot after the first. */
export function writeVariables(writer: ByteWriter, storages: readonly SavStorage[], encode: Encode): void {
  for (const storage of storages)
    storage.pieces.forEach((piece, i) => {
      const label = i === 0 ? encode(storage.variable.label ?? '') : new Uint8Array(0);
      if (label.length > longestLabel)
        throw new Error(
          `writeSav: a variable label has at most ${longestLabel} bytes; "${storage.variable.name}" has ${label.length}`,
        );
      const missing = i === 0 && storage.width <= 8 ? missingSlots(storage, encode) : { count: 0, slots: [] };
      const format = storage.width === 0 ? storage.format : 0x10000 + 0x100 * piece.width;
      writer.i32(2);
      writer.i32(piece.width);
      writer.i32(label.length > 0 ? 1 : 0);
      writer.i32(missing.count);
      writer.i32(format);
      writer.i32(format);
      writer.field(encode(piece.shortName), 8, 0x20);
      if (label.length > 0) {
        writer.i32(label.length);
        writer.field(label, Math.ceil(label.length / 4) * 4, 0x20);
      }
      for (const slot of missing.slots)
        typeof slot === 'number' ? writer.f64(slot) : writer.field(slot, 8, 0x20);
      for (let slot = 1; slot < piece.slots; slot++) {
        writer.i32(2);
        writer.i32(-1);
        writer.field(new Uint8Array(0), 24);
      }
    });
}

const missingSlots = (
  { variable, width }: SavStorage,
  encode: Encode,
): { count: number; slots: (number | Uint8Array)[] } => {
  const { values, range } = variable.userMissing ?? ({ values: [] } as UserMissing);
  const fits = range ? width === 0 && values.length <= 1 : values.length <= 3;
  if (!fits || values.some((value) => (typeof value === 'number') !== (width === 0)))
    throw new Error(
      `writeSav: up to 3 values of the variable's kind, or a range and one number, can be missing; not so for "${variable.name}"`,
    );
  const slots = values.map((value) => (typeof value === 'number' ? value : encode(value)));
  if (!range) return { count: slots.length, slots };
  const low = Math.max(range.low, lowest);
  const high = Math.min(range.high, Number.MAX_VALUE);
  return { count: -2 - slots.length, slots: [low, high, ...slots] };
};

/** Value labels of numbers and of texts of up to 8 bytes. */
export function writeValueLabels(writer: ByteWriter, storages: readonly SavStorage[], encode: Encode): void {
  let slot = 1;
  for (const { variable, width, pieces } of storages) {
    const labels = [...(variable.valueLabels ?? [])];
    if (labels.length > 0 && width <= 8) {
      writer.i32(3);
      writer.i32(labels.length);
      for (const [value, label] of labels) {
        const text = encode(label);
        if ((typeof value === 'number') !== (width === 0) || text.length > longestValueLabel)
          throw new Error(
            `writeSav: value labels have at most ${longestValueLabel} bytes, of values of the variable's kind; got ${JSON.stringify(value)} "${label}" of "${variable.name}"`,
          );
        if (typeof value === 'number') writer.f64(value);
        else writer.field(encode(value), 8, 0x20);
        writer.u8(text.length);
        writer.field(text, Math.ceil((text.length + 1) / 8) * 8 - 1, 0x20);
      }
      writer.i32(4);
      writer.i32(1);
      writer.i32(slot);
    }
    slot += pieces.reduce((sum, piece) => sum + piece.slots, 0);
  }
}
