import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatTable, numberColumn, readTable, table, textColumn, zipOf } from '../../src/index.ts';

const made = table(2, [
  ['编号', numberColumn(Float64Array.of(1, 2))],
  ['地点', textColumn(['北京市', '上海市'])],
]);

/** The workbook of a county: a cover, and the data below a title. */
function workbook(cover: string): Buffer {
  const parts = unzipSync(formatTable(made, { format: 'xlsx' }));
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  const cell = (place: string, words: string): string =>
    `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const data = text('xl/worksheets/sheet1.xml')
    .replace(/ r="([A-Z]?)(\d)"/g, (_, letter: string, row: string) => ` r="${letter}${Number(row) + 1}"`)
    .replace('<sheetData>', `<sheetData><row r="1">${cell('A1', '某县调查')}</row>`);
  const rows = cover.split('\n').map((line, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, line)}</row>`);
  const changed: Record<string, string> = {
    'xl/worksheets/sheet1.xml': data,
    'xl/worksheets/sheet2.xml': data.replace(
      /<sheetData>.*<\/sheetData>/,
      `<sheetData>${rows.join('')}</sheetData>`,
    ),
    'xl/workbook.xml': text('xl/workbook.xml').replace(
      '<sheets>',
      '<sheets><sheet name="说明" sheetId="2" r:id="rId2"/>',
    ),
    'xl/_rels/workbook.xml.rels': text('xl/_rels/workbook.xml.rels').replace(
      /(<Relationship )Id="rId1"([^>]*)sheet1/,
      '$1Id="rId2"$2sheet2.xml"/>$1Id="rId1"$2sheet1',
    ),
    '[Content_Types].xml': text('[Content_Types].xml').replace(
      /<Override PartName="\/xl\/worksheets\/sheet1\.xml"([^>]*)>/,
      '$&<Override PartName="/xl/worksheets/sheet2.xml"$1>',
    ),
  };
  const encoded = Object.entries(changed).map(([name, words]) => [name, new TextEncoder().encode(words)]);
  return Buffer.from(zipOf({ ...parts, ...Object.fromEntries(encoded) }));
}

const read = (bytes: Buffer, sheet?: string) =>
  readTable({ name: 'county.xlsx', bytes }, sheet === undefined ? {} : { sheet });

test('the data are found behind a cover and below a title, and it is said', async () => {
  const { table: found, info, places } = await read(workbook('调查说明'));
  expect((await places())(0)).toBe('row 3');
  expect([...found.columns.keys()]).toEqual(['编号', '地点']);
  expect(found.rows).toBe(2);
  expect(info.sheet).toEqual({ name: 'data', names: ['说明', 'data'] });
  expect(info.notes).toEqual([
    'sheet "data" is read, the only one of 2 that holds a table',
    'the names stand in row 2; what stands above them is passed over',
  ]);
});

test('a first sheet that could be a table is the one that is read; one with a title alone, if asked for, is refused', async () => {
  const { info } = await read(workbook('说明\n甲\n乙'));
  expect(info.sheet?.name).toBe('说明');
  await expect(read(workbook('调查说明'), '说明')).rejects.toThrow(
    'county.xlsx: sheet "说明": only a header row with 1 columns, no data rows; its sheets: "说明", "data"',
  );
});
