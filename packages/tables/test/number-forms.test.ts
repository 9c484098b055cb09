import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formNotes, numberForms, numbersOf, table, textColumn } from '../src/index.ts';

const read = (...texts: string[]): (number | string)[] => {
  const { plain, doubtful } = numberForms(texts);
  return texts.map((text) => {
    const found = plain.get(text);
    if (found) return Number(found.text);
    return doubtful.has(text) ? '?' : text;
  });
};

describe('numbers that are not written plainly', () => {
  test('full-width digits, points and signs are read', () => {
    expect(read('１２３', '－９', '１２．５', '７8', ' ３　')).toEqual([123, -9, 12.5, 78, 3]);
    expect(read('一二', '１月', '．', '－')).toEqual(['一二', '１月', '．', '－']);
  });

  test.each([
    ['a second separator', ['1,234,567', '2,000'], [1234567, 2000]],
    ['a point', ['1,234.5', '2,000'], [1234.5, 2000]],
    ['a plain number with a point', ['12.5', '2,001'], ['12.5', 2001]],
    ['zeros at the end beside a number without a comma', ['800', '1,250'], ['800', 1250]],
    ['heads that are no codes', ['120,000', '250,000', '800', '95'], [120000, 250000, '800', '95']],
    ['full-width as well', ['１，２３４，５６７', '２，０００'], [1234567, 2000]],
  ])('commas are separators of thousands where the column shows it: %s', (_, texts, numbers) => {
    expect(read(...texts)).toEqual(numbers);
  });

  test.each([
    [['3,000', '4,200']],
    [['1,234', '1500']],
    [['9999', '-8888', '0', '2,000']],
    [['1,250', '2,340', '99', '-1']],
    [['1.143', '8,750', '0.875', '2,301']],
    [['37,500', '40,000', '42,500', '38,000']],
    [['101', '110,120', '203,305']],
    [['101,102', '101,102,103', '203,305']],
    [['101', '101,102,103', '999']],
    [['101,102,103', '102,103,104']],
    [Array.from({ length: 30 }, (_, i) => `${i + 1},501`)],
  ])('else they may be decimal marks, though all have three places: %j', (texts) => {
    expect(read(...texts)).toEqual(texts.map((text) => (text.includes(',') ? '?' : text)));
  });

  test('one number that does not fit leaves all in doubt', () => {
    const many = Array.from({ length: 20 }, (_, i) => `${i + 1},500`);
    expect(read(...many, '800')).toContain(20_500);
    for (const odd of ['0,871', '1.234,5', '1,25', '12345,678', '01,234'])
      expect(read(...many, odd, '2000')).toEqual([...many.map(() => '?'), '?', '2000']);
  });

  test('lists of answers are no numbers, and nothing is said of them', () => {
    expect(read('1,2', '1,3,5', '2')).toEqual(['1,2', '1,3,5', '2']);
    expect(read('1,200元', '约1,200')).toEqual(['1,200元', '约1,200']);
  });
});

const wave = table(4, [
  ['收入', textColumn(['1,200', '3500', null, '１８００'])],
  ['权重', textColumn(['1,25', '0,8', '1', '1,2'])],
  ['多选', textColumn(['1,2', '1,3,5', '2', '1'])],
  ['地址', textColumn(['１', '甲', '乙', '丙'])],
]);

test('a column is numbers if every text is one in some form; a decimal comma is told with what to do', () => {
  expect([...numbersOf(wave, '收入')]).toEqual([1200, 3500, Number.NaN, 1800]);
  expect(() => numbersOf(wave, '权重')).toThrow(
    'column "权重": 3 of 4 cells are not numbers, first "1,25" in data row 1; the comma may be a decimal mark; write a decimal point, and no separator of thousands, in the file',
  );
  expect(() => numbersOf(wave, '多选')).toThrow(/2 of 4 cells are not numbers, first "1,2" in data row 1$/);
});

test('how the numbers of a column are written is told once a column, with its cells', () => {
  expect(formNotes(wave)).toEqual([
    'column "收入": 1 cell in full-width digits (１２), read as numbers',
    'column "收入": 1 cell with commas between thousands (1,234), read as numbers',
    'column "权重": 3 cells not read as numbers, first "1,25" in data row 1; the comma may be a decimal mark or stand between answers; of numbers, write a decimal point, and no separator of thousands, in the file',
  ]);
  expect(formNotes(wave, ['多选', '没有'])).toEqual([]);
});

const readOrRefused = (texts: readonly string[]): number[] | undefined => {
  try {
    return [...numbersOf(table(texts.length, [['x', textColumn([...texts])]]), 'x')];
  } catch {
    return undefined;
  }
};
const decimal = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((thousandths) => thousandths / 1000);

test('no number is ever read as another: decimals with a comma, in their shortest form or all with three places', () => {
  fc.assert(
    fc.property(fc.array(decimal, { minLength: 1, maxLength: 8 }), (values) => {
      const shortest = values.map((value) => String(value).replace('.', ','));
      expect(readOrRefused(shortest) ?? values).toEqual(values);
      if (values.every((value) => Math.abs(value) < 1000))
        expect(readOrRefused(values.map((value) => value.toFixed(3).replace('.', ',')))).toBeUndefined();
    }),
  );
});

test('whole numbers with commas between thousands are read as themselves or not at all; with one from a million on always', () => {
  const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 8 }), (values) => {
      expect(readOrRefused(values.map(grouped)) ?? values).toEqual(values);
      expect(readOrRefused([...values, 1_234_567].map(grouped))).toEqual([...values, 1_234_567]);
    }),
  );
});
