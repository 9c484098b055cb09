import { type CsvCell, formatCsv } from '@wavebook/tables';
import { answersOf, type Inspected, rangeOf } from './inspected.ts';

const columns = [
  'position',
  'variable',
  'label',
  'type',
  'storage',
  'format',
  'filled',
  'empty',
  'distinct',
  'minimum',
  'maximum',
  'value',
  'value_label',
  'count',
  'declared_missing',
] as const;

type Row = Record<(typeof columns)[number], CsvCell>;

/** One row for each variable and answer; a variable without a list of answers has one row. */
export function formatInspectedCsv({ variables }: Inspected): string {
  const rows = variables.flatMap((variable): Row[] => {
    const { position, info, profile } = variable;
    const range = rangeOf(variable);
    const about = {
      position,
      variable: info.name,
      label: info.label,
      type: info.type,
      storage: info.storage,
      format: info.format,
      filled: profile?.filled ?? null,
      empty: profile ? profile.rows - profile.filled : null,
      distinct: profile?.distinct ?? null,
      minimum: range?.[0] ?? null,
      maximum: range?.[2] ?? null,
    };
    const answers = answersOf(variable);
    if (answers.length === 0)
      return [{ ...about, value: null, value_label: null, count: null, declared_missing: null }];
    return answers.map(({ value, label, count, declaredMissing }) => ({
      ...about,
      value,
      value_label: label,
      count: count ?? null,
      declared_missing: declaredMissing,
    }));
  });
  return formatCsv(columns, rows);
}

/** All that was found, as one JSON document. */
export function formatInspectedJson(inspected: Inspected): string {
  const { info, fits, variables } = inspected;
  const { variables: _, ...file } = info;
  return `${JSON.stringify(
    {
      file: { ...file, columns: info.variables.length },
      layouts: fits.map(({ codebook, ...fit }) => ({ codebook: codebook.name, ...fit })),
      variables: variables.map((variable) => {
        const { position, info: about, profile } = variable;
        const range = rangeOf(variable);
        return {
          position,
          name: about.name,
          label: about.label,
          type: about.type,
          storage: about.storage,
          format: about.format,
          ...(profile
            ? { filled: profile.filled, empty: profile.rows - profile.filled, distinct: profile.distinct }
            : {}),
          ...(range ? { minimum: range[0], median: range[1], maximum: range[2] } : {}),
          answers: answersOf(variable),
        };
      }),
    },
    null,
    1,
  )}\n`;
}
