import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/usage-error.ts';
import { parseWhere } from '../../src/where/parse-where.ts';

const message = (source: string): string => {
  try {
    parseWhere(source);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  return '';
};

describe('parseWhere', () => {
  it('binds not tighter than and, and tighter than or', () => {
    const { expression } = parseWhere("a == 1 or b == 2 and not c == 'x'");
    expect(expression).toMatchObject({
      kind: 'or',
      terms: [{ kind: 'compare' }, { kind: 'and', terms: [{ kind: 'compare' }, { kind: 'not' }] }],
    });
  });

  it('reads && || ! and words alike', () => {
    const shape = (source: string): unknown =>
      JSON.parse(
        JSON.stringify(parseWhere(source).expression, (key, value) => (key === 'at' ? undefined : value)),
      );
    expect(shape('!(a > 1) && b < 2 || c == 3')).toEqual(shape('not (a > 1) and b < 2 or c == 3'));
  });

  it('takes names of any letters bare and others in double quotes', () => {
    const { columns } = parseWhere(
      `性别 == '女' and "月 收入/元" >= 1000 and "say ""x""" is missing and api.stu_2 < 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['性别', '月 收入/元', 'say "x"', 'api.stu_2']);
  });

  it('reads lists, doubled quotes and negative numbers', () => {
    expect(parseWhere("a not in ('it''s', 2, -3.5e1)").expression).toMatchObject({
      kind: 'not',
      term: { kind: 'in', values: [{ value: "it's" }, { value: 2 }, { value: -35 }] },
    });
    expect(parseWhere('a is not missing').expression).toMatchObject({
      kind: 'not',
      term: { kind: 'missing' },
    });
  });

  it.each([
    ['', 'expected a column name', 1],
    ['sex', 'expected a comparison', 4],
    ['sex ==', 'expected a column name', 7],
    ['sex = 1', 'equality is written ==', 5],
    ['1 < age < 3', 'between two comparisons', 9],
    ['1 == 1', 'needs a column', 1],
    ["sex == 'f", "closing '", 8],
    ['(sex == 1', 'close the bracket', 10],
    ['sex == 1)', 'the end', 9],
    ['sex == 1; age > 2', 'expected', 9],
    ['sex == 1 age > 2', '"and", "or" or the end', 10],
    ['process.exit()', 'a comparison', 13],
    ['sex == process.exit()', '"and", "or" or the end', 20],
    ['`sex` == 1', 'backtick', 1],
    ['sex == `rm -rf`', 'backtick', 8],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the hostile text itself
    ['sex == ${1}', 'expected', 8],
    ['a[0] == 1', 'expected', 2],
    ['a + 1 == 2', 'expected', 3],
    ["sex in ('a'", 'close the list', 12],
    ['sex in ()', "'text'", 9],
    ['sex in (age)', "'text'", 9],
    ['sex is 1', '"missing"', 8],
    ['sex not 1', '"in" after "not"', 9],
    ['2017收入 > 1', 'double quotes', 1],
    ['in == 1', 'double quotes', 1],
    ['性别 === 1', 'equality', 6],
    ['sex == “女”', 'ASCII', 8],
    ['1e999 < a', 'number', 1],
    ["sex == 'a'\u0000", 'expected', 11],
  ])('refuses %j', (source, problem, position) => {
    expect(message(source)).toContain(problem);
    expect(message(source)).toContain(`(position ${position})`);
  });

  it('points at the place, wide characters counted as two', () => {
    expect(message('性别 = 1').split('\n').slice(1)).toEqual(['  性别 = 1', '       ^']);
  });

  it('refuses what would overflow the stack', () => {
    expect(message(`${'('.repeat(50_000)}a == 1`)).toContain('at most 100');
    expect(message(`${'not '.repeat(50_000)}a == 1`)).toContain('at most 100');
    expect(parseWhere(Array(20_000).fill('a == 1').join(' or ')).columns).toHaveLength(20_000);
  });

  it('leaves no other error than a usage error for arbitrary text', () => {
    const pieces = [
      'a',
      '"',
      "'",
      '(',
      ')',
      '==',
      'in',
      'is',
      'not',
      'missing',
      '1',
      ',',
      ' ',
      '!',
      '&&',
      '\\',
      '女',
      '\n',
    ];
    let state = 1;
    for (let i = 0; i < 3000; i++) {
      let text = '';
      for (let j = 0; j < 7; j++) {
        state = (state * 48271) % 2147483647;
        text += pieces[state % pieces.length];
      }
      message(text);
    }
  });
});
