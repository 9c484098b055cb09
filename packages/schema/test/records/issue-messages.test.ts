import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueMessages, Member, memberVariables } from '../../src/index.ts';

const member = {
  ...Object.fromEntries(memberVariables.map((v) => [v.name, null])),
  respondent_id: 'a',
  member_number: 2,
};

function messages(changes: Record<string, unknown>, language: 'zh' | 'en'): string[] {
  const record = { ...member, ...changes };
  const parsed = Member.safeParse(record);
  if (parsed.success) throw new Error('the record was accepted');
  return issueMessages(parsed.error, memberVariables, { language, record }).map((m) => m.message);
}

test('the record that is changed below is accepted', () => {
  expect(Member.safeParse(member).success).toBe(true);
});

test('a wrong code names the variable, the value and the codes that are allowed', () => {
  expect(messages({ sex: 'm' }, 'zh')).toEqual([
    '性别（sex）：值 "m" 不在代码表内；可用代码：male（男）、female（女）',
  ]);
  expect(messages({ sex: 'm' }, 'en')).toEqual([
    'Sex (sex): "m" is not in the code list; allowed codes: male (Men), female (Women)',
  ]);
});

test('a number outside its range, of another kind, or NaN', () => {
  expect(messages({ birth_month: 13 }, 'zh')).toEqual(['出生月（birth_month）：值 13 过大；不得大于 12 月']);
  expect(messages({ birth_month: 0 }, 'en')).toEqual([
    'Month of birth (birth_month): 0 is too small; at least 1 month',
  ]);
  expect(messages({ birth_month: '5' }, 'en')).toEqual([
    'Month of birth (birth_month): must be a number; got "5"; write null for an empty cell',
  ]);
  expect(messages({ birth_month: Number.NaN }, 'zh')).toEqual([
    '出生月（birth_month）：应为数字，得到 NaN；空值请写 null',
  ]);
});

test('a key that is empty, and a column that is absent', () => {
  expect(messages({ respondent_id: '' }, 'zh')).toEqual(['被访者编码（respondent_id）：不能为空']);
  expect(messages({ sex: undefined }, 'en')).toEqual([
    'Sex (sex): the column is missing; write null for an empty cell',
  ]);
  expect(messages({ birth_year: undefined }, 'zh')).toEqual([
    '出生年（birth_year）：没有这一列；空值请写 null',
  ]);
});

test('a list of records gives the row of each message', () => {
  const rows = [member, { ...member, sex: 'x' }];
  const parsed = z.array(Member).safeParse(rows);
  if (parsed.success) throw new Error('the records were accepted');
  expect(issueMessages(parsed.error, memberVariables, { language: 'en', record: rows })).toEqual([
    {
      variable: 'sex',
      code: 'invalid_value',
      row: 1,
      message: 'Sex (sex): "x" is not in the code list; allowed codes: male (Men), female (Women)',
    },
  ]);
});

test('a cell of no variable keeps the message of zod', () => {
  const strict = Member.strict().safeParse({ ...member, extra: 1 });
  if (strict.success) throw new Error('the record was accepted');
  const [message] = issueMessages(strict.error, memberVariables, { language: 'zh', record: member });
  expect(message?.code).toBe('unrecognized_keys');
  expect(message?.message).toMatch(/extra/);
});

test('the locale of zod is left alone', () => {
  const before = z.config();
  messages({ sex: 'm' }, 'zh');
  expect(z.config()).toEqual(before);
  expect(z.string().safeParse(1).error?.issues[0]?.message).toMatch(/^Invalid input/);
});
