import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  type Table,
  tableCsv,
  tableHtml,
  tableMarkdown,
  textCell,
  wordDocument,
  workbook,
} from '../../src/index.ts';
import { sampleTable } from './sample-table.ts';

const book = (table: Table, languages: ('zh' | 'en')[] = ['zh', 'en']) =>
  workbook([{ title: { zh: '第一章', en: 'Chapter 1' }, tables: [table] }], {
    title: { zh: '表', en: 'Tables' },
    languages,
  });

const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name]);

describe('a table', () => {
  test('in HTML: groups span their columns, figures carry ids, symbols are explained, a withheld number is a mark', () => {
    const page = tableHtml(sampleTable(), 'en', { traceOf: (id) => `#trace-${id}` }).markup;
    expect(page).toContain('<th scope="colgroup" class="group" colspan="3" rowspan="1">Contract</th>');
    expect(page).toContain('<th scope="col" class="text" colspan="1" rowspan="2">Place</th>');
    expect(page).toContain('<td class="figure" data-id="a"><a href="#trace-a">65.4</a></td>');
    expect(page).toContain('<td class="figure" data-id="b"><a href="#trace-b">40.0</a><sup>†</sup></td>');
    expect(page).toContain(
      '<td class="figure" data-id="c"><a href="#trace-c">×</a></td><td class="interval"></td>',
    );
    expect(page).toContain('<td class="figure" data-id="d"><a href="#trace-d">4,216</a></td>');
    expect(page).toContain('<td class="figure">0.0</td>');
    expect(page).toContain(
      '<p class="note">a Last month. × not shown (too imprecise, or fewer than 10 respondents in the cell or its complement). † limited precision, use with caution. A note. Source: Survey</p>',
    );
    expect(page).not.toMatch(/0713579|7\.1|20\.0/);
  });

  test('in CSV: full precision, limits, symbols and ids in columns of their own', () => {
    expect(tableCsv(sampleTable('=1+1,"x"'), 'en').split('\n')).toEqual([
      'Place,Contract Estimate (%),"Contract Estimate, mark","Contract 95% interval, low","Contract 95% interval, high",Contract n,Income (yuan),"Contract Estimate, id","Income, id"',
      'All,0.65375,,0.63,0.675,1204,4215.5,a,d',
      'West',
      `"'=1+1,""x""",0.4,†,0.3,0.5,490,,b,`,
      '青海,,×,,,,-0.04,c,',
      '',
      'a Last month.',
      '"× not shown (too imprecise, or fewer than 10 respondents in the cell or its complement)."',
      '"† limited precision, use with caution."',
      'A note.',
      'Source: Survey',
      '',
    ]);
  });

  test('in Markdown: one pipe table whatever the labels hold', () => {
    const lines = tableMarkdown(sampleTable('a | <b>*x*</b> [y](z)\nq'), 'zh').split('\n');
    expect(lines[0]).toBe('**表1-1 样表**');
    expect(lines[2]).toBe('| 地区 | 合同：估计 (%) | 合同：95%区间 | 合同：n | 收入a (元) |');
    expect(lines[3]).toBe('| --- | ---: | ---: | ---: | ---: |');
    expect(lines[6]).toBe('| a \\| &lt;b&gt;\\*x\\*&lt;/b&gt; \\[y\\](z) q | 40.0† | 30.0–50.0 | 490 | – |');
    expect(lines[7]).toBe('| 青海 | × |  |  | 0.0 |');
  });

  test('in colour: cells carry their class, a key says what it means, a number of few people is not there', async () => {
    const sample = sampleTable();
    const legend = [{ heat: 3, label: { zh: '多', en: 'many' } }] as const;
    const shaded: Table = {
      ...sample,
      columns: [...sample.columns.slice(0, 2), ...sample.columns.slice(3, 4)],
      rows: [
        {
          cells: [
            textCell('x'),
            { kind: 'number', value: 0.25, decimals: 1, share: true, heat: 3, symbol: 'a' },
            { kind: 'few' },
          ],
        },
      ],
    };
    expect(() => tableHtml(shaded, 'en')).toThrow(/checkTable: line 1 .* legend that explains class 3/);
    const table = { ...shaded, legend };
    const page = tableHtml(table, 'en').markup;
    expect(page).toContain('<p class="key"><span class="heat-3">many</span> </p>');
    expect(page).toContain('heat-3">25.0<sup>a</sup></td>');
    expect(page).toContain('>&lt;10</td>');
    expect(page).toContain('&lt;10: fewer than ten in the cell or in the rest; the number is not shown.');
    const fill = 'FF3A75AB';
    expect(part(await book(table), 'xl/styles.xml').toUpperCase()).toContain(fill);
    expect(tableCsv(table, 'en')).toContain('x,0.25,a,<10');
    const word = await wordDocument([{ kind: 'table', table }], {
      ...{ title: 't', lang: 'en', lines: [], contents: 'c' },
    });
    const xml = part(word, 'word/document.xml');
    expect(xml.match(/w:fill="3A75AB"/g)).toHaveLength(2);
  });

  test('in XLSX: reads back as typed cells, texts stay texts, the header is frozen and printed on each page', async () => {
    const bytes = await book(sampleTable('=1+1'), ['en']);
    const sheets = await readXlsxFile(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['目录 Contents', '1.1']);
    const rows = sheets[1]?.data ?? [];
    expect(rows[0]?.[0]).toBe('Table 1.1 A sample');
    expect(rows[4]).toEqual(['All', 0.65375, null, 0.63, 0.675, 1204, 4215.5, 'a', 'd']);
    expect(rows[6]).toEqual(['=1+1', 0.4, '†', 0.3, 0.5, 490, null, 'b', null]);
    expect(rows[7]).toEqual(['青海', null, '×', null, null, null, -0.04, 'c', null]);
    const sheet = part(bytes, 'xl/worksheets/sheet2.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<pane ySplit="4" xSplit="1"');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>',
    );
    const names = part(bytes, 'xl/workbook.xml');
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'1.1'!$3:$4</definedName>`,
    );
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('location="&apos;1.1&apos;!A1"');
  });

  test('gives the same bytes twice, with one date for all parts', async () => {
    const bytes = await book(sampleTable());
    expect(Buffer.from(await book(sampleTable())).equals(Buffer.from(bytes))).toBe(true);
    const view = Buffer.from(bytes);
    expect(view.readUInt16LE(12)).toBe(0x21);
  });

  test('is refused when a line has too few cells, a symbol no meaning, or two tables one number', async () => {
    const table = sampleTable();
    const short = { ...table, rows: [{ cells: [textCell('x')] }] };
    expect(() => tableHtml(short, 'en')).toThrow('table "sample" has 5 columns; line 1 has 1 cells');
    expect(() => tableHtml({ ...table, footnotes: [] }, 'en')).toThrow('uses the symbol "a"');
    await expect(
      workbook([{ title: table.title, tables: [table, table] }], { title: table.title }),
    ).rejects.toThrow('two tables are called "Table 1.1"');
  });
});
