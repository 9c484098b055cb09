import { basename, join } from 'node:path';
import { type DraftEntry, neededVariables } from '@wavebook/harmonise/draft';
import { type Codebook, isUsableOnRealFile } from '@wavebook/schema';
import { type FileInfo, formNotes, type ReadTable } from '@wavebook/tables';
import { printable } from '../display-width.ts';
import type { Draft } from './draft.ts';
import type { NewWaveRequest } from './request.ts';
import { suspectedCodes } from './suspected-codes.ts';

const count = (value: number): string => value.toLocaleString('en-US');
const SHOWN = 20;

const listed = (lines: readonly string[]): string[] => [
  ...lines.slice(0, SHOWN).map((line) => `  ${printable(line)}`),
  ...(lines.length > SHOWN ? [`  … and ${lines.length - SHOWN} more, in the file`] : []),
];

/** A file's format in words. */
const formatOf = ({ format, version, encoding, container }: FileInfo): string =>
  [
    container ? `${container.kind}, ` : '',
    format,
    version === undefined ? '' : ` ${version}`,
    encoding ? `, ${encoding.name} (${encoding.from})` : '',
  ].join('');

export function describeFile(
  shown: string,
  { info, table }: Pick<ReadTable, 'info' | 'table'>,
  { sha256 }: { sha256: string },
): string[] {
  const forms = formNotes(table).map((note) => `note: ${note}`);
  return [
    `${shown}: ${printable(basename(info.path))}, ${count(info.rows)} rows, ${count(info.variables.length)} columns, ${formatOf(info)}, sha256 ${sha256.slice(0, 12)}…`,
    ...info.notes.map((note) => `note: ${printable(note)}`),
    ...forms.slice(0, SHOWN).map(printable),
    ...(forms.length > SHOWN ? [`note: … and ${forms.length - SHOWN} more columns like these`] : []),
  ];
}

export function describeKnown(
  known: Codebook,
  { info, table }: ReadTable,
  { file, instrument, wave }: NewWaveRequest,
): string[] {
  const usable = new Set(known.respondent.filter(isUsableOnRealFile).map(({ variable }) => variable));
  const without = [...new Set(known.respondent.map(({ variable }) => variable))].filter(
    (name) => !usable.has(name),
  );
  const names = new Set(
    [...known.respondent, ...known.member]
      .filter(isUsableOnRealFile)
      .flatMap(({ raw, times, plus }) => [raw, times, plus]),
  );
  const templates = [...names].flatMap((name) => (name?.includes('{n}') ? [name.split('{n}')] : []));
  const isRead = (name: string): boolean =>
    names.has(name) ||
    templates.some(
      ([before = '', after = '']) =>
        name.startsWith(before) &&
        name.endsWith(after) &&
        /^\d+$/.test(name.slice(before.length, name.length - after.length)),
    );
  const suspected = suspectedCodes(known, table);
  const unread = info.variables.filter(({ name }) => !isRead(name.trim()));
  return [
    `layout: ${known.name}, a known one; its codebook is used`,
    ...(without.length > 0
      ? [
          `unmapped: ${without.length} variables stand in columns whose names no source gives: ${without.join(', ')}`,
          `  ${unread.length} columns of the file are not read; to have them proposed in a codebook of your own: wavebook new-wave ${JSON.stringify(file)} --instrument ${instrument} --wave ${wave} --replace --draft`,
        ]
      : []),
    ...(suspected.length > 0
      ? [
          `numbers that may stand for no answer, read as numbers (${suspected.length}):`,
          ...listed(suspected),
          `  where they do, map them under missing in a codebook of your own: wavebook new-wave ${JSON.stringify(file)} --instrument ${instrument} --wave ${wave} --replace --draft`,
        ]
      : []),
    'next: read snapshot.json (title, field dates, design), then npm run whitebook',
  ];
}

/** The line of a draft in which an entry asks what is to decide. */
function lineOf(text: string, { raw, variable }: DraftEntry): number {
  const lines = text.split('\n');
  const start = lines.findIndex(
    (line, i) =>
      line === `  - raw: ${JSON.stringify(raw)}` &&
      lines.slice(i + 1, i + 3).includes(`    variable: ${variable}`),
  );
  return lines.findIndex((line, i) => i > start && line.startsWith('    decide: ')) + 1;
}

/** What no estimate can be made without, where the draft found no column for it. */
function describeNeeded({ instrument, unmapped }: Draft['proposal']): string[] {
  const absent = neededVariables(instrument).filter((name) => unmapped.includes(name));
  if (absent.length === 0) return [];
  return [
    `needed, and found in no column: ${absent.join(', ')}; nothing can be estimated without ${absent.length === 1 ? 'it' : 'them'}, so map a column by hand under respondent`,
  ];
}

const shownVariables = 24;

function describeUnmapped(unmapped: readonly string[]): string {
  const more = unmapped.length - shownVariables;
  return `unmapped: ${unmapped.length} variables have no column: ${unmapped.slice(0, shownVariables).join(', ')}${more > 0 ? `, … and ${more} more, in the file` : ''}`;
}

export function describeDraft(shown: string, draft: Draft): string[] {
  const { proposal, entries, text } = draft;
  const { nearest, nearestByName, leftOut, unmapped } = proposal;
  const open = entries.filter(({ decide }) => decide !== undefined);
  const changed = entries.filter(({ changes }) => changes.length > 0);
  const high = entries.filter(({ certainty }) => certainty === 'high').length;
  const facts = text
    .split('\n')
    .flatMap((line, i) =>
      /^ {2}decide: /.test(line) ? [`line ${i + 1}: ${JSON.parse(line.slice('  decide: '.length))}`] : [],
    );
  return [
    nearest
      ? `layout: none of the known ones; nearest ${nearest.name} (${nearestByName >= 0.05 ? `${Math.round(nearestByName * 100)} % of its column names` : 'by its answers'})`
      : 'layout: no known one is near',
    `${join(shown, 'codebook.yaml')}: ${entries.length} mappings drafted, ${high} with high confidence; ${leftOut.length} columns left out`,
    open.length + facts.length === 0
      ? 'to decide: nothing is marked; look the mappings over all the same'
      : `to decide (${open.length + facts.length}), marked "decide:" there:`,
    ...listed([...facts, ...open.map((entry) => `line ${lineOf(text, entry)}: ${entry.decide ?? ''}`)]),
    ...(changed.length > 0
      ? [
          `changed meaning against ${nearest?.name} (${changed.length}):`,
          ...listed(
            changed.map(({ raw, variable, changes }) => `${raw} (${variable}): ${changes.join('; ')}`),
          ),
        ]
      : []),
    ...describeNeeded(proposal),
    describeUnmapped(unmapped),
    'next: decide, read snapshot.json (title, field dates, design), then npm run whitebook',
  ];
}
