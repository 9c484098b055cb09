import { tableFromIPC } from '@uwdata/flechette';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatTable, numberColumn, readTable, table, textColumn, textOf, zipOf } from '../src/index.ts';

const made = table(3, [
  ['a', numberColumn(Float64Array.of(1, 2, 3))],
  ['地点', textColumn(['北京市', '上海市', '北京市'])],
]);
const read = (bytes: Uint8Array) => readTable({ name: 'damaged.file', bytes: Buffer.from(bytes) });

/** The workbook with its sheet changed, and sums that say nothing of it. */
const workbook = (change: (sheet: string) => string): Uint8Array => {
  const parts = unzipSync(formatTable(made, { format: 'xlsx' }));
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  return zipOf({ ...parts, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(change(sheet)) });
};

test.each<[string, (sheet: string) => string, RegExp]>([
  [
    'cut behind a row',
    (sheet) => sheet.slice(0, sheet.indexOf('<row r="4">')),
    /expected <\/worksheet> at its end/,
  ],
  [
    'with a row far down',
    (sheet) => sheet.replace('<row r="4">', '<row r="444444444">'),
    /in <row>, got "444444444"/,
  ],
  [
    'with a row in disguise',
    (sheet) => sheet.replace('<row r="4">', "<row\nr = '&#57;99999999'>"),
    /in <row>, got "&#57;/,
  ],
  ['with a cell far out', (sheet) => sheet.replace('r="B4"', 'r="ZZZ4"'), /in <c>, got "ZZZ4"/],
])('a sheet %s is refused', async (_, change, message) => {
  expect((await read(workbook((sheet) => sheet))).table.rows).toBe(3);
  await expect(read(workbook(change))).rejects.toThrow(message);
  await expect(read(workbook(change))).rejects.toThrow(/^damaged\.file: part xl\/worksheets\/sheet1\.xml: /);
});

test('a sheet of any writer is whole: prefixed names, comments behind it', async () => {
  const other = workbook(
    (sheet) => `${sheet.replaceAll('<row', '<x:row').replaceAll('</row', '</x:row')}\n<!-- by hand -->\n`,
  );
  expect((await read(other)).table.rows).toBe(3);
});

test('a workbook with another number of texts than it says is read with a note', async () => {
  const shared = (texts: string): Uint8Array => {
    const sheet = (xml: string): string =>
      xml.replace(/t="inlineStr"><is><t xml:space="preserve">北京市<\/t><\/is>/g, 't="s"><v>1</v>');
    const parts = unzipSync(workbook(sheet));
    const list = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2">${texts}</sst>`;
    const encoder = new TextEncoder();
    return zipOf({
      ...parts,
      'xl/_rels/workbook.xml.rels': encoder.encode(
        new TextDecoder()
          .decode(parts['xl/_rels/workbook.xml.rels'])
          .replace(
            '</Relationships>',
            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          ),
      ),
      'xl/sharedStrings.xml': encoder.encode(list),
    });
  };
  const whole = await read(shared('<si><t>a</t></si><si><t>北京市</t></si>'));
  expect(textOf(whole.table, '地点').levels).toEqual(['北京市', '上海市']);
  expect(whole.info.notes).not.toContainEqual(expect.stringMatching(/texts/));
  const moved = await read(shared('<si><t>a</t></si><si><t>b</t></si><si><t>北京市</t></si>'));
  expect(moved.info.notes).toContainEqual(
    'the workbook says that it has 2 texts, but it has 3; look whether texts stand in the right cells',
  );
});

test('a text code below zero in an Arrow file is refused', async () => {
  const bytes = new Uint8Array(formatTable(made, { format: 'arrow' }));
  const [batch] = tableFromIPC(bytes).getChild('地点').data as unknown as readonly { values: Int32Array }[];
  (batch as { values: Int32Array }).values[1] = -2;
  await expect(read(bytes)).rejects.toThrow(/row 2 refers to text -2 of 2/);
});

test('a count in the headers of an Arrow file is believed only if there is room for so many', async () => {
  const bytes = Buffer.from(formatTable(made, { format: 'arrow' }));
  let refused = 0;
  // two fields, two nodes, two texts: every place that may say so
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    if (bytes.readInt32LE(at) !== 2) continue;
    const damaged = Buffer.from(bytes);
    damaged.writeInt32LE(0x7ffffff0, at);
    await read(damaged).then(
      () => {},
      (error: Error) => {
        expect(error.message).toMatch(/^damaged\.file: not an Arrow file that can be read: /);
        if (/2147483632 (cells|entries)/.test(error.message)) refused++;
      },
    );
  }
  expect(refused).toBeGreaterThan(3);
});

test('a file that begins like a stream of Arrow and ends at once is refused', async () => {
  await expect(read(Buffer.from('ffffffff0000000001020304', 'hex'))).rejects.toThrow(/it has no columns/);
});
