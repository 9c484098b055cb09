import { renderPng } from '@wavebook/charts';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Block, documentHtml, wordDocument } from '../../src/index.ts';
import { sampleTable } from '../table/sample-table.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>';
const blocks = (label = '甘肃'): Block[] => [
  {
    kind: 'section',
    id: 'employment',
    kindOf: 'chapter',
    blocks: [
      { kind: 'heading', level: 2, number: '1', text: `就业 ${label}` },
      { kind: 'paragraph', tone: 'lead', runs: [label] },
      { kind: 'cards', cards: [{ value: '65.4%', id: 'a', name: label, lines: [label] }] },
      { kind: 'list', items: [[{ text: '65.4%', id: 'a' }, label, { text: '图1-1', anchor: 'figure-1' }]] },
      { kind: 'definitions', entries: [{ term: [label], text: [{ text: label, code: true }], id: 'd' }] },
      {
        kind: 'figure',
        figure: {
          ...{ id: 'figure-1', number: '图1-1', headline: label, description: label },
          ...{ svg, png: renderPng(svg) },
        },
      },
      { kind: 'fold', words: label, blocks: [{ kind: 'table', table: sampleTable(label) }] },
      {
        kind: 'paragraph',
        runs: [
          { text: '第一章', anchor: 'employment' },
          { text: '表1-1', anchor: 'sample' },
        ],
      },
    ],
  },
];
const options = { title: '白皮书', lang: 'zh', lines: ['合成数据'], contents: '目录' } as const;
const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name]);

describe('a document', () => {
  test('in HTML: anchors, links, numbers with their ids', () => {
    const page = documentHtml(blocks(), 'zh', { traceOf: (id) => `#t-${id}` }).markup;
    expect(page).toContain(
      '<section class="chapter" id="employment"><h2><span class="heading-number">1</span> 就业',
    );
    expect(page).toContain('<a href="#t-a" data-id="a">65.4%</a>甘肃<a href="#figure-1">图1-1</a>');
    expect(page).toContain('<details class="fold"><summary>甘肃</summary><div class="table" id="sample">');
    expect(page).toContain('<figure id="figure-1"><figcaption>图1-1</figcaption><div class="picture"><svg');
  });

  test('in DOCX: native headings, table with repeated header, picture with words, cross-references to bookmarks', async () => {
    const bytes = await wordDocument(blocks(), options);
    const xml = part(bytes, 'word/document.xml');
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(2);
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml).toMatch(/<wp:docPr[^>]*id="1"[^>]*descr="甘肃"/);
    expect(xml).toContain('w:instr="REF b_figure_1 \\h"');
    expect(xml).toContain('<w:bookmarkStart w:name="b_figure_1"');
    expect(xml).toContain('w:anchor="b_employment"');
    expect(xml).toContain('<w:bookmarkStart w:name="b_employment"');
    expect(part(bytes, 'word/styles.xml')).toContain('w:eastAsia="SimSun"');
    expect(xml).not.toMatch(/0713579|7\.1%/);
    expect(part(bytes, 'docProps/core.xml')).toContain('1980-01-01T00:00:00Z');
  });

  test('in DOCX: the same bytes twice', async () => {
    const first = await wordDocument(blocks(), options);
    expect(Buffer.from(await wordDocument(blocks(), options)).equals(Buffer.from(first))).toBe(true);
  });

  test('in DOCX: a figure without a PNG is refused by name', async () => {
    const figure = { id: 'f', number: '1', headline: 'x', description: 'x', svg };
    await expect(wordDocument([{ kind: 'figure', figure }], options)).rejects.toThrow(
      'figure "f" has no PNG',
    );
  });
});
