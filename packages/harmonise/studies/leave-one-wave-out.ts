import {
  type Codebook,
  codeLists,
  type Mapping,
  memberVariables,
  respondentVariables,
} from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import type { Table, VariableInfo } from '@wavebook/tables';
import { proposeCodebook, type ReferenceValues, referenceValues } from '../src/draft/index.ts';

/** A known wave, for the study: its raw records and its true codebook. */
export interface KnownWave {
  readonly raw: Table;
  readonly codebook: Codebook;
}

/**
 * How a file is shown to the program. `names`: as it is, but for invented names, which no real file has and which are replaced. `labels`: every
 * name is replaced, but columns and codes have labels as Stata and SPSS files do, the short ones of the schema.
 */
export type Dress = 'names' | 'labels';

/** What became of the proposals for one wave. */
export interface Tally {
  readonly wave: string;
  readonly dress: Dress;
  readonly columns: number;
  readonly highRight: number;
  readonly highWrong: readonly string[];
  readonly mediumRight: number;
  readonly mediumWrong: number;
  readonly nothing: number;
}

const isInvented = (name: string): boolean => name.startsWith('x_');

/** The same slot number stands at the end of a replaced roster name, so that a roster is still one. */
function disguised(
  names: readonly string[],
  dress: Dress,
  { member }: Codebook,
): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  const opaque = (stem: string): string => {
    if (!stems.has(stem))
      stems.set(stem, `zz${String.fromCharCode(97 + (stems.size % 26), 97 + Math.floor(stems.size / 26))}`);
    return stems.get(stem) as string;
  };
  return new Map(
    names.map((name) => {
      if (dress === 'names' && !isInvented(name)) return [name, name];
      for (const { raw } of member) {
        const [before = '', after = ''] = raw.split('{n}');
        const slot = name.slice(before.length, name.length - after.length);
        if (name.startsWith(before) && name.endsWith(after) && /^([1-9]|1[0-9])$/.test(slot))
          return [name, `${opaque(raw)}_${slot}`];
      }
      return [name, opaque(name)];
    }),
  );
}

const variables = new Map(
  [...memberVariables, ...respondentVariables].map((variable) => [variable.name, variable]),
);

function labelled(name: string, mapping: Mapping | undefined): VariableInfo {
  const variable = mapping && variables.get(mapping.variable);
  const labels = codeLists[variable?.codes ?? '']?.codes ?? [];
  const valueLabels = Object.entries(mapping?.codes ?? {}).map(
    ([raw, code]) => [raw, labels.find((entry) => entry.code === code)?.label.zh ?? code] as const,
  );
  return {
    name,
    label: variable?.label.zh ?? '',
    type: 'number',
    storage: 'double',
    format: '',
    measure: 'unknown',
    valueLabels: new Map(mapping?.read === 'code' ? valueLabels : []),
    userMissing: { values: [] },
  };
}

const rawOf = (mapping: Mapping): readonly string[] =>
  [mapping.raw, mapping.times, mapping.plus].filter((raw) => raw !== undefined);

function shown(
  { raw, codebook }: KnownWave,
  dress: Dress,
): { table: Table; original: ReadonlyMap<string, string> } {
  const names = disguised([...raw.columns.keys()], dress, codebook);
  const columns = new Map([...raw.columns].map(([name, column]) => [names.get(name) as string, column]));
  const original = new Map([...names].map(([name, seen]) => [seen, name]));
  if (dress === 'names') return { table: { ...raw, columns, variables: new Map() }, original };
  const mappings = [
    ...codebook.respondent,
    ...codebook.member.map((m) => ({ ...m, raw: m.raw.replace('{n}', '1') })),
  ];
  const infos = [...names].map(
    ([name, seen]) =>
      [
        seen,
        labelled(
          seen,
          mappings.find((m) => m.raw === name),
        ),
      ] as const,
  );
  return { table: { ...raw, columns, variables: new Map(infos) }, original };
}

/** Proposes the codebook of a wave from all others, and holds it against the true one. */
export function leaveOut(
  wave: KnownWave,
  dress: Dress,
  references: (without: KnownWave) => ReferenceValues,
): Tally {
  const { codebook } = wave;
  const { table, original } = shown(wave, dress);
  const proposal = proposeCodebook(table, {
    instrument: 'monitoring',
    wave: codebook.wave,
    codebooks: Object.values(codebooks).filter((other) => other !== codebook),
    references: references(wave),
  });
  const truth = [...codebook.respondent, ...(codebook.parts ?? [])].filter(({ raw }) =>
    wave.raw.columns.has(raw),
  );
  const own = proposal.chosen.filter(({ section }) => section === 'respondent');
  const isRight = (chosen: (typeof own)[number]): boolean =>
    truth.some(
      (mapping) =>
        mapping.variable === chosen.variable.name &&
        rawOf(mapping).includes(original.get(chosen.raw) ?? '') &&
        [...(chosen.codes?.codes ?? [])].every(([raw, code]) => {
          const known = mapping.codes?.[raw.replace(/\.0+$/, '')] ?? mapping.texts?.[raw];
          return known === undefined || known === code;
        }),
    );
  const of = (certainty: string) => own.filter((chosen) => chosen.certainty === certainty);
  const found = new Set(own.filter(isRight).map(({ variable }) => variable.name));
  return {
    wave: codebook.wave,
    dress,
    columns: truth.length,
    highRight: of('high').filter(isRight).length,
    highWrong: of('high')
      .filter((chosen) => !isRight(chosen))
      .map(({ raw, variable }) => `${original.get(raw) ?? raw} as ${variable.name}`),
    mediumRight: of('medium').filter(isRight).length,
    mediumWrong: of('medium').filter((chosen) => !isRight(chosen)).length,
    nothing: truth.filter(({ variable }) => !found.has(variable)).length,
  };
}

/** The study on all known waves: each is left out in turn, in both dresses. */
export function leaveOneWaveOut(waves: readonly KnownWave[]): Tally[] {
  const spreads = new Map(waves.map((wave) => [wave, referenceValues([wave])]));
  const references = (without: KnownWave): ReferenceValues => {
    const merged = new Map<string, ReturnType<ReferenceValues['get']> & object>();
    for (const [wave, values] of spreads)
      if (wave !== without)
        for (const [name, list] of values) merged.set(name, [...(merged.get(name) ?? []), ...list]);
    return merged;
  };
  return waves.flatMap((wave) =>
    (['names', 'labels'] as const).map((dress) => leaveOut(wave, dress, references)),
  );
}

/** The study as a page. */
export function formatTallies(tallies: readonly Tally[]): string {
  const dresses = { names: 'names of the layout, no labels', labels: 'every name replaced, labels' };
  return [
    '# Drafts of codebooks, one wave left out',
    '',
    'Each known wave from 2011 to 2018, as the synthetic population fills it, is taken for a file of an unknown layout: its codebook is left out, and one is proposed from those of all other waves.',
    'Right is the variable on its true column, with no code taken for another. Invented names (`x_…`) are replaced by ones that say nothing.',
    'Written by `npm run study:drafts -w @wavebook/harmonise`.',
    '',
    '| wave | shown with | columns | high, right | high, wrong | medium, right | medium, wrong | not found |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...tallies.map(
      (t) =>
        `| ${t.wave} | ${dresses[t.dress]} | ${t.columns} | ${t.highRight} | ${t.highWrong.length} | ${t.mediumRight} | ${t.mediumWrong} | ${t.nothing} |`,
    ),
    '',
  ].join('\n');
}
