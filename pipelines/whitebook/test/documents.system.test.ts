import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printPdf } from '../src/pdf/print-pdf.ts';
import { chromiumPath, makeBook, root } from './open-book.ts';
import { kinds, wrongNumbers } from './walk/wrong-numbers.ts';

const book = (name: string): string => join(root, 'data/whitebook', name);
let folder: string;

beforeAll(() => {
  makeBook();
  folder = mkdtempSync(join(tmpdir(), 'wavebook-documents-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f');

test('no number in any output differs from the estimates, none that is withheld is there', async () => {
  const { checked, wrong } = await wrongNumbers(root);
  expect(wrong).toEqual([]);
  for (const kind of kinds) expect(checked[kind], kind).toBeGreaterThan(100);
});

describe.each(['zh', 'en'])('the documents in %s', (lang) => {
  const page = (): string => readFileSync(book(`index.${lang}.html`), 'utf8');
  const figures = (): number => page().match(/<figure id=/g)?.length ?? 0;
  const tables = (): number => page().match(/<div class="table" id=/g)?.length ?? 0;

  test('printed to PDF, every figure stands whole on one page', async () => {
    const marked = page()
      .replaceAll(/(<figcaption>)/g, '$1<span style="font-size:4px">FIGUREBEGINS</span>')
      .replaceAll('</figure>', '<span style="font-size:4px">FIGUREENDS</span></figure>');
    const source = join(folder, `marked.${lang}.html`);
    writeFileSync(source, marked);
    const pdf = join(folder, `marked.${lang}.pdf`);
    await printPdf(chromiumPath(), source, pdf);
    const pages = pagesOf(pdf).map((text) => [
      text.match(/FIGUREBEGINS/g)?.length ?? 0,
      text.match(/FIGUREENDS/g)?.length ?? 0,
    ]);
    expect(pages.reduce((sum, [begun = 0]) => sum + begun, 0)).toBe(figures());
    const broken = pages.flatMap(([begun, ended], i) => (begun === ended ? [] : [i + 1]));
    expect(broken).toEqual([]);
  });

  test('the DOCX converts in LibreOffice, with every table and figure', () => {
    const docx = book(`whitebook.${lang}.docx`);
    const parts = unzipSync(readFileSync(docx));
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(tables());
    expect(xml.match(/<pic:pic /g)).toHaveLength(figures());
    expect(xml.match(/<wp:docPr[^>]*descr="[^"]+"/g)).toHaveLength(figures());
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, `office-${lang}`)}`,
        ...['--headless', '--convert-to', 'odt', '--outdir', folder, docx],
      ],
      { stdio: 'ignore' },
    );
    const odt = unzipSync(readFileSync(join(folder, `whitebook.${lang}.odt`)));
    const content = new TextDecoder().decode(odt['content.xml']);
    expect(content.match(/<table:table /g)).toHaveLength(tables());
    expect(content.match(/<draw:image /g)).toHaveLength(figures());
    expect(content).toContain('text:bookmark-ref');
    const styles = new TextDecoder().decode(odt['styles.xml']);
    expect(`${content}${styles}`).not.toMatch(/fo:line-height="[\d.]+(?:cm|in|pt)"/);
  });
});
