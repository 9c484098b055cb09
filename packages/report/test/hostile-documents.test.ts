import { renderPng } from '@wavebook/charts';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { bookMarkup } from '../src/book/page.ts';
import { bookDocument, bookTables, bookWord } from '../src/index.ts';
import { hostileBook } from './hostile-book.ts';

const PLAIN = 'PLAINLABEL';
/** Each text, and what of it may be seen: no character that turns the direction of what follows, none that XML forbids. */
const texts: readonly [name: string, text: string, shown: string][] = [
  ['a script', '</w:t></svg><script>alert(1)</script>', '</w:t></svg><script>alert(1)</script>'],
  ['a formula', "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ['a formula by a sign', '-2+3+cmd', '-2+3+cmd'],
  ['a link formula', '@SUM(1+1)*HYPERLINK("x")', '@SUM(1+1)*HYPERLINK("x")'],
  ['entities', '&lt;b&gt; ]]> <!-- &amp; "q"', '&lt;b&gt; ]]> <!-- &amp; "q"'],
  ['a replacement pattern', "$& $' $1 $$", "$& $' $1 $$"],
  ['right-to-left marks', 'abc\u202edef\u2066ghi\u200f', 'abcdefghi\u200f'],
  ['control characters', 'a\u0000b\u000bc\u001f', 'abc'],
  ['a name of 60 characters', '很长很长的省级行政区名称'.repeat(5), '很长很长的省级行政区名称'.repeat(5)],
];
const escaped = (text: string, apostrophe: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);

const png = renderPng('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>');
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]),
  );
const word = async (label: string) => parts(await bookWord(hostileBook(label, png), 'zh'));
const sheets = (label: string) => {
  const data = hostileBook(label);
  return bookTables(data, { zh: bookDocument(data, 'zh'), en: bookDocument(data, 'en') });
};

const plainWord = word(PLAIN);
const plainSheets = sheets(PLAIN);

describe.each(texts)('%s', (_, text, shown) => {
  test('stands in the page as text', () => {
    const markup = (label: string): string =>
      bookMarkup(hostileBook(label), 'zh', bookDocument(hostileBook(label), 'zh'));
    expect(markup(text).replaceAll(escaped(shown, '&#39;'), PLAIN)).toBe(markup(PLAIN));
  });

  test('stands in the DOCX as text: the markup is that of a plain one', async () => {
    const [made, plain] = [await word(text), await plainWord];
    for (const name of ['word/document.xml', 'docProps/core.xml'])
      expect(made[name]?.replaceAll(escaped(shown, '&apos;'), PLAIN), name).toBe(plain[name]);
  });

  test('stands in the XLSX as text, never as a formula, and reads back as it was', async () => {
    const bytes = await sheets(text);
    const [made, plain] = [parts(bytes), parts(await plainSheets)];
    expect(Object.keys(made)).toEqual(Object.keys(plain));
    for (const [name, xml] of Object.entries(made)) expect(xml, name).not.toMatch(/<f[ >]/);
    const read = await readXlsxFile(Buffer.from(bytes));
    const cells = read.flatMap(({ data }) => data.flat()).filter((cell) => typeof cell === 'string');
    const expected = (await readXlsxFile(Buffer.from(await plainSheets)))
      .flatMap(({ data }) => data.flat())
      .filter((cell) => typeof cell === 'string');
    expect(cells.map((cell) => cell.replaceAll(shown, PLAIN))).toEqual(expected);
  });
});
