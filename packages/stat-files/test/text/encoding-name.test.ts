import { expect, it } from 'vitest';
import { encodingName, encodingOfCodePage } from '../../src/text/encoding-name.ts';
import { sniffEncoding } from '../../src/text/sniff-encoding.ts';

it.each([
  ['GBK', 'gb18030'],
  ['cp936', 'gb18030'],
  ['windows-936', 'gb18030'],
  ['EUC-CN', 'gb18030'],
  ['UTF-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['65001', 'utf-8'],
  ['CP1252', 'windows-1252'],
  ['windows-1251', 'windows-1251'],
  ['ISO_8859-1', 'iso-8859-1'],
  ['Big5', 'big5'],
  ['klingon', undefined],
])('%s is %s to the decoder', (name, expected) => {
  expect(encodingName(name)).toBe(expected);
});

it('knows code pages, and those that name no encoding', () => {
  expect([936, 54_936, 65_001, 1252, 28_591, 2, 3].map(encodingOfCodePage)).toEqual([
    'gb18030',
    'gb18030',
    'utf-8',
    'windows-1252',
    'iso-8859-1',
    undefined,
    undefined,
  ]);
});

const utf8 = (text: string) => new TextEncoder().encode(text);

it('sniffs UTF-8, else GB18030, else Windows-1252; ASCII tells nothing', () => {
  expect(sniffEncoding([utf8('abc')])).toBeUndefined();
  expect(sniffEncoding([utf8('abc'), utf8('北京')])).toBe('utf-8');
  expect(sniffEncoding([utf8('北京').subarray(0, 5)])).toBe('utf-8');
  expect(sniffEncoding([Uint8Array.of(0xb1, 0xb1), utf8('abc')])).toBe('gb18030');
  expect(sniffEncoding([Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20)])).toBe('windows-1252');
});
