/**
 * The same TrueType font without the outlines, widths and codes of all characters beyond `characters`. Glyph numbers and
 * kerning stay, so text looks the same, but for ligatures, which go; the file is some fifteen times smaller. The rasteriser reads the whole file
 * for every glyph that it draws, so this is what makes it fast.
 *
 * @throws if the font has no glyf table or no cmap of format 12 or 4.
 */
export function thinFont(font: Buffer, characters: Iterable<string>): Buffer {
  const tables = tablesOf(font);
  const table = (tag: string) => {
    const found = tables.find((entry) => entry.tag === tag);
    if (!found) throw new Error(`thinFont: expected a TrueType font; it has no ${tag} table`);
    return found.data;
  };
  const [glyf, loca, head, cmap] = [table('glyf'), table('loca'), table('head'), table('cmap')];
  const long = head.readInt16BE(50) === 1;
  const count = loca.length / (long ? 4 : 2) - 1;
  const offset = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const kept = new Set<number>([0]);
  const glyphOf = glyphNumbers(cmap);
  const mapped = [...new Set(characters)]
    .map((char) => char.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
    .map((code) => ({ code, glyph: glyphOf(code) }))
    .filter(({ glyph }) => glyph !== 0);
  for (const { glyph } of mapped) kept.add(glyph);
  for (const glyph of kept)
    for (const part of partsOf(glyf, offset(glyph), offset(glyph + 1))) kept.add(part);

  const newLoca = Buffer.alloc((count + 1) * 4);
  const outlines: Uint8Array[] = [];
  let end = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    newLoca.writeUInt32BE(end, glyph * 4);
    if (!kept.has(glyph)) continue;
    const outline = padded(glyf.subarray(offset(glyph), offset(glyph + 1)));
    outlines.push(outline);
    end += outline.length;
  }
  newLoca.writeUInt32BE(end, count * 4);
  const newHead = Buffer.from(head);
  newHead.writeInt16BE(1, 50);
  const changed: Record<string, Buffer> = {
    glyf: Buffer.concat(outlines),
    loca: newLoca,
    head: newHead,
    cmap: characterMap(mapped),
    hmtx: widthsOf(kept, table('hmtx'), table('hhea').readUInt16BE(34)),
  };
  return assemble(
    font,
    tables
      .filter(({ tag }) => !unused.has(tag))
      .map(({ tag, data }) => ({ tag, data: changed[tag] ?? data })),
  );
}

/** A cmap of the characters in use, in format 12. */
function characterMap(mapped: readonly { code: number; glyph: number }[]): Buffer {
  const map = Buffer.alloc(28 + 12 * mapped.length);
  map.writeUInt16BE(1, 2);
  map.writeUInt16BE(3, 4);
  map.writeUInt16BE(10, 6);
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(12, 12);
  map.writeUInt32BE(map.length - 12, 16);
  map.writeUInt32BE(mapped.length, 24);
  for (const [index, { code, glyph }] of mapped.entries()) {
    const at = 28 + 12 * index;
    map.writeUInt32BE(code, at);
    map.writeUInt32BE(code, at + 4);
    map.writeUInt32BE(glyph, at + 8);
  }
  return map;
}

/** The widths of the glyphs in use; those of the others are zero, which packs to nothing. */
function widthsOf(kept: ReadonlySet<number>, hmtx: Buffer, count: number): Buffer {
  const widths = Buffer.alloc(hmtx.length);
  for (const glyph of [...kept, count - 1]) {
    const at = glyph < count ? 4 * glyph : 4 * count + 2 * (glyph - count);
    widths.set(hmtx.subarray(at, at + (glyph < count ? 4 : 2)), at);
  }
  return widths;
}

/** Ligatures and the rest of substitution, vertical setting, variable-font names. */
const unused = new Set(['GSUB', 'vhea', 'vmtx', 'VORG', 'STAT', 'BASE']);

interface Table {
  tag: string;
  data: Buffer;
}

function tablesOf(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const start = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString('latin1', entry, entry + 4),
      data: font.subarray(start, start + font.readUInt32BE(entry + 12)),
    };
  });
}

function padded(data: Buffer): Uint8Array {
  return data.length % 4 === 0 ? data : Buffer.concat([data, Buffer.alloc(4 - (data.length % 4))]);
}

/** Checksums and search hints of the table directory stay zero: nothing that draws charts reads them. */
function assemble(font: Buffer, tables: Table[]): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.set(font.subarray(0, 4));
  header.writeUInt16BE(tables.length, 4);
  const parts: Uint8Array[] = [header];
  let end = header.length;
  for (const [index, { tag, data }] of tables.entries()) {
    const entry = 12 + 16 * index;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(end, entry + 8);
    header.writeUInt32BE(data.length, entry + 12);
    parts.push(padded(data));
    end += padded(data).length;
  }
  return Buffer.concat(parts);
}

/** Glyphs that a composite glyph is put together from. */
function partsOf(glyf: Buffer, start: number, end: number): number[] {
  if (end - start < 10 || glyf.readInt16BE(start) >= 0) return [];
  const parts: number[] = [];
  let at = start + 10;
  let flags: number;
  do {
    flags = glyf.readUInt16BE(at);
    parts.push(glyf.readUInt16BE(at + 2));
    at += 4 + (flags & 0x0001 ? 4 : 2);
    if (flags & 0x0008) at += 2;
    else if (flags & 0x0040) at += 4;
    else if (flags & 0x0080) at += 8;
  } while (flags & 0x0020);
  return parts;
}

/** Looks up glyph numbers; format 12 reaches beyond the first 65,536 characters, format 4 does not. */
function glyphNumbers(cmap: Buffer): (codePoint: number) => number {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4)),
  );
  const wide = subtables.find((subtable) => subtable.readUInt16BE(0) === 12);
  if (wide) return (codePoint) => glyphOfFormat12(wide, codePoint);
  const narrow = subtables.find((subtable) => subtable.readUInt16BE(0) === 4);
  if (narrow) return (codePoint) => glyphOfFormat4(narrow, codePoint);
  throw new Error('thinFont: expected a font with a cmap of format 12 or 4; there is none');
}

function glyphOfFormat12(table: Buffer, codePoint: number): number {
  const groups = table.readUInt32BE(12);
  for (let at = 16; at < 16 + 12 * groups; at += 12) {
    const first = table.readUInt32BE(at);
    const last = table.readUInt32BE(at + 4);
    if (codePoint >= first && codePoint <= last) return table.readUInt32BE(at + 8) + codePoint - first;
  }
  return 0;
}

function glyphOfFormat4(table: Buffer, codePoint: number): number {
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size] as const;
  for (let at = 0; at < size; at += 2) {
    if (codePoint > table.readUInt16BE(ends + at)) continue;
    const first = table.readUInt16BE(starts + at);
    if (codePoint < first) return 0;
    const delta = table.readUInt16BE(deltas + at);
    const offset = table.readUInt16BE(offsets + at);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = table.readUInt16BE(offsets + at + offset + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
