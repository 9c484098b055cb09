import { numberCell, percentCell, type TableCell, textCell } from '@wavebook/report';
import type { Label } from '@wavebook/schema';
import type { ChangeRow } from '../results/change-row.ts';

export const say = (zh: string, en: string): Label => ({ zh, en });

/** The number of a table: 1.2 is 表1-2 and Table 1.2. */
export const tableNumber = (number: string): Label => say(`表${number.replace('.', '-')}`, `Table ${number}`);

/** A change with its interval beneath; one that rests on too little is withheld. */
export function changeCell(row: ChangeRow | undefined): TableCell {
  if (!row || (row.estimate === null && !row.suppressed)) return { kind: 'none' };
  if (row.suppressed || row.estimate === null) return { kind: 'withheld', mark: '×', id: row.id };
  const figure = { kind: 'figure', value: row.estimate, unit: row.unit, mark: '', id: row.id } as const;
  return row.ci_low === null || row.ci_high === null
    ? figure
    : { ...figure, interval: { low: row.ci_low, high: row.ci_high } };
}

/** The standard error of a change that is shown, in the unit of the change. */
export function errorCell(row: ChangeRow | undefined): TableCell {
  if (!row || row.suppressed || row.se === null) return { kind: 'blank' };
  return row.unit === 'share' ? percentCell(row.se, 1) : numberCell(row.se, 2);
}

/** A value of a framework: a number in its unit. */
export function valueCell(value: number | null | undefined, unit: string): TableCell {
  return unit === 'share' ? percentCell(value, 1) : numberCell(value, Number.isInteger(value) ? 0 : 1);
}

/** A quarter as it is read: 2009-Q3 is 2009年三季度, 3rd Q., 2009. */
export function quarterLabel(quarter: string | null | undefined): Label {
  if (!quarter) return say('持续', 'on-going');
  const [year, part] = quarter.split('-Q') as [string, string?];
  if (part === undefined) return say(`${year}年`, year);
  const place = Number(part) - 1;
  return say(
    `${year}年${['一', '二', '三', '四'][place]}季度`,
    `${['1st', '2nd', '3rd', '4th'][place]} Q., ${year}`,
  );
}

export const blank = (): TableCell => textCell(say('', ''));
