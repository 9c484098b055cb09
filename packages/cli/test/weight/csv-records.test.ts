import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, type RawRecord } from '../../src/weight/csv-records.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function recordsOf(text: string, size = 1 << 20): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const record of csvRecords(pieces(text, size))) records.push(record);
  return records;
}

describe('csvRecords', () => {
  it('keeps cells as they stand', async () => {
    expect(await recordsOf('a,"b, c"\r\n 1 ,"x ""y""\nz"\n\n   \n,\n"",""')).toEqual([
      ['a', '"b, c"'],
      [' 1 ', '"x ""y""\nz"'],
      ['', ''],
      ['""', '""'],
    ]);
  });
  it.each([
    ['\t', 'a\tb\n1,5\t2\n'],
    [';', 'a;b\n1,5;2\n'],
    ['|', '"a;b"|b\n1,5|2'],
  ])('finds the separator %j', async (_mark, text) => {
    expect((await recordsOf(text))[1]).toEqual(['1,5', '2']);
  });
  it('nothing, one cell, no line feed at the end', async () => {
    expect(await recordsOf('')).toEqual([]);
    expect(await recordsOf('a')).toEqual([['a']]);
    expect(await recordsOf('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  const cell = fc
    .string({ unit: fc.constantFrom('a', '省', ',', '"', '\n', ' ', '\r') })
    .map((text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
  it('reads what was written, however it is cut up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, fc.constant('x')), { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, size, feed) => {
          const all = [['h', 'i', 'j'], ...rows];
          const text = all.map((row) => row.join(',')).join(feed);
          expect(await recordsOf(text, size)).toEqual(all);
        },
      ),
    );
  });
});
