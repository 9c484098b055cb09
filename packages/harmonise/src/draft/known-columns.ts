import type { Codebook, Mapping } from '@wavebook/schema';

/** A column of a known layout under a name that some source gives, or that a person gave. */
export interface KnownColumn {
  readonly codebook: Codebook;
  readonly section: 'respondent' | 'member';
  readonly mapping: Mapping;
}

/** A name as it stays the same however a program writes it: without case, underscores and blanks. */
export const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_.-]/g, '');

/** What the known layouts say of columns and variables; invented names are left out. */
export interface KnownColumns {
  readonly codebooks: readonly Codebook[];
  /** By name to the letter, of rosters with `{n}`. */
  readonly byName: ReadonlyMap<string, readonly KnownColumn[]>;
  readonly byPlainName: ReadonlyMap<string, readonly KnownColumn[]>;
  /** All mappings of a variable, invented names too: their codes are those of the questionnaire. */
  readonly byVariable: ReadonlyMap<string, readonly KnownColumn[]>;
}

const push = (map: Map<string, KnownColumn[]>, key: string, column: KnownColumn): void => {
  const list = map.get(key);
  if (list) list.push(column);
  else map.set(key, [column]);
};

export function knownColumns(codebooks: readonly Codebook[]): KnownColumns {
  const [byName, byPlainName, byVariable] = [0, 1, 2].map(() => new Map<string, KnownColumn[]>()) as [
    Map<string, KnownColumn[]>,
    Map<string, KnownColumn[]>,
    Map<string, KnownColumn[]>,
  ];
  for (const codebook of codebooks)
    for (const section of ['respondent', 'member'] as const)
      for (const mapping of [
        ...codebook[section],
        ...(section === 'respondent' ? (codebook.parts ?? []) : []),
      ]) {
        const column = { codebook, section, mapping };
        push(byVariable, mapping.variable, column);
        if (mapping.confidence === 'placeholder') continue;
        push(byName, mapping.raw, column);
        push(byPlainName, plainName(mapping.raw), column);
      }
  return { codebooks, byName, byPlainName, byVariable };
}
