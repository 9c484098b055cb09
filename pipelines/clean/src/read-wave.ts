import { mappedColumns, recordsOf, waveCodebook } from '@wavebook/harmonise';
import type { AuditEntry, Codebook, Mapping, Snapshot } from '@wavebook/schema';
import type { Places, Table } from '@wavebook/tables';
import { correctFiles } from './corrections/correct-files.ts';
import type { CorrectableFile } from './corrections/correctable-file.ts';
import { openRaw, type WaveFile } from './read-raw.ts';

/** A file of a wave, read and corrected: how messages name it and its rows, and the column of the identifier. */
interface ReadFile {
  readonly path: string;
  readonly table: Table;
  readonly key: string;
  readonly places: () => Promise<Places>;
}

/** A wave read from its folder: the codebook that it is read by, and its files with their corrections. */
export interface ReadWave {
  readonly codebook: Codebook;
  /** All columns of the records. */
  readonly columns: readonly string[];
  readonly records: ReadFile;
  readonly second: ReadFile | undefined;
  readonly sample: ReadFile | undefined;
  readonly design: ReadFile | undefined;
  readonly corrections: readonly AuditEntry[];
}

const columnsOf = ({ opened }: WaveFile): string[] => opened.info.variables.map(({ name }) => name);

const idColumnOf = (mappings: readonly Mapping[], key: string): string =>
  mappings.find(({ variable }) => variable === key)?.raw ?? key;

/** Reads the files of a wave, each once, and corrects them by `corrections.csv`. */
export async function readWave(
  { root, folder }: { readonly root: string; readonly folder: string },
  snapshot: Snapshot,
): Promise<ReadWave> {
  const { key } = recordsOf(snapshot.instrument);
  const { records, second, lists } = await openRaw(root, folder, snapshot);
  const columns = columnsOf(records);
  const codebook = await waveCodebook(
    { root, folder, snapshot },
    records.path,
    columns,
    second && columnsOf(second),
  );
  const { respondent, member } = codebook;
  const correctable = async (
    file: WaveFile,
    mappings: readonly Mapping[],
    wanted?: readonly string[],
  ): Promise<CorrectableFile> => ({
    name: file.name,
    table: await file.opened.table(wanted),
    columns: columnsOf(file),
    mappings,
    key: idColumnOf(mappings, key),
    isList: lists.includes(file),
  });
  const all = [
    { file: records, read: await correctable(records, respondent, mappedColumns(codebook)) },
    ...(second ? [{ file: second, read: await correctable(second, member) }] : []),
  ];
  for (const file of lists) all.push({ file, read: await correctable(file, []) });
  const { tables, audit } = await correctFiles(
    { root, folder },
    all.map(({ read }) => read),
  );
  const named = (name: string | undefined): ReadFile | undefined => {
    const found = all.find(({ file }) => file.name === name);
    const table = tables.get(name ?? '');
    if (!found || !table) return undefined;
    const { path, opened } = found.file;
    return { path, table, key: found.read.key, places: opened.places };
  };
  return {
    codebook,
    columns,
    records: named(records.name) as ReadFile,
    second: named(second?.name),
    sample: named(snapshot.sample_file),
    design: named(snapshot.design.side_file),
    corrections: audit,
  };
}
