import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Snapshot } from '@wavebook/schema';
import { hashFile } from '@wavebook/stage';
import { DataError, type OpenedTable, openTable, pathInside, type ReadTableOptions } from '@wavebook/tables';

/** Opens a file of a wave and makes sure that it is the one that the snapshot recorded. A broken file is reported with its place. */
async function openListed(
  root: string,
  folder: string,
  snapshot: Snapshot,
  name: string,
): Promise<OpenedTable> {
  const shown = relative(root, join(folder, name));
  const recorded = snapshot.files.find((file) => file.name === name);
  if (!recorded) throw new DataError(`${shown}: not listed in snapshot.json`);
  if (!existsSync(join(folder, name)))
    throw new DataError(`${shown}: listed in snapshot.json, but not there`);
  const path = await pathInside(folder, name, relative(root, folder));
  const hash = await hashFile(path);
  const opened = await shownBy(path, shown, () => openTable(path, howToRead(snapshot, name)));
  if (hash !== recorded.sha256) {
    const { size } = await stat(path);
    throw new DataError(
      `${shown}: is not the file that snapshot.json recorded (${size} bytes, sha256 ${hash.slice(0, 12)}…; recorded ${recorded.bytes} bytes, ${recorded.sha256.slice(0, 12)}…); if the new file is meant, run wavebook new-wave ${JSON.stringify(shown)} --instrument ${snapshot.instrument} --wave ${snapshot.wave} --replace`,
    );
  }
  return { ...opened, table: (columns) => shownBy(path, shown, () => opened.table(columns)) };
}

/** The settings of the snapshot are those of the records, its first file. */
const howToRead = ({ files, encoding, sheet, member }: Snapshot, name: string): ReadTableOptions =>
  name === files[0]?.name
    ? {
        typed: false,
        ...(encoding === undefined ? {} : { encoding }),
        ...(sheet === undefined ? {} : { sheet }),
        ...(member === undefined ? {} : { member }),
      }
    : { typed: false };

async function shownBy<Result>(path: string, shown: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DataError) throw new DataError(error.message.replaceAll(path, shown));
    throw error;
  }
}

/** A file of a wave, its path as messages name it. */
export interface WaveFile {
  readonly name: string;
  readonly path: string;
  readonly opened: OpenedTable;
}

/**
 * The files of a wave, not yet read: its records, the second file of records where the snapshot lists one, and the lists that its settings
 * name. A file that is none of them is refused: nothing would be read from it.
 */
export async function openRaw(
  root: string,
  folder: string,
  snapshot: Snapshot,
): Promise<{ records: WaveFile; second: WaveFile | undefined; lists: WaveFile[] }> {
  const { design, sample_file: sampleFile, files } = snapshot;
  const listNames = new Set([design.side_file, sampleFile].flatMap((name) => name ?? []));
  const open = async (name: string): Promise<WaveFile> => ({
    name,
    path: relative(root, join(folder, name)),
    opened: await openListed(root, folder, snapshot, name),
  });
  const main = files[0]?.name ?? '';
  const [second, ...others] = files.slice(1).flatMap(({ name }) => (listNames.has(name) ? [] : [name]));
  if (others.length > 0)
    throw new DataError(
      `${relative(root, join(folder, 'snapshot.json'))}: files lists ${others.join(', ')}, which is neither the records (${main}), their second file (${second}), design.side_file nor sample_file; take it out or name it there`,
    );
  return {
    records: await open(main),
    second: second === undefined ? undefined : await open(second),
    lists: await Promise.all([...listNames].map(open)),
  };
}
