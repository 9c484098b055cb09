import { encodeGb18030 } from '../raw/gb18030.ts';
import { asks, type Defect } from './defect.ts';

const isNumber = (cell: string): boolean => /^\d+$/.test(cell);

const wrongCode = (variable: string, code: string): Defect => ({
  name: `wrong_code_${variable}`,
  code: 'unknown_code',
  variable,
  in: asks(variable),
  fits: (row) => row.value(variable) !== '',
  change: (row) => ({ [row.column(variable)]: code }),
});

/** The answer's Chinese label where the file has codes. */
const labelText = (variable: string): Defect => ({
  name: `label_text_${variable}`,
  code: '',
  variable,
  in: asks(variable),
  fits: (row) => isNumber(row.value(variable)) && row.label(variable) !== undefined,
  change: (row) => ({ [row.column(variable)]: row.label(variable) as string }),
});

/** A code that went through a column of decimal numbers. */
const decimalCode = (variable: string): Defect => ({
  name: `decimal_code_${variable}`,
  code: '',
  variable,
  in: asks(variable),
  fits: (row) => isNumber(row.value(variable)) && row.code(variable) !== undefined,
  change: (row) => ({ [row.column(variable)]: `${row.value(variable)}.0` }),
});

const blanksAround = (variable: string): Defect => ({
  name: `blanks_around_${variable}`,
  code: '',
  variable,
  in: asks(variable),
  fits: (row) => row.code(variable) !== undefined,
  change: (row, random) => ({
    [row.column(variable)]: random.chance(0.5) ? ` ${row.value(variable)}` : `${row.value(variable)}  `,
  }),
});

/** Slips of the pen among coded answers, and codes written in another way. */
export const codeDefects: readonly Defect[] = [
  wrongCode('sex', '7'),
  wrongCode('education', '11'),
  wrongCode('marital_status', '9'),
  wrongCode('migration_range', '7'),
  wrongCode('employment_status', '8'),
  wrongCode('contract', '9'),
  wrongCode('pension_insured', '6'),
  wrongCode('insurance_rural_cooperative', '5'),
  wrongCode('health_record', '9'),
  labelText('sex'),
  labelText('marital_status'),
  labelText('migration_range'),
  decimalCode('marital_status'),
  decimalCode('employed'),
  blanksAround('pension_insured'),
  {
    name: 'word_in_the_wrong_code_page',
    code: 'garbled_text',
    variable: 'hukou_type',
    in: asks('hukou_type'),
    fits: (row) => row.value('hukou_type').trim() === '农业',
    change: (row) => ({ [row.column('hukou_type')]: encodeGb18030('农业').toString('utf8') }),
  },
  {
    name: 'has_local_hukou',
    code: 'not_migrating',
    variable: 'local_hukou',
    in: asks('local_hukou'),
    fits: (row) => row.value('local_hukou') !== '',
    change: (row) => ({ [row.column('local_hukou')]: '1' }),
  },
  {
    name: 'not_a_migrant',
    code: 'not_migrating',
    variable: 'migration_range',
    fits: (row) => row.value('migration_range') !== '',
    change: (row) => ({ [row.column('migration_range')]: '4' }),
  },
];
