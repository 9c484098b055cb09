/**
 * Makes the fonts of the charts: subsets of Noto Sans SC, and the widths of their characters.
 *
 *     node --import tsx packages/charts/scripts/make-fonts.ts [--out DIR] [more-characters.txt …]
 *
 * Writes fonts/NotoSansSC-400.ttf, fonts/NotoSansSC-700.ttf, fonts/OFL.txt and fonts/advances.json. The same
 * inputs give the same bytes. Further files name further characters; those of extra-characters.txt always count.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

const here = import.meta.dirname;
const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const target = values.out ?? join(here, '..', 'fonts');
const source = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
);
const weights = { 400: '400Regular/NotoSansSC_400Regular.ttf', 700: '700Bold/NotoSansSC_700Bold.ttf' };

function wantedCodePoints(files: string[]): Set<number> {
  const wanted = new Set<number>();
  for (let code = 0x20; code <= 0x17f; code++) if (code < 0x7f || code > 0x9f) wanted.add(code);
  for (const char of gb2312()) wanted.add(char.codePointAt(0) ?? 0);
  for (const file of files) {
    for (const char of readFileSync(file, 'utf8')) wanted.add(char.codePointAt(0) ?? 0);
  }
  return wanted;
}

function gb2312(): string {
  const decoder = new TextDecoder('gb18030');
  let text = '';
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) text += decoder.decode(Uint8Array.of(row, cell));
  }
  return text;
}

function ranges(codes: number[]): [number, number][] {
  const out: [number, number][] = [];
  for (const code of codes) {
    const last = out.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else out.push([code, code]);
  }
  return out;
}

const files = [join(here, 'extra-characters.txt'), ...positionals];
const wanted = wantedCodePoints(files);
const advances: Record<string, Record<string, number>> = {};
let coverage: number[] = [];

for (const [weight, file] of Object.entries(weights)) {
  const full = readFileSync(join(source, file));
  const font = fontkit.create(full);
  const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff;
  const kept = [...wanted]
    .filter((code) => code >= 0x20 && !isPrivate(code) && font.hasGlyphForCodePoint(code))
    .sort((a, b) => a - b);
  const text = String.fromCodePoint(...kept);
  const subset = await subsetFont(full, text, { targetFormat: 'sfnt' });
  const made = fontkit.create(subset);
  if (made.familyName !== font.familyName) throw new Error(`make-fonts: family became ${made.familyName}`);
  const lost = kept.filter((code) => !made.hasGlyphForCodePoint(code));
  if (lost.length > 0) throw new Error(`make-fonts: the subset lost ${String.fromCodePoint(...lost)}`);
  const scale = 1000 / made.unitsPerEm;
  advances[weight] = Object.fromEntries(
    kept
      .map((code) => [String(code), Math.round(made.glyphForCodePoint(code).advanceWidth * scale)] as const)
      .filter(([, advance]) => advance !== 1000),
  );
  coverage = kept;
  writeFileSync(join(target, `NotoSansSC-${weight}.ttf`), subset);
  console.log(`${made.familyName} ${weight}: ${kept.length} characters, ${subset.length} bytes`);
}

writeFileSync(join(target, 'OFL.txt'), readFileSync(join(source, 'LICENSE_FONT')));
writeFileSync(
  join(target, 'advances.json'),
  `${JSON.stringify({ unitsPerEm: 1000, defaultAdvance: 1000, coverage: ranges(coverage), advances })}\n`,
);
