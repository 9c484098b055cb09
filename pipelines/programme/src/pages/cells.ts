import { decimalsOf, numberCell, percentCell, type TableCell, textCell } from '@wavebook/report';
import type { EstimateRow, Label, ProgrammeFigure } from '@wavebook/schema';

export const say = (zh: string, en: string): Label => ({ zh, en });

/** The number of a table: 1.2 is 表1-2 and Table 1.2. */
export const tableNumber = (number: string): Label => say(`表${number.replace('.', '-')}`, `Table ${number}`);

const marks: Readonly<Partial<Record<EstimateRow['quality'], string>>> = {
  use_with_caution: '†',
  review: '‡',
};

/** A number of the programme with its mark and its interval beneath; one that may not be shown is withheld. */
export function programmeCell(row: ProgrammeFigure | undefined): TableCell {
  if (!row || (row.estimate === null && !row.suppressed)) return { kind: 'none' };
  if (row.suppressed || row.estimate === null) return { kind: 'withheld', mark: '×', id: row.id };
  const mark = marks[row.quality] ?? '';
  const figure = { kind: 'figure', value: row.estimate, unit: row.unit, mark, id: row.id } as const;
  return row.ci_low === null || row.ci_high === null
    ? figure
    : { ...figure, interval: { low: row.ci_low, high: row.ci_high } };
}

/** Decimals of a standard error, where it has not one more than its unit. */
const errorDecimals: Readonly<Record<string, number>> = { people: 0, million_yuan: 2 };

/** The standard error of a number that is shown, in its unit. */
export function errorCell(row: ProgrammeFigure | undefined): TableCell {
  if (!row || row.suppressed || row.se === null) return { kind: 'blank' };
  if (row.unit === 'share') return percentCell(row.se, 1);
  return numberCell(row.se, errorDecimals[row.unit] ?? decimalsOf(row.unit) + 1);
}

/** The answers behind a number that is shown. */
export const sizeCell = (row: ProgrammeFigure | undefined): TableCell =>
  !row || row.suppressed ? { kind: 'blank' } : { kind: 'count', value: row.n };

/** A value of a framework in its unit; `id` leads to its trace. */
export function valueCell(value: number | null | undefined, unit: string, id?: string): TableCell {
  const cell = unit === 'share' ? percentCell(value, 1) : numberCell(value, Number.isInteger(value) ? 0 : 1);
  return cell.kind === 'number' && id !== undefined ? { ...cell, id } : cell;
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

const surveyNames: Readonly<Record<string, Label>> = {
  monitoring: say('监测调查', 'Monitoring survey'),
  'monitoring-residents': say('户籍居民调查', 'Survey of local residents'),
  'baseline-worker': say('农民工', 'Workers'),
  'baseline-enterprise': say('企业', 'Enterprises'),
};

/** What a wave is called in a table: Monitoring survey 2017; Workers, baseline 2009. */
export function waveLabel({
  instrument,
  wave,
}: {
  readonly instrument: string;
  readonly wave: string;
}): Label {
  const name = surveyNames[instrument] ?? say(instrument, instrument);
  const [year, round] = wave.split('-') as [string, string?];
  if (round === undefined) return say(`${year}年${name.zh}`, `${name.en} ${year}`);
  const zh = round === 'baseline' ? '基线调查' : round === 'endline' ? '终期调查' : round;
  return say(`${year}年${name.zh}${zh}`, `${name.en}, ${round} ${year}`);
}

export const blank = (): TableCell => textCell(say('', ''));
