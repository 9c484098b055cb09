import { expect, test } from 'vitest';
import { headerRow } from '../../src/formats/header-row.ts';

const names = ['编号', '性别', '收入'];
const records = [
  [1, '男', 3000],
  [2, '女', 2800],
];

test.each<[string, (string | number | null)[][], number]>([
  ['names at the top', [names, ...records], 0],
  ['an empty row above', [[null, null, null], names, ...records], 1],
  ['a title and who made the table', [['某县调查数据'], ['制表：卫健局', null, null], names, ...records], 2],
  ['merged headings above the names', [['基本情况', null, null], names, ...records], 1],
  ['numbers written as text', [['某县'], names, ['1', '男', '3000'], ['2', '女', '']], 1],
  [
    'names of which two are missing, above records of text',
    [
      ['编号', null, null],
      ['甲', '男', '乙'],
    ],
    0,
  ],
  ['names of which one is missing', [['编号', null, '收入'], ['甲', '男', '乙'], ...records], 0],
  ['no row of names: one stands twice', [['某县'], ['编号', '性别', '性别'], ...records], 0],
  ['no row of names: a number among them', [['某县'], ['编号', '性别', 2019], ...records], 0],
])('%s', (_, rows, expected) => {
  const first = rows.findIndex((cells) => cells.some((cell) => cell !== null));
  expect(headerRow(rows, first)).toBe(expected);
});
