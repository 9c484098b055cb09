import { respondentVariables, type Variable } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { table, textColumn } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { profileColumn } from '../../src/draft/column-profile.ts';
import { knownColumns } from '../../src/draft/known-columns.ts';
import { proposeCodes } from '../../src/draft/propose-codes.ts';
import { bare, likeness } from '../../src/draft/text-likeness.ts';

const known = knownColumns(Object.values(codebooks));
const variableOf = (name: string): Variable => respondentVariables.find((v) => v.name === name) as Variable;

const propose = (name: string, cells: readonly (string | null)[], labels: Record<string, string> = {}) => {
  const info = {
    name: 'x',
    label: '',
    type: 'number',
    storage: '',
    format: '',
    measure: 'unknown',
    valueLabels: new Map(Object.entries(labels)),
    userMissing: { values: [] },
  } as const;
  const raw = { ...table(cells.length, [['x', textColumn(cells)]]), variables: new Map([['x', info]]) };
  const candidates = known.byVariable.get(name) ?? [];
  return proposeCodes(profileColumn(raw, 'x'), variableOf(name), { known, candidates, spreads: [] });
};

describe('proposeCodes', () => {
  test('by labels, whatever the codes; 拒答 is refused, an unknown answer is open', () => {
    const found = propose('sex', ['7', '7', '3', '9', '5', null], { 3: '男性', 7: '女', 9: '拒答', 5: '双' });
    expect(Object.fromEntries(found.codes)).toEqual({ 3: 'male', 7: 'female' });
    expect(Object.fromEntries(found.missing)).toEqual({ 9: 'refused' });
    expect(found.open.map(({ text, count }) => [text, count])).toEqual([['5', 1]]);
  });

  test('不清楚 is an answer where the question offers it, else not known', () => {
    expect(Object.fromEntries(propose('pension_insured', ['3'], { 3: '不清楚' }).codes)).toEqual({
      3: 'not_sure',
    });
    expect(Object.fromEntries(propose('sex', ['3'], { 3: '不清楚' }).missing)).toEqual({ 3: 'dont_know' });
  });

  test('by texts in the cells, and labels with their number before them', () => {
    expect(Object.fromEntries(propose('education', ['初中', '大学专科', '中专']).codes)).toEqual({
      初中: 'lower_secondary',
      大学专科: 'junior_college',
      中专: 'upper_secondary',
    });
    expect(
      Object.fromEntries(propose('hukou_type', ['1', '2'], { 1: '1.农业', 2: '2.非农业' }).codes),
    ).toEqual({
      1: 'agricultural',
      2: 'non_agricultural',
    });
  });

  test('without labels by the codes of a known layout; 2.0 is 2, a code of none is open', () => {
    const found = propose('marital_status', [...Array(60).fill('2'), ...Array(20).fill('1'), '2.0', '9']);
    expect(Object.fromEntries(found.codes)).toEqual({
      1: 'never_married',
      2: 'first_marriage',
      '2.0': 'first_marriage',
    });
    expect(found.open.map(({ text }) => text)).toEqual(['9']);
    expect(found.byText).toBe(0);
  });

  test('an empty column proposes nothing', () => {
    const found = propose('sex', [null, null]);
    expect([found.codes.size, found.open, found.base]).toEqual([0, [], undefined]);
  });
});

test.each([
  ['受教育程度', '受教育程度', 1],
  ['教育程度', '受教育程度', 0.92],
  ['性别', '年龄', 0],
  ['', '性别', 0],
])('likeness of %s and %s is %f', (a, b, expected) => {
  expect(likeness(a, b)).toBeCloseTo(expected, 6);
  expect(likeness(b, a)).toBe(likeness(a, b));
});

test('bare leaves out the number of the question and the words that most share', () => {
  expect(bare('Q101B1 您的性别？')).toBe('性别');
  expect(bare('Q201：您是否就业')).toBe('就业');
});
