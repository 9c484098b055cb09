import { describe, expect, test } from 'vitest';
import {
  type CompareOptions,
  Contract,
  type ContractChange,
  compareContracts,
  currentContract,
  isEnough,
  requiredBump,
} from '../../src/contract/index.ts';

const base: Contract = Contract.parse({
  format: 1,
  version: '1.0.0',
  instruments: {
    monitoring: {
      respondent: {
        key: ['id'],
        variables: {
          age: { label: { zh: '年龄', en: 'Age' }, kind: 'number', unit: 'years', range: [15, 99] },
          sex: { label: { zh: '性别', en: 'Sex' }, kind: 'category', codes: 'sex', missing: ['refused'] },
        },
      },
    },
  },
  code_lists: {
    sex: {
      label: { zh: '性别', en: 'Sex' },
      ordered: false,
      codes: [
        ['male', '男', 'Men'],
        ['female', '女', 'Women'],
      ],
    },
  },
  indicators: {
    mean_age: {
      topic: 'mobility',
      label: { zh: '平均年龄', en: 'Mean age' },
      definition: { zh: '均值', en: 'mean' },
      meaning: '{"kind":"mean"}',
    },
  },
  rows: { 'a.csv': { version: 1, columns: [['x', '{"enum":["a"],"type":"string"}']] } },
  codebooks: { 'monitoring-2017': { instrument: 'monitoring', wave: '2017' } },
});

/** The changes that an edit of the base contract makes. */
function changesOf(edit: (contract: Contract) => void, options?: CompareOptions): string[] {
  const next = structuredClone(base);
  edit(next);
  return compareContracts(base, next, options).map(
    ({ bump, path, what }: ContractChange) => `${bump} ${path} ${what}`,
  );
}

const variables = (contract: Contract) => contract.instruments.monitoring?.respondent?.variables ?? {};
const age = (contract: Contract) =>
  variables(contract).age as NonNullable<ReturnType<typeof variables>[string]>;
const sexCodes = (contract: Contract) => contract.code_lists.sex?.codes as [string, string, string][];

describe('compareContracts', () => {
  test('equal contracts have no changes, whatever the order of keys', () => {
    expect(changesOf(() => undefined)).toEqual([]);
    expect(changesOf((c) => Object.assign(age(c), { label: { en: 'Age', zh: '年龄' } }))).toEqual([]);
  });

  test('the package is equal to itself; a list in another order is not, whether its codes are words or numbers', () => {
    const own = currentContract('1.0.0');
    expect(compareContracts(own, structuredClone(own))).toEqual([]);
    const next = structuredClone(own);
    next.code_lists.province?.codes.reverse();
    next.code_lists.education?.codes.reverse();
    expect(compareContracts(own, next).map(({ bump, path }) => `${bump} ${path}`)).toEqual([
      'major code_lists.education',
      'patch code_lists.province',
    ]);
  });

  test.each<[string, (contract: Contract) => void]>([
    ['variable removed', (c) => delete variables(c).age],
    ['kind', (c) => Object.assign(age(c), { kind: 'text' })],
    ['unit', (c) => Object.assign(age(c), { unit: 'months' })],
    ['universe', (c) => Object.assign(age(c), { universe: [{ variable: 'sex', in: ['male'] }] })],
    ['narrower range', (c) => Object.assign(age(c), { range: [16, 99] })],
    ['range where there was none', (c) => Object.assign(variables(c).sex as object, { range: [0, 1] })],
    ['missing reason gone', (c) => Object.assign(variables(c).sex as object, { missing: [] })],
    ['key', (c) => Object.assign(c.instruments.monitoring?.respondent as object, { key: ['id', 'n'] })],
    ['record removed', (c) => delete c.instruments.monitoring?.respondent],
    ['code removed', (c) => sexCodes(c).pop()],
    ['code means something else', (c) => Object.assign(sexCodes(c)[0] as object, ['male', '雄', 'Males'])],
    ['list ordered', (c) => Object.assign(c.code_lists.sex as object, { ordered: true })],
    ['indicator removed', (c) => delete c.indicators.mean_age],
    ['indicator meaning', (c) => Object.assign(c.indicators.mean_age as object, { meaning: '{}' })],
    ['column removed', (c) => Object.assign(c.rows['a.csv'] as object, { columns: [] })],
    [
      'column type',
      (c) => Object.assign(c.rows['a.csv'] as object, { columns: [['x', '{"type":"number"}']] }),
    ],
    [
      'column answer removed',
      (c) => Object.assign(c.rows['a.csv'] as object, { columns: [['x', '{"enum":["b"],"type":"string"}']] }),
    ],
    ['codebook removed', (c) => delete c.codebooks['monitoring-2017']],
  ])('major: %s', (_, edit) => {
    const next = structuredClone(base);
    edit(next);
    expect(requiredBump(compareContracts(base, next))).toBe('major');
  });

  test.each<[string, (contract: Contract) => void]>([
    [
      'wave',
      (c) => Object.assign(c.codebooks, { 'monitoring-2018': { instrument: 'monitoring', wave: '2018' } }),
    ],
    ['variable', (c) => Object.assign(variables(c), { height: { ...age(c) } })],
    ['code', (c) => sexCodes(c).push(['other', '其他', 'Other'])],
    ['wider range', (c) => Object.assign(age(c), { range: [0, 99] })],
    ['missing reason', (c) => Object.assign(age(c), { missing: ['refused'] })],
    ['column', (c) => c.rows['a.csv']?.columns.push(['y', '{"type":"number"}'])],
    [
      'answer of a column',
      (c) =>
        Object.assign(c.rows['a.csv'] as object, { columns: [['x', '{"enum":["a","b"],"type":"string"}']] }),
    ],
  ])('minor: %s added', (_, edit) => {
    const next = structuredClone(base);
    edit(next);
    expect(requiredBump(compareContracts(base, next))).toBe('minor');
  });

  test('patch: wording', () => {
    expect(changesOf((c) => Object.assign(age(c), { label: { zh: '周岁', en: 'Age in years' } }))).toEqual([
      'patch instruments.monitoring.respondent.age has another label',
    ]);
    expect(changesOf((c) => Object.assign(sexCodes(c)[0] as object, ['male', '男性', 'Men']))).toEqual([
      'patch code_lists.sex.male is worded differently',
    ]);
    expect(
      changesOf((c) => Object.assign(sexCodes(c)[0] as object, ['male', '男性', 'Male']), {
        rewordings: ['code_lists.sex.male'],
      }),
    ).toEqual(['patch code_lists.sex.male is worded differently']);
  });

  test('two codes that change places are a change of meaning, though every label is an old one', () => {
    expect(
      changesOf((c) => {
        c.code_lists.sex?.codes.splice(0, 2, ['male', '女', 'Women'], ['female', '男', 'Men']);
      }),
    ).toEqual([
      'major code_lists.sex.female means what male meant',
      'major code_lists.sex.male means what female meant',
    ]);
  });

  test('a rename is one major change', () => {
    const edit = (c: Contract): void => {
      const { age: moved, ...rest } = variables(c);
      Object.assign(c.instruments.monitoring?.respondent as object, { variables: { ...rest, years: moved } });
    };
    const rename = {
      instrument: 'monitoring',
      record: 'respondent',
      from: 'age',
      to: 'years',
      since: '2.0.0',
    };
    expect(changesOf(edit, { renames: [rename] })).toEqual([
      'major instruments.monitoring.respondent.age is renamed to years',
    ]);
    expect(changesOf(edit)).toHaveLength(2);
  });

  test('an object within a document may get a property that need not be there, and no other', () => {
    const typed = (properties: object, required: readonly string[]) => (c: Contract) =>
      Object.assign(c.rows['a.csv'] as object, {
        columns: [['x', JSON.stringify({ items: { properties, required, type: 'object' }, type: 'array' })]],
      });
    const [text, number] = [{ type: 'string' }, { type: 'number' }];
    const before = structuredClone(base);
    typed({ a: text }, ['a'])(before);
    const after = (change: (c: Contract) => unknown): string[] => {
      const contract = structuredClone(base);
      change(contract);
      return compareContracts(before, contract).map(({ bump, what }) => `${bump} ${what}`);
    };
    expect(after(typed({ a: text, b: number }, ['a']))).toEqual(['minor has more values']);
    const broken = [
      'major changed without a new format version (still 1): raise it',
      'major has another type',
    ];
    expect(after(typed({ a: text, b: number }, ['a', 'b'])).sort()).toEqual(broken);
    expect(after(typed({ a: number }, ['a'])).sort()).toEqual(broken);
    expect(after(typed({ b: text }, ['a'])).sort()).toEqual(broken);
  });

  test('a broken file format must raise its version', () => {
    const drop = (version: number) => (c: Contract) =>
      Object.assign(c.rows['a.csv'] as object, { columns: [], version });
    expect(changesOf(drop(1))).toContain(
      'major rows.a.csv changed without a new format version (still 1): raise it',
    );
    expect(changesOf(drop(2))).toEqual(['major rows.a.csv.x is removed']);
  });
});

test('a smaller bump is not enough, and no changes need none', () => {
  expect(requiredBump([])).toBeUndefined();
  expect(isEnough(undefined, undefined)).toBe(true);
  expect(isEnough(undefined, 'patch')).toBe(false);
  expect(isEnough('minor', 'major')).toBe(false);
  expect(isEnough('major', 'minor')).toBe(true);
});
