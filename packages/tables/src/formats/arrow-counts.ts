const FIRST_BYTES = 'ARROW1';
const CONTINUATION = -1;
const messageKinds = { schema: 1, dictionary: 2, records: 3 } as const;
const UNION = 14;
/** Columns in columns in columns … */
const deepest = 64;

/** A table of a flatbuffer, to which the offset at a place leads. */
class FlatTable {
  private readonly view: DataView;
  private readonly at: number;
  private readonly fields: number;

  constructor(view: DataView, place: number) {
    this.view = view;
    this.at = place + view.getInt32(place, true);
    this.fields = this.at - view.getInt32(this.at, true);
  }

  /** Where a field stands; 0 if it is left out. */
  field(slot: number): number {
    if (slot >= this.view.getInt16(this.fields, true)) return 0;
    const offset = this.view.getInt16(this.fields + slot, true);
    return offset === 0 ? 0 : this.at + offset;
  }

  /** The byte in a field; 0 if it is left out. */
  byte(slot: number): number {
    const place = this.field(slot);
    return place === 0 ? 0 : this.view.getUint8(place);
  }

  /** The number of eight bytes in a field; 0 if it is left out. */
  long(slot: number): number {
    const place = this.field(slot);
    return place === 0 ? 0 : this.longAt(place);
  }

  longAt(place: number): number {
    return Number(this.view.getBigInt64(place, true));
  }

  /** A table in a field; undefined if it is left out. */
  table(slot: number): FlatTable | undefined {
    const place = this.field(slot);
    return place === 0 ? undefined : new FlatTable(this.view, place);
  }

  /** Where the entries of a list stand. @throws for more of them than there is room for */
  list(slot: number, entryBytes: number): number[] {
    const place = this.field(slot);
    if (place === 0) return [];
    const base = place + this.view.getInt32(place, true);
    const count = this.view.getInt32(base, true);
    if (count < 0 || base + 4 + count * entryBytes > this.view.byteLength)
      throw new Error(`a list of ${count} entries, for which there is no room`);
    return Array.from({ length: count }, (_, i) => base + 4 + i * entryBytes);
  }

  /** The tables of a list. */
  tables(slot: number): FlatTable[] {
    return this.list(slot, 4).map((place) => new FlatTable(this.view, place));
  }
}

/**
 * Makes sure that every list in the headers of an Arrow file is as long as it says, and that its messages follow each other: the decoder takes a
 * damaged count for what it is, and goes round for minutes.
 *
 * @throws for a damaged one.
 */
export function checkArrowCounts(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, FIRST_BYTES.length).equals(Buffer.from(FIRST_BYTES))) {
    for (let at = 0; at < bytes.length; ) at = checkMessage(view, at);
    return;
  }
  const end = bytes.length - FIRST_BYTES.length - 4;
  const footer = new FlatTable(view, end - view.getInt32(end, true));
  checkSchema(footer.table(6));
  for (const place of [...footer.list(8, 24), ...footer.list(10, 24)])
    checkMessage(view, footer.longAt(place));
  footer.tables(12);
}

/** @returns where the next message begins */
function checkMessage(view: DataView, from: number): number {
  let at = from;
  let length = view.getInt32(at, true);
  at += 4;
  if (length === CONTINUATION) {
    length = view.getInt32(at, true);
    at += 4;
  }
  if (length === 0) return view.byteLength;
  if (length < 0) throw new Error(`a message of ${length} bytes`);
  const head = new DataView(view.buffer, view.byteOffset + at, length);
  const message = new FlatTable(head, 0);
  const kind = message.byte(6);
  const header = message.table(8);
  const body = message.long(10);
  const next = at + length + body;
  if (body < 0 || next > view.byteLength)
    throw new Error(`a message with ${body} bytes of cells, for which there is no room`);
  if (kind === messageKinds.schema) checkSchema(header);
  else checkRecords(kind === messageKinds.dictionary ? header?.table(6) : header, length + body);
  return next;
}

function checkSchema(schema: FlatTable | undefined): void {
  for (const field of schema?.tables(6) ?? []) checkField(field, 0);
  schema?.tables(8);
}

function checkField(field: FlatTable, depth: number): void {
  if (depth > deepest) throw new Error(`a column nested more than ${deepest} deep`);
  for (const child of field.tables(14)) checkField(child, depth + 1);
  field.tables(16);
  if (field.byte(8) === UNION) field.table(10)?.list(6, 4);
}

/** A cell takes a bit at least. */
function checkRecords(records: FlatTable | undefined, bytes: number): void {
  const lengths = records?.list(6, 16).map((node) => records.longAt(node)) ?? [];
  for (const length of [records?.long(4) ?? 0, ...lengths])
    if (length < 0 || length > 8 * bytes) throw new Error(`${length} cells in a batch of ${bytes} bytes`);
  records?.list(8, 16);
  records?.list(12, 8);
}
