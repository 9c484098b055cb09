import type { Codebook } from '../codebook.ts';
import type { Label } from '../label.ts';
import type { Variable } from '../variable.ts';
import { memberVariables } from '../variables/member.ts';
import { respondentVariables } from '../variables/respondent.ts';
import { type CrosswalkCell, crosswalkCell } from './crosswalk-cell.ts';
import { codebooks } from './registry.ts';

export interface CrosswalkRow {
  readonly record: 'respondent' | 'member';
  readonly variable: string;
  readonly label: Label;
  readonly cells: readonly CrosswalkCell[];
}

/** A table of variable by wave. */
export interface Crosswalk {
  readonly waves: readonly string[];
  readonly rows: readonly CrosswalkRow[];
}

/**
 * Which column holds which variable in every wave of the monitoring survey, and how sure that is. Derived variables are left out: they
 * stand in no file.
 *
 * @example
 * crosswalk().rows.find((r) => r.variable === 'education')?.cells[0] // 2011: known, q101g1, verified, from S2
 */
export function crosswalk(layouts: readonly Codebook[] = Object.values(codebooks)): Crosswalk {
  const row = (record: CrosswalkRow['record'], { name, label }: Variable): CrosswalkRow => ({
    record,
    variable: name,
    label,
    cells: layouts.map((codebook) => crosswalkCell(codebook, record, name)),
  });
  const inFiles = (list: readonly Variable[]) => list.filter((v) => v.derived === undefined);
  return {
    waves: layouts.map((c) => c.wave),
    rows: [
      ...inFiles(respondentVariables).map((v) => row('respondent', v)),
      ...inFiles(memberVariables)
        .filter((v) => v.name !== 'respondent_id' && v.name !== 'member_number')
        .map((v) => row('member', v)),
    ],
  };
}

const marks = { verified: '', inferred: ' (inferred)', recalled: ' (recalled)', placeholder: '' } as const;

/** A cell in words: the column and how sure it is, "not asked" with its source, or "not known" with what is claimed. */
function cellText(cell: CrosswalkCell): string {
  if (cell.state === 'known') {
    const { raw, times, plus, confidence } = cell.mapping;
    return `${raw}${times ? ` x ${times}` : ''}${plus ? ` + ${plus}` : ''}${marks[confidence]}`;
  }
  if (cell.state === 'not_asked')
    return `${cell.absence.kind === 'not_released' ? 'not released' : 'not asked'}${marks[cell.absence.confidence]} [${cell.absence.source}]`;
  const claims = cell.claims.map((c) => `${c.raw}? ${c.confidence} [${c.source}]`);
  return [cell.asked ? 'not known (asked)' : 'not known', ...claims].join('; ');
}

/**
 * A crosswalk as lines of tab-separated text, a heading first: record, variable, then a column for each wave. A name without remark is
 * verified.
 *
 * @example printCrosswalk(crosswalk()).split('\n')[0] // 'record\tvariable\t2011\t2012…'
 */
export function printCrosswalk({ waves, rows }: Crosswalk): string {
  return [
    ['record', 'variable', ...waves],
    ...rows.map((row) => [row.record, row.variable, ...row.cells.map(cellText)]),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
}
