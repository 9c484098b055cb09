import { type Codebook, codeLists, type Variable } from '@wavebook/schema';
import { dateDefects } from './date-defects.ts';
import { asks, type Defect } from './defect.ts';
import type { RowView } from './row-view.ts';

/** What a row is about, not what was answered. */
const notAnswers = new Set(['survey_weight', 'consent', 'site', 'province', 'prefecture', 'arm']);

const isNumber = (cell: string): boolean => /^\d+$/.test(cell);

const wrongCode = ({ name, codes }: Variable): Defect => ({
  name: `wrong_code_${name}`,
  code: 'unknown_code',
  variable: name,
  in: asks(name),
  fits: (row) => isNumber(row.value(name)),
  change: (row) => ({ [row.column(name)]: String((codeLists[codes ?? '']?.codes.length ?? 0) + 2) }),
});

/** The answer in words, as a decimal number, or with blanks about it: a careful reader reads all three. */
const otherWriting = ({ name, codes }: Variable): Defect[] => {
  const labelOf = (row: RowView): string | undefined =>
    codeLists[codes ?? '']?.codes[Number(row.value(name)) - 1]?.label.zh;
  const shared = { code: '', variable: name, in: asks(name) } as const;
  const fits = (row: RowView): boolean => isNumber(row.value(name)) && labelOf(row) !== undefined;
  return [
    {
      ...shared,
      name: `label_text_${name}`,
      fits,
      change: (row) => ({ [row.column(name)]: labelOf(row) as string }),
    },
    {
      ...shared,
      name: `decimal_code_${name}`,
      fits,
      change: (row) => ({ [row.column(name)]: `${row.value(name)}.0` }),
    },
    {
      ...shared,
      name: `blanks_around_${name}`,
      fits,
      change: (row) => ({ [row.column(name)]: ` ${row.value(name)} ` }),
    },
  ];
};

const inWords = ({ name }: Variable): Defect => ({
  name: `words_for_${name}`,
  code: 'not_a_number',
  variable: name,
  in: asks(name),
  fits: (row) => isNumber(row.value(name)),
  change: (row) => ({ [row.column(name)]: '三' }),
});

const beyondRange = ({ name, range }: Variable): Defect => ({
  name: `beyond_range_${name}`,
  code: 'value_out_of_range',
  variable: name,
  in: asks(name),
  fits: (row) => isNumber(row.value(name)),
  change: (row) => ({ [row.column(name)]: String((range?.[1] ?? 0) + 1) }),
});

/** An answer to a question past which the answer to one other question routes. */
function routedPast(variable: Variable, variables: readonly Variable[]): Defect[] {
  const { name, universe = [] } = variable;
  const [condition] = universe;
  const leading = variables.find((other) => other.name === condition?.variable);
  if (universe.length !== 1 || !condition || !('in' in condition)) return [];
  if (variable.kind !== 'category' || leading?.universe || leading?.derived !== undefined) return [];
  const isRouted = (row: RowView): boolean => {
    const answer = row.code(condition.variable);
    return answer !== undefined && !condition.in.includes(answer);
  };
  return [
    {
      name: `answered_past_${name}`,
      code: 'routing_violation',
      variable: name,
      in: (codebook) => asks(name)(codebook) && asks(condition.variable)(codebook),
      fits: (row) => row.value(name) === '' && isRouted(row),
      change: (row) => ({ [row.column(name)]: '1' }),
    },
  ];
}

const noConsent = (mayLeave: (row: RowView) => boolean): Defect => ({
  name: 'no_consent',
  code: 'no_consent',
  variable: 'consent',
  in: asks('consent'),
  fits: (row) => row.code('consent') === 'yes' && mayLeave(row),
  change: (row) => ({ [row.column('consent')]: '2' }),
});

const dates = new Set(['birth_in_the_future', 'arrival_in_the_future', 'arrival_before_life']);

const asksDates =
  (defect: Defect) =>
  (codebook: Codebook): boolean =>
    ['birth_year', 'arrival_year'].every((name) => asks(name)(codebook)) && defect.in?.(codebook) !== false;

const first = <Item>(items: readonly Item[], count: number): readonly Item[] => items.slice(0, count);

/**
 * How rows of a designed questionnaire are hurt, from the definitions of its variables: wrong codes, words for numbers, numbers beyond the
 * range, answers past the routing, dates that cannot be, refused consent, and codes written in other ways. Only a row that `mayLeave` gets a
 * defect that takes its record out.
 */
export function designedDefects(
  variables: readonly Variable[],
  mayLeave: (row: RowView) => boolean,
): readonly Defect[] {
  const leading = new Set(variables.flatMap(({ universe = [] }) => universe.map((c) => c.variable)));
  const asked = variables.filter(
    ({ name, derived, kind }) => derived === undefined && kind !== 'text' && !notAnswers.has(name),
  );
  const free = asked.filter(
    ({ name, codes, universe }) => !leading.has(name) && !universe && codes !== 'province',
  );
  const categories = free.filter(({ kind }) => kind === 'category');
  const numbers = asked.filter(
    ({ name, kind, range }) => kind === 'number' && range && !/_(year|month|number)$/.test(name),
  );
  return [
    ...first(categories, 3).map(wrongCode),
    ...first(numbers, 2).map(inWords),
    ...first(numbers, 2).map(beyondRange),
    ...first(
      asked.flatMap((variable) => routedPast(variable, variables)),
      3,
    ),
    ...first(categories, 1).flatMap(otherWriting),
    ...dateDefects
      .filter(({ name }) => dates.has(name))
      .map((defect) => ({ ...defect, in: asksDates(defect) })),
    noConsent(mayLeave),
  ];
}
