import { type Codebook, codeLists, type Mapping, type Variable } from '@wavebook/schema';
import type { ColumnProfile } from './column-profile.ts';
import type { KnownColumn, KnownColumns } from './known-columns.ts';
import { type MissingCode, missingCodesOf, withoutCodes } from './missing-codes.ts';
import { type CodesProposal, proposeCodes } from './propose-codes.ts';
import type { ReferenceValues } from './reference-values.ts';
import { weighLabel } from './weigh-labels.ts';
import { weighName } from './weigh-names.ts';
import { type ReadAs, weighCodes, weighValues } from './weigh-values.ts';
import type { Witness } from './witness.ts';

export type Section = 'respondent' | 'member';

/** A column taken for a variable, with what speaks for it. */
export interface Candidate {
  readonly section: Section;
  /** The column's name; of a roster with `{n}`. */
  readonly raw: string;
  readonly column: ColumnProfile;
  readonly variable: Variable;
  readonly read: ReadAs['read'];
  readonly codes: CodesProposal | undefined;
  /** Values of a number that stand for no answer. */
  readonly missingCodes: readonly MissingCode[];
  readonly witnesses: readonly Witness[];
  readonly points: number;
}

/** What columns are weighed by: the known layouts, how their answers spread, the nearest layout, and the year of the wave. */
export interface Evidence {
  readonly known: KnownColumns;
  readonly references: ReferenceValues;
  readonly nearest: Codebook | undefined;
  /** The layout that the file has as a whole, and is of the same wave. */
  readonly recognised: Codebook | undefined;
  readonly year: number;
  /** How many variables of the section take their answers from each code list. */
  readonly sharedBy: ReadonlyMap<string, number>;
}

const fewestPoints = 1.5;

/** Mappings of a variable, those of the same name and of the nearest layout first. */
const mappingsFor = (variable: Variable, raw: string, { known, nearest }: Evidence): KnownColumn[] =>
  [...(known.byVariable.get(variable.name) ?? [])].sort(
    (a, b) =>
      Number(b.mapping.raw === raw) - Number(a.mapping.raw === raw) ||
      Number(b.codebook === nearest) - Number(a.codebook === nearest) ||
      (a.codebook.wave < b.codebook.wave ? 1 : -1),
  );

/** The mapping of the layout that the file has as a whole, if it reads the variable from this column. */
const ownMapping = (
  section: Section,
  raw: string,
  variable: Variable,
  { known, recognised }: Evidence,
): Mapping | undefined =>
  recognised &&
  known.byName
    .get(raw)
    ?.find(
      (column) =>
        column.codebook === recognised &&
        column.section === section &&
        column.mapping.variable === variable.name,
    )?.mapping;

/** How a column is read that the layout of the file as a whole says to be a variable, where its values alone would not tell. */
function readAsSaid(
  own: Mapping | undefined,
  column: ColumnProfile,
  codes: CodesProposal | undefined,
): ReadAs | undefined {
  if (!own || own.read === 'not_known' || column.filled === 0) return undefined;
  const isReadable = codes ? codes.codes.size > 0 : own.read === 'text' || column.numbers !== undefined;
  return isReadable ? { read: own.read, witness: undefined } : undefined;
}

/** Weighs a column as a variable; undefined if its values cannot be that, or nothing but their kind speaks for it. */
export function candidateOf(
  section: Section,
  raw: string,
  column: ColumnProfile,
  variable: Variable,
  evidence: Evidence,
): Candidate | undefined {
  const { known, references, nearest, recognised, year, sharedBy } = evidence;
  const spreads = references.get(section === 'member' ? `member:${variable.name}` : variable.name) ?? [];
  let read: ReadAs | undefined;
  let codes: CodesProposal | undefined;
  const own = ownMapping(section, raw, variable, evidence);
  const candidates = mappingsFor(variable, raw, evidence);
  const missingCodes =
    variable.kind === 'number'
      ? missingCodesOf(column, variable, { known: candidates, told: own?.missing })
      : [];
  if (variable.kind === 'category' && variable.codes !== 'province') {
    const most = (codeLists[variable.codes ?? '']?.codes.length ?? 0) * 3 + 25;
    if (column.distinct > most || column.filled === 0) return undefined;
    codes = proposeCodes(column, variable, { known, candidates, spreads, missing: own?.missing });
    read = weighCodes(codes, column, sharedBy.get(variable.codes ?? '') ?? 1);
  } else read = weighValues(withoutCodes(column, missingCodes), variable, { spreads, year });
  read ??= readAsSaid(own, column, codes);
  if (!read) return undefined;
  const witnesses = [
    weighName(raw, variable, { known, nearest, recognised, section }),
    weighLabel(column.label || (/\p{Script=Han}/u.test(raw) ? raw : ''), variable),
    read.witness,
  ].filter((witness) => witness !== undefined);
  const asked = new Set((known.byVariable.get(variable.name) ?? []).map(({ codebook }) => codebook.name))
    .size;
  const usual = (0.3 * asked) / Math.max(1, known.codebooks.length);
  const points = witnesses.reduce((sum, witness) => sum + witness.points, usual);
  return points < fewestPoints
    ? undefined
    : { section, raw, column, variable, read: read.read, codes, missingCodes, witnesses, points };
}
