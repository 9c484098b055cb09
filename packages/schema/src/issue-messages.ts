import { codeLists } from './code-lists/index.ts';
import type { Language } from './label.ts';
import type { Variable } from './variable.ts';
import { variableUnits } from './variable-unit.ts';
import type { z } from './zod.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with one cell of a record, in words. `row` counts from 0 where a list of records was parsed. */
export interface IssueMessage {
  readonly variable: string;
  readonly code: Issue['code'];
  readonly row?: number;
  readonly message: string;
}

/** A cell as a message shows it: the variable by label and name, the value, what is allowed. */
interface Cell {
  readonly name: string;
  readonly value: unknown;
  readonly variable: Variable;
}

type Template = (cell: Cell, issue: Issue) => string;

const show = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));

const allowed = ({ variable }: Cell, language: Language): string => {
  const codes = codeLists[variable.codes ?? '']?.codes ?? [];
  return language === 'zh'
    ? codes.map(({ code, label }) => `${code}（${label.zh}）`).join('、')
    : codes.map(({ code, label }) => `${code} (${label.en})`).join(', ');
};

const kinds = {
  zh: { category: '代码', number: '数字', text: '文本' },
  en: { category: 'a code', number: 'a number', text: 'text' },
} as const;

const unitOf = ({ variable: { unit } }: Cell, language: Language): string =>
  unit === undefined ? '' : ` ${variableUnits[unit]?.[language] ?? unit}`;

const bound = (issue: Issue): string =>
  issue.code === 'too_small' ? String(issue.minimum) : issue.code === 'too_big' ? String(issue.maximum) : '';

const templates: Readonly<Record<Language, Readonly<Record<string, Template>>>> = {
  zh: {
    absent: () => '没有这一列；空值请写 null',
    invalid_value: (cell) => `值 ${show(cell.value)} 不在代码表内；可用代码：${allowed(cell, 'zh')}`,
    invalid_type: (cell) => `应为${kinds.zh[cell.variable.kind]}，得到 ${show(cell.value)}；空值请写 null`,
    too_small: (cell, issue) =>
      cell.variable.kind === 'text'
        ? '不能为空'
        : `值 ${show(cell.value)} 过小；不得小于 ${bound(issue)}${unitOf(cell, 'zh')}`,
    too_big: (cell, issue) => `值 ${show(cell.value)} 过大；不得大于 ${bound(issue)}${unitOf(cell, 'zh')}`,
    other: (cell) => `值 ${show(cell.value)} 无效`,
  },
  en: {
    absent: () => 'the column is missing; write null for an empty cell',
    invalid_value: (cell) =>
      `${show(cell.value)} is not in the code list; allowed codes: ${allowed(cell, 'en')}`,
    invalid_type: (cell) =>
      `must be ${kinds.en[cell.variable.kind]}; got ${show(cell.value)}; write null for an empty cell`,
    too_small: (cell, issue) =>
      cell.variable.kind === 'text'
        ? 'must not be empty'
        : `${show(cell.value)} is too small; at least ${bound(issue)}${unitOf(cell, 'en')}`,
    too_big: (cell, issue) =>
      `${show(cell.value)} is too large; at most ${bound(issue)}${unitOf(cell, 'en')}`,
    other: (cell) => `${show(cell.value)} is not valid`,
  },
};

const at = (record: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    record,
  );

/**
 * Says in Chinese or English what is wrong with a record that a record schema refused: which variable by its label, the value that it has,
 * and the codes or limits that are allowed. The locale of zod itself is global and is not touched.
 *
 * @param error what `safeParse` of `Respondent`, `Member`, … (or of a list of them) gave
 * @param variables the definitions of that record, from `instruments`
 * @param options `language`; `record`: what was parsed, from which the values are read
 * @returns one message for each issue, in zod's order
 *
 * @example
 * const parsed = Respondent.safeParse(row);
 * if (!parsed.success)
 *   issueMessages(parsed.error, respondentVariables, { language: 'zh', record: row })[0]?.message
 * // '性别（sex）：值 "m" 不在代码表内；可用代码：male（男）、female（女）'
 */
export function issueMessages(
  error: { readonly issues: readonly Issue[] },
  variables: readonly Variable[],
  { language, record }: { language: Language; record: unknown },
): IssueMessage[] {
  return error.issues.map((issue) => {
    const [first] = issue.path;
    const row = typeof first === 'number' ? { row: first } : {};
    const name = String(issue.path.at(-1) ?? '');
    const variable = variables.find((v) => v.name === name);
    if (!variable) return { variable: name, code: issue.code, ...row, message: `${name}: ${issue.message}` };
    const cell: Cell = { name, value: at(record, issue.path), variable };
    const isAbsent = cell.value === undefined && issue.code.startsWith('invalid_');
    const template =
      templates[language][isAbsent ? 'absent' : issue.code] ?? (templates[language].other as Template);
    const title =
      language === 'zh' ? `${variable.label.zh}（${name}）：` : `${variable.label.en} (${name}): `;
    return { variable: name, code: issue.code, ...row, message: title + template(cell, issue) };
  });
}
