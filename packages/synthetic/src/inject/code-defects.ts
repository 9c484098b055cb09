import type { Defect } from './defect.ts';

const wrongCode = (variable: string, code: string): Defect => ({
  name: `wrong_code_${variable}`,
  code: 'unknown_code',
  variable,
  fits: (row) => row.value(variable) !== '',
  change: (row) => ({ [row.column(variable)]: code }),
});

/** Slips of the pen among coded answers. */
export const codeDefects: readonly Defect[] = [
  wrongCode('sex', '7'),
  wrongCode('migration_range', '7'),
  wrongCode('health_record', '9'),
  {
    name: 'not_a_migrant',
    code: 'not_migrating',
    variable: 'migration_range',
    fits: (row) => row.value('migration_range') !== '',
    change: (row) => ({ [row.column('migration_range')]: '4' }),
  },
  {
    name: 'contract_without_work',
    code: 'routing_violation',
    variable: 'contract',
    fits: (row) =>
      row.value('weekly_hours') === '' && row.value('industry') === '' && row.value('contract') === '',
    change: (row) => ({ [row.column('contract')]: '1' }),
  },
];
