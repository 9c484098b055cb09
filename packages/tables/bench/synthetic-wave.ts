import type { StatTable, WrittenColumn, WrittenVariable } from '@wavebook/stat-files';
import { seededRandom } from '../fuzz/mutate.ts';

const provinces = [
  '北京市',
  '上海市',
  '广东省',
  '浙江省',
  '四川省',
  '新疆生产建设兵团',
  '广西壮族自治区',
  '黑龙江省',
  'other',
  '',
];
const yesNo = new Map([
  [1, '是'],
  [2, '否'],
]);

/**
 * A made-up wave as surveys are: of ten variables seven are codes, one is whole numbers, one has decimals, one is text. Numbers stand in the
 * smallest arrays, so that 600 columns of 170,000 rows take a third of a gigabyte.
 */
export function syntheticWave(rows: number, count: number): StatTable {
  const random = seededRandom(count);
  const columns = new Map<string, WrittenColumn>();
  const variables: WrittenVariable[] = [];
  for (let c = 0; c < count; c++) {
    const name = `q${c + 100}`;
    const kind = c % 10;
    variables.push({ name, label: `问题${c}：您的情况`, ...(kind < 7 ? { valueLabels: yesNo } : {}) });
    columns.set(name, kind === 9 ? texts(rows, c, random) : numbers(rows, kind, random));
  }
  return { rows, label: '流动人口', variables, columns };
}

const texts = (rows: number, c: number, random: () => number): WrittenColumn => {
  const distinct = c % 100 === 9;
  return {
    kind: 'text',
    codes: Int32Array.from({ length: rows }, (_, row) =>
      distinct ? row : Math.floor(random() * provinces.length),
    ),
    levels: distinct ? Array.from({ length: rows }, (_, row) => `ID${1e9 + row * 7919}`) : provinces,
  };
};

const numbers = (rows: number, kind: number, random: () => number): WrittenColumn => {
  const values = new (kind < 7 ? Int8Array : kind === 7 ? Int16Array : Float64Array)(rows);
  const missing = new Uint8Array(rows);
  for (let row = 0; row < rows; row++)
    if (random() < 0.1) missing[row] = 1;
    else
      values[row] =
        kind < 7
          ? 1 + Math.floor(random() * 8)
          : kind === 7
            ? Math.floor(random() * 20_000)
            : random() * 9000;
  return { kind: 'number', values, missing };
};
