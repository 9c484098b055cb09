import type { Codebook, Instrument, Variable } from '@wavebook/schema';
import { recogniseLayout } from '@wavebook/schema/codebooks';
import type { Table } from '@wavebook/tables';
import { mappableVariables } from '../own-codebook/check-meaning.ts';
import { assign, type Chosen } from './assign.ts';
import { type Candidate, candidateOf, type Evidence } from './candidate.ts';
import { type ColumnProfile, profileColumn, profileTogether } from './column-profile.ts';
import { type KnownColumns, knownColumns, plainName } from './known-columns.ts';
import { ownerColumn } from './owner-column.ts';
import type { ReferenceValues } from './reference-values.ts';
import { rosterChosen } from './roster-chosen.ts';
import { rosterTemplates } from './roster-templates.ts';

/** A draft of what each column of a file is. */
export interface CodebookProposal {
  readonly instrument: Instrument;
  readonly wave: string;
  readonly rows: number;
  /** The known layout that the file is nearest to, by its names, else by its answers; undefined if there is none near. */
  readonly nearest: Codebook | undefined;
  /** Share of the names of the nearest layout that the file has. */
  readonly nearestByName: number;
  readonly chosen: readonly Chosen[];
  readonly rosterSlots: number;
  /** Columns that no variable is read from, rosters with `{n}`, with the best guess if there is any. */
  readonly leftOut: readonly LeftOut[];
  /** The same of the second file; absent where there is none. */
  readonly leftOutSecond?: readonly LeftOut[];
  /** Variables of the instrument without a column. */
  readonly unmapped: readonly string[];
}

export interface ProposeOptions {
  readonly instrument: Instrument;
  readonly wave: string;
  /** The known layouts that may be looked at. */
  readonly codebooks: readonly Codebook[];
  readonly references: ReferenceValues;
  /** The second file, whose rows belong to the records. */
  readonly second?: Table;
}

/** A column that no variable is read from, with the best guess if there is any. */
export interface LeftOut {
  readonly raw: string;
  readonly column: ColumnProfile;
  readonly guess: Chosen | undefined;
}

const nearFrom = 0.25;

const knownNames = (codebook: Codebook): string[] => [
  ...new Set(
    [...codebook.respondent, ...codebook.member]
      .filter(({ confidence }) => confidence !== 'placeholder')
      .map(({ raw }) => raw.replace('{n}', '1')),
  ),
];

/** The layout of whose names the file has the largest share; those in another case count less. */
function nearestByNames(
  names: readonly string[],
  codebooks: readonly Codebook[],
): { codebook: Codebook; share: number } | undefined {
  const exact = new Set(names);
  const plain = new Set(names.map(plainName));
  const shares = codebooks.map((codebook) => {
    const known = knownNames(codebook);
    const points = known.map((name) => (exact.has(name) ? 1 : plain.has(plainName(name)) ? 0.8 : 0));
    return { codebook, share: points.reduce<number>((a, b) => a + b, 0) / Math.max(known.length, 8) };
  });
  return shares.sort((a, b) => b.share - a.share || (a.codebook.wave < b.codebook.wave ? 1 : -1))[0];
}

/** From this share of its names on, a file has the designed layout of a baseline: names that no other file has by chance, in every round. */
const designedFrom = 0.6;

const designedIn = (
  instrument: Instrument,
  byName: ReturnType<typeof nearestByNames>,
): Codebook | undefined =>
  instrument.startsWith('baseline') && byName && byName.share >= designedFrom ? byName.codebook : undefined;

const fewestCommon = 8;

/** The layout that asks most of what was found, and writes its answers in the same codes; the latest of equals. */
function nearestByAnswers(chosen: readonly Chosen[], codebooks: readonly Codebook[]): Codebook | undefined {
  const sure = chosen.filter(({ certainty }) => certainty !== 'low');
  const agreement = codebooks.map((codebook) => {
    const common = sure.flatMap(({ section, variable, codes }) => {
      const theirs = codebook[section].find((mapping) => mapping.variable === variable.name);
      if (!theirs) return [];
      const same = codes && [...codes.codes].every(([raw, code]) => theirs.codes?.[raw] === code);
      return [same ? 2 : 1];
    });
    return { codebook, common: common.length, points: common.reduce<number>((a, b) => a + b, 0) };
  });
  const best = agreement.sort(
    (a, b) => b.points - a.points || (a.codebook.wave < b.codebook.wave ? 1 : -1),
  )[0];
  return best && best.common >= fewestCommon && best.common >= sure.length / 2 ? best.codebook : undefined;
}

const countLists = (variables: readonly Variable[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { codes } of variables) if (codes !== undefined) counts.set(codes, (counts.get(codes) ?? 0) + 1);
  return counts;
};

function candidatesOf(
  section: 'respondent' | 'member',
  columns: readonly { raw: string; column: ColumnProfile }[],
  variables: readonly Variable[],
  evidence: Omit<Evidence, 'sharedBy'>,
): Candidate[] {
  const sharedBy = countLists(variables);
  return columns.flatMap(({ raw, column }) =>
    variables.flatMap(
      (variable) => candidateOf(section, raw, column, variable, { ...evidence, sharedBy }) ?? [],
    ),
  );
}

/** Columns that some known layout reads both variables from. */
const sharedColumns =
  (known: KnownColumns) =>
  (a: Candidate, b: Candidate): boolean =>
    known.codebooks.some((codebook) => {
      const rawOf = (name: string): string | undefined =>
        codebook[a.section].find(
          (mapping) => mapping.variable === name && mapping.confidence !== 'placeholder',
        )?.raw;
      const raw = rawOf(a.variable.name);
      return raw !== undefined && raw === rawOf(b.variable.name) && a.read !== 'year_of_yyyymm';
    });

/**
 * Proposes what each column of a raw file is, by four kinds of witness: its name in known layouts, its label, the texts of its answers, and
 * how its values spread. Nothing is certain by one of them alone.
 */
export function proposeCodebook(
  raw: Table,
  { instrument, wave, codebooks: all, references, second }: ProposeOptions,
): CodebookProposal {
  const codebooks = all.filter((codebook) => codebook.instrument === instrument);
  const known = knownColumns(codebooks);
  const profiles = [...raw.columns.keys()].map((name) => profileColumn(raw, name));
  const templates = second ? [] : rosterTemplates(profiles);
  const later = new Set(
    templates.flatMap(({ slots }) => [...slots].filter(([slot]) => slot > 1).map(([, { name }]) => name)),
  );
  const byName = nearestByNames(
    profiles.map(({ name }) => name),
    codebooks,
  );
  const nearest = byName && byName.share >= nearFrom ? byName.codebook : undefined;
  const { best } = recogniseLayout(raw.columns.keys());
  const recognised =
    codebooks.find((codebook) => codebook.name === best?.codebook.name && codebook.wave === wave) ??
    designedIn(instrument, byName);
  const evidence = {
    known,
    references,
    nearest: recognised ?? nearest,
    recognised,
    year: Number(wave.slice(0, 4)),
  };
  const units = mappableVariables(instrument, 'respondent');
  const members = mappableVariables(instrument, 'member');
  const own = profiles.filter(({ name }) => !later.has(name)).map((column) => ({ raw: column.name, column }));
  const chosen = assign(candidatesOf('respondent', own, units, evidence), sharedColumns(known));
  const rosters = templates.map(({ template, slots }) => ({
    raw: template,
    column: profileTogether(template, [...slots.values()]),
  }));
  const beside = [...(second?.columns.keys() ?? [])].map((name) => ({
    raw: name,
    column: profileColumn(second as Table, name),
  }));
  const owner = second && ownerColumn(second, raw, { instrument, chosen, beside });
  const inMembers = second
    ? [
        ...(owner ? [owner] : []),
        ...assign(
          candidatesOf(
            'member',
            beside.filter(({ raw: name }) => name !== owner?.raw),
            members.filter(({ name }) => name !== owner?.variable.name),
            evidence,
          ),
          () => false,
        ),
      ]
    : rosterChosen(chosen, templates, members, {
        candidates: candidatesOf('member', rosters, members, evidence),
        known,
      });
  const everything = [...chosen, ...inMembers];
  const placed = [
    ...[...own, ...rosters].map(({ raw: name }) => name),
    ...beside.map(({ raw: name }) => `${name} of the second file`),
  ];
  const placeOf = ({ section, raw: name }: Chosen): number =>
    placed.indexOf(second && section === 'member' ? `${name} of the second file` : name);
  const kept = everything
    .filter(({ certainty }) => certainty !== 'low')
    .sort((a, b) => placeOf(a) - placeOf(b));
  const leftOutOf = (
    columns: readonly { raw: string; column: ColumnProfile }[],
    isOwn: (chosen: Chosen) => boolean,
  ): LeftOut[] => {
    const used = new Set(kept.filter(isOwn).map(({ raw: of }) => of));
    return columns
      .filter(({ raw: name }) => !used.has(name))
      .map(({ raw: name, column }) => ({
        ...{ raw: name, column },
        guess: everything.find((one) => isOwn(one) && one.raw === name),
      }));
  };
  const firsts = new Set(templates.map(({ slots }) => slots.get(1)?.name));
  const leftOut = leftOutOf(
    [...own.filter(({ raw: name }) => !firsts.has(name)), ...rosters],
    ({ section }) => !second || section === 'respondent',
  );
  const mapped = new Set(
    kept.filter(({ section }) => section === 'respondent').map(({ variable }) => variable.name),
  );
  for (const { read, variable } of kept)
    if (read === 'year_of_yyyymm') mapped.add(variable.name.replace(/_year$/, '_month'));
  return {
    instrument,
    wave,
    rows: raw.rows,
    nearest: recognised ?? nearest ?? nearestByAnswers(kept, codebooks),
    nearestByName: byName?.share ?? 0,
    chosen: kept,
    rosterSlots: Math.max(1, ...templates.map(({ slots }) => Math.max(...slots.keys()))),
    leftOut,
    ...(second ? { leftOutSecond: leftOutOf(beside, ({ section }) => section === 'member') } : {}),
    unmapped: units.filter(({ name }) => !mapped.has(name)).map(({ name }) => name),
  };
}
