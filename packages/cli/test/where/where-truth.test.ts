import { table, textColumn } from '@wavebook/tables';
import { describe, expect, it } from 'vitest';
import { parseWhere } from '../../src/where/parse-where.ts';
import { whereTruth } from '../../src/where/where-truth.ts';

const people = table(4, [
  ['sex', textColumn(['f', 'm', null, 'f'])],
  ['age', textColumn(['9', '10', '30', null])],
  ['limit', textColumn(['10', '10.0', '2', '5'])],
  ['code', textColumn(['01', '1', '2', '2'])],
  ['income', textColumn(['1,200', '３５００', null, '12.5'])],
  ['rent', textColumn(['900', '1,100', '1,050', null])],
  ['day', textColumn(['2017-05-01', '2017-12-01', '2018-01-01', null])],
]);
/** 1 true, 0 false, ? open */
const truth = (source: string): string =>
  Array.from(whereTruth(people, parseWhere(source)), (t) => '0?1'[t]).join('');

describe('whereTruth', () => {
  it.each([
    ["sex == 'f'", '10?1'],
    ["sex != 'f'", '01?0'],
    ['age >= 10', '011?'],
    ['income > 1000', '11?0'],
    ["income == '1,200'", '10?0'],
    ['10 <= age', '011?'],
    ['age < limit', '100?'],
    ['age == limit', '010?'],
    ['income > rent', '11??'],
    ["sex in ('m', 'x')", '01?0'],
    ["sex not in ('m', 'x')", '10?1'],
    ["code == '01'", '1000'],
    ['code == 1', '1100'],
    ['sex is missing', '0010'],
    ['age is not missing', '1110'],
    ["sex == 'f' or age > 20", '1011'],
    ["sex == 'f' and age > 20", '00??'],
    ["not (sex == 'f')", '01?0'],
    ["not (sex == 'f' and age < 5)", '111?'],
    ["day >= '2017-06-01'", '011?'],
  ])('%s', (source, expected) => {
    expect(truth(source)).toBe(expected);
  });

  it.each([
    ['sex == 1', 'holds text such as "f"'],
    ["age > '9'", 'holds numbers'],
    ["income > '1,100'", 'holds numbers'],
    ['rent == sex', 'two columns of one kind'],
    ['age == sex', 'two columns of one kind'],
    ['sex in (1, 2)', 'holds text'],
  ])('refuses %s', (source, problem) => {
    expect(() => truth(source)).toThrow(problem);
  });
});
