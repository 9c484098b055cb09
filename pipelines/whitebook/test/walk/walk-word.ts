import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { count, plain, straight, type Walk } from './walk.ts';

const wordTexts = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs'))].map(([part]) =>
    [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, text]) => plain(text ?? '|'))
      .join(''),
  );

/** Text without spaces and the marks that join the parts of a line. */
const bare = (text: string): string => straight(text).replaceAll(/[\s\u3000;；]+/g, '');

/** The tables of a document are those of the page, cell by cell. */
function walkTables(path: string, xml: string, page: string, walk: Walk): void {
  const ofPage = [...page.matchAll(/<div class="table".*?<tbody>(.*?)<\/tbody>/gs)].map(([, body = '']) =>
    [...body.matchAll(/<t[hd][ >].*?<\/t[hd]>/gs)].map(([cell]) => plain(cell.replaceAll('<small>', '|'))),
  );
  const ofWord = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)]
      .filter(([line]) => !line.includes('<w:tblHeader'))
      .flatMap(([line]) => wordTexts(line, 'tc').map((text) => text.replace(/^\u3000+/, ''))),
  );
  if (ofPage.length !== ofWord.length)
    walk.wrong.push(`${path}: ${ofWord.length} tables, the page has ${ofPage.length}`);
  ofPage.forEach((cells, i) => {
    count(walk, 'word', cells.length);
    const other = (ofWord[i] ?? []).map(straight);
    const at = cells.findIndex((cell, k) => straight(cell) !== other[k]);
    if (at >= 0 || other.length !== cells.length)
      walk.wrong.push(`${path}: table ${i + 1}, cell ${at + 1}: "${other[at]}", the page has "${cells[at]}"`);
  });
}

/** Every paragraph of a document that holds a number says what the page says; captions hold the headlines of figures. */
function walkProse(path: string, xml: string, page: string, captions: ReadonlySet<string>, walk: Walk): void {
  const texts = page.matchAll(/<(p|li|dt|dd|h[1-4])\b[^>]*>(.*?)<\/\1>/gs);
  const ofPage = new Set([...texts].map(([, , content = '']) => bare(plain(content))));
  const prose = xml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, '').replaceAll(/<w:sdt>.*?<\/w:sdt>/gs, '');
  for (const text of wordTexts(prose, 'p')) {
    if (!/\d/.test(text)) continue;
    count(walk, 'prose');
    const told = bare(text);
    if (!ofPage.has(told) && !captions.has(told)) walk.wrong.push(`${path}: "${text}" is not on the page`);
  }
}

/** The document says what the page says: its tables cell by cell, and each paragraph. */
export function walkWord(path: string, pagePath: string, walk: Walk): void {
  const xml = new TextDecoder().decode(unzipSync(readFileSync(path))['word/document.xml']);
  const page = readFileSync(pagePath, 'utf8');
  walkTables(path, xml, page, walk);
  const captions = new Set(
    [...page.matchAll(/<figcaption>([^<]*)<\/figcaption>.*?<title [^>]*>([^<]*)</gs)].map(
      ([, number = '', headline = '']) => bare(plain(`${number}${headline}`)),
    ),
  );
  walkProse(path, xml, page, captions, walk);
}
