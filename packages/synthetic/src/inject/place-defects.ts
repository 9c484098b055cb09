import { encodeGb18030 } from '../raw/gb18030.ts';
import type { Defect } from './defect.ts';

/** Place names that nobody knows, or that went through the wrong code page. */
export const placeDefects: readonly Defect[] = [
  {
    name: 'place_that_is_not',
    code: 'unknown_place',
    variable: 'prefecture',
    fits: () => true,
    change: (row) => ({ [row.column('prefecture')]: '不存在市' }),
  },
  {
    name: 'wrong_code_page',
    code: 'garbled_text',
    variable: 'prefecture',
    fits: (row) => row.value('prefecture') !== '',
    change: (row) => ({
      [row.column('prefecture')]: encodeGb18030(row.value('prefecture')).toString('latin1'),
    }),
  },
];
