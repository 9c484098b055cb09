import { describe, expect, test } from 'vitest';
import { parseOwnCodebook } from '../../src/own-codebook/parse-own-codebook.ts';

const good = `# a remark
name: monitoring-2019
instrument: monitoring
wave: 2019
interview: { year: 2019, month: 5 }
age_window: { from: 15, to: null }
usual_rows: 800
roster_slots: 3
respondent:
  - { raw: prov, variable: province, read: province }
  - { raw: wt, variable: survey_weight, read: number }
  - raw: 性别1
    variable: sex
    read: code
    codes: { 01: male, 02: female }
    missing: { 9: refused }
  - { raw: inc, variable: monthly_income, read: number, confidence: inferred }
member:
  - { raw: "性别{n}", variable: sex, read: code, codes: { 01: male, 02: female } }
not_asked: [family_doctor]
left_out:
  - "b{n}"
  - 备注
`;
const columns = ['prov', 'wt', '性别1', '性别2', '性别3', 'inc', 'b1', 'b2', '备注'];
const parse = (text: string, more = {}) =>
  parseOwnCodebook(text, 'data/raw/monitoring/2019/codebook.yaml', {
    instrument: 'monitoring',
    wave: '2019',
    fieldDates: ['2019-05-01', '2019-05-31'],
    columns,
    ...more,
  });
const complaint = (text: string, more = {}): string => {
  try {
    parse(text, more);
  } catch (error) {
    return (error as Error).message.split('data/raw/monitoring/2019/codebook.yaml').slice(2).join('').trim();
  }
  return 'accepted';
};

describe('parseOwnCodebook', () => {
  test('gives the codebook, with raw codes to the letter', () => {
    const book = parse(good);
    expect(book).toMatchObject({ name: 'monitoring-2019', age_window: [15, null], roster_slots: 3 });
    expect(book.respondent[2]).toEqual({
      raw: '性别1',
      variable: 'sex',
      read: 'code',
      codes: { '01': 'male', '02': 'female' },
      missing: { '9': 'refused' },
      confidence: 'verified',
      source: 'codebook.yaml',
    });
    expect(book.respondent[3]?.confidence).toBe('inferred');
    expect(book.not_asked.map((a) => a.variable)).toEqual(['family_doctor']);
  });

  test.each([
    ['not YAML', good.replace('wave: 2019', 'wave: [2019'), /^:5:1: not YAML: /],
    [
      'a question left open',
      good.replace('read: number }', 'read: number, decide: "is it?" }'),
      ':11:55: not decided yet: is it? (decide, then delete this line)',
    ],
    [
      'an unknown key',
      good.replace('variable: sex\n', 'variabel: sex\n'),
      ':12:5: respondent[3].variable is missing\n:13:5: unknown key "variabel"; did you mean "variable"?',
    ],
    [
      'an unknown way to read',
      good.replace('read: province', 'read: provinz'),
      ':10:38: respondent[1].read: expected one of code, number, text, province, province_of_code, prefecture, year_of_yyyymm, month_of_yyyymm, not_known; got "provinz"; did you mean "province"?',
    ],
    [
      'an unknown variable',
      good.replace('monthly_income', 'montly_income'),
      ':17:17: no variable "montly_income" can be read from a file; did you mean "monthly_income"?',
    ],
    [
      'a derived variable',
      good.replace('monthly_income', 'age_group'),
      /no variable "age_group" can be read/,
    ],
    [
      'an unknown code',
      good.replace('02: female', '02: femal'),
      ':15:24: raw code "02" of sex: expected one of male, female; got "femal"; did you mean "female"? (a code that stands for no answer goes under missing)',
    ],
    [
      'a code without a meaning',
      good.replace('02: female', '02: '),
      /^:15:24: raw code "02" of sex: expected one of male, female; got nothing/,
    ],
    [
      'an unknown reason',
      good.replace('9: refused', '9: refuse'),
      /^:16:16: respondent\[3\]\.missing\.9: expected one of .*did you mean "refused"\?$/,
    ],
    [
      'a column that is not there',
      good.replace('raw: inc,', 'raw: imc,'),
      ':17:7: the file has no column "imc"; did you mean "inc"?\n:21:1: 1 column of the file is neither mapped nor left out: inc',
    ],
    [
      'a variable mapped twice',
      good.replace('monthly_income', 'survey_weight'),
      ':17:17: survey_weight is mapped twice; keep one of the two',
    ],
    [
      'a number read as codes',
      good.replace('monthly_income, read: number', 'monthly_income, read: text'),
      ':17:43: monthly_income is a number, read as one of number, year_of_yyyymm, month_of_yyyymm; got "text"',
    ],
    [
      'codes that are not given',
      good.replace('    codes: { 01: male, 02: female }\n', ''),
      ':12:5: sex is read as codes, but the entry has no codes',
    ],
    [
      'a roster column without its slot',
      good.replace('"性别{n}"', '性别2'),
      /^:19:7: raw: a column of the roster has \{n\}/,
    ],
    [
      'a column left out that is mapped',
      good.replace('- 备注', '- 备注\n  - inc'),
      ':24:5: "inc" is mapped above and left out here; keep one of the two',
    ],
    [
      'a column left out that is not there',
      good.replace('- 备注', '- 备注\n  - 备往'),
      ':24:5: the file has no column "备往"; did you mean "备注"?',
    ],
    [
      'a mapped question said not to be asked',
      good.replace('family_doctor', 'sex'),
      ':20:13: sex is mapped above and said not to be asked; keep one of the two',
    ],
    ['no weight', good.replace(/.*survey_weight.*\n/, ''), /no column is mapped to survey_weight/],
    [
      'another wave',
      good.replace('wave: 2019', 'wave: 2018'),
      ':4:1: says 2018, but lies in the folder of 2019',
    ],
    [
      'another month than the field dates',
      good.replace('month: 5', 'month: 6'),
      ':5:14: interviews in 2019-06, but snapshot.json says that the field dates were 2019-05-01 to 2019-05-31; make the two agree',
    ],
    [
      'a list where keys are expected',
      good.replace('{ 01: male, 02: female }\n    missing', '[male]\n    missing'),
      /^:15:5: respondent\[3\]\.codes: expected keys and values; got a list$/,
    ],
    [
      'a word for a number',
      good.replace('roster_slots: 3', 'roster_slots: three'),
      ':8:1: roster_slots: expected a whole number; got "three"',
    ],
    ['an empty file', '', /expected keys and values/],
  ])('refuses %s, with its line', (_, text, expected) => {
    expect(text).not.toBe(good);
    const message = complaint(text);
    if (typeof expected === 'string') expect(message).toBe(expected);
    else expect(message).toMatch(expected);
  });

  test('says how many there are when there are many, all at once', () => {
    const entries = Array.from({ length: 40 }, (_, i) => `  - { raw: r${i}, variable: v${i}, read: number }`);
    const text = good.replace('respondent:\n', `respondent:\n${entries.join('\n')}\n`);
    expect(() => parse(text)).toThrow(/codebook\.yaml: 80 to settle\n(.*\n){20}… and 60 more$/);
  });
});

describe('the codebook of a wave with a second file', () => {
  const two = `name: baseline-worker-2009-baseline
instrument: baseline-worker
wave: 2009-baseline
interview: { year: 2009, month: 10 }
age_window: { from: 15, to: 64 }
usual_rows: 800
roster_slots: 1
respondent:
  - { raw: id, variable: respondent_id, read: text }
  - { raw: 性别, variable: sex, read: code, codes: { 1: male, 2: female } }
member:
  - { raw: id, variable: respondent_id, read: text }
  - { raw: 序号, variable: child_number, read: number }
  - { raw: 年龄, variable: age, read: number }
left_out: [备注]
left_out_second: [备注]
`;
  const context = {
    instrument: 'baseline-worker',
    wave: '2009-baseline',
    fieldDates: ['2009-10-01', '2009-10-31'],
    columns: ['id', '性别', '备注'],
  } as const;
  const second = ['id', '序号', '年龄', '备注'];
  const said = (text: string, more: { second?: readonly string[] } = { second }): string => {
    try {
      parseOwnCodebook(text, 'c.yaml', { ...context, ...more });
    } catch (error) {
      return (error as Error).message;
    }
    return 'accepted';
  };

  test('maps its columns under member, by their own names', () => {
    const book = parseOwnCodebook(two, 'c.yaml', { ...context, second });
    expect(book.member.map(({ raw, variable }) => [raw, variable])).toEqual([
      ['id', 'respondent_id'],
      ['序号', 'child_number'],
      ['年龄', 'age'],
    ]);
    expect(book.other_columns?.map(({ raw }) => raw)).toEqual(['备注']);
  });

  test('is refused, with the line, where it does not fit the file', () => {
    expect(said(two.replace('raw: 年龄', 'raw: 年纪'))).toMatch(
      /c\.yaml:14:7: the second file has no column "年纪".*\n?.*1 column of the second file is neither mapped nor left out: 年龄/s,
    );
    expect(said(two.replace('left_out_second: [备注]\n', ''))).toMatch(
      /1 column of the second file is neither mapped nor left out: 备注/,
    );
    expect(
      said(
        two.replace(/ {2}- \{ raw: id, variable: respondent_id, read: text \}\n(?= {2}- \{ raw: 序号)/, ''),
      ),
    ).toMatch(/no column of the second file is mapped to respondent_id/);
    expect(said(two, {})).toMatch(
      /a column of the roster has \{n\}.*got "id" \(snapshot\.json lists no second file; .*--second FILE\)/,
    );
    expect(said(two, {})).toMatch(/snapshot\.json lists no second file$/m);
  });
});
