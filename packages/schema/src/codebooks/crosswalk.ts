import type { Absence, AskedWithoutName, Claim, Codebook, Mapping } from '../codebook.ts';
import type { Label } from '../label.ts';
import type { Variable } from '../variable.ts';
import { memberVariables } from '../variables/member.ts';
import { respondentVariables } from '../variables/respondent.ts';
import { codebooks } from './registry.ts';

/**
 * What is known of one variable in one wave.
 *
 * - `known`: `mapping` names its column. `not_asked`: `absence` says why it has none.
 * - `not_known`: no source names a column. `asked` is there if a source says that it was asked, `claims` hold guesses and contradictions;
 *   `placeholder` is the invented name under which synthetic files carry it, never one of a real file.
 */
export type CrosswalkCell = { readonly wave: string; readonly claims: readonly Claim[] } & (
  | { readonly state: 'known'; readonly mapping: Mapping }
  | { readonly state: 'not_asked'; readonly absence: Absence }
  | { readonly state: 'not_known'; readonly asked?: AskedWithoutName; readonly placeholder?: string }
);

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

const asksRespondent = new Set(respondentVariables.map((v) => v.name));

function cellOf(codebook: Codebook, record: CrosswalkRow['record'], variable: string): CrosswalkCell {
  const told = <T extends { variable: string }>(list: readonly T[] | undefined): T[] =>
    record === 'member' && asksRespondent.has(variable)
      ? []
      : (list ?? []).filter((entry) => entry.variable === variable);
  const mapping = codebook[record].find((m) => m.variable === variable) ?? told(codebook.parts)[0];
  const absences = record === 'member' ? codebook.not_asked_of_members : codebook.not_asked;
  const absence = absences?.find((a) => a.variable === variable);
  const [asked] = told(codebook.asked);
  const common = { wave: codebook.wave, claims: told(codebook.claims) };
  if (mapping && mapping.confidence !== 'placeholder') return { ...common, state: 'known', mapping };
  if (absence) return { ...common, state: 'not_asked', absence };
  return {
    ...common,
    state: 'not_known',
    ...(asked ? { asked } : {}),
    ...(mapping ? { placeholder: mapping.raw } : {}),
  };
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
    cells: layouts.map((codebook) => cellOf(codebook, record, name)),
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
    return `${cell.absence.kind === 'not_released' ? 'not released' : 'not asked'} [${cell.absence.source}]`;
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
