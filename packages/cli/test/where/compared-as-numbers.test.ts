import { expect, it } from 'vitest';
import { comparedAsNumbers } from '../../src/where/compared-as-numbers.ts';
import { parseWhere } from '../../src/where/parse-where.ts';

it.each([
  ["sex == '1' and code in ('1', '2')", []],
  ['3 < age or not (income > rent)', ['age', 'income', 'rent']],
  ["code in (1, 2) and sex is missing and 'x' == place", ['code']],
])('tells the columns beside a number or another column: %s', (source, columns) => {
  expect(comparedAsNumbers(parseWhere(source).expression)).toEqual(columns);
});
