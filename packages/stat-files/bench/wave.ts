import { seededRandom } from '../fuzz/mutate.ts';
import type { StatTable, WrittenColumn, WrittenVariable } from '../src/index.ts';

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

/** A made-up wave as surveys are: of ten variables seven are codes, one is whole numbers, one has decimals, one is text. */
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
  const make =
    kind < 7
      ? () => 1 + Math.floor(random() * 8)
      : kind === 7
        ? () => Math.floor(random() * 20_000)
        : () => random() * 9000;
  const values = Float64Array.from({ length: rows }, () => (random() < 0.1 ? Number.NaN : make()));
  return { kind: 'number', values };
};
