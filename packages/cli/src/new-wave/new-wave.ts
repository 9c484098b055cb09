import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { OWN_CODEBOOK } from '@wavebook/harmonise';
import { isUsableOnRealFile, Snapshot } from '@wavebook/schema';
import { DataError, type ReadTable, readTable } from '@wavebook/tables';
import { UsageError } from '../usage-error.ts';
import { type Draft, draftCodebook } from './draft.ts';
import { newSnapshot, readAgain, realControls } from './new-snapshot.ts';
import { describeDraft, describeFile, describeKnown } from './report.ts';
import type { NewWaveRequest } from './request.ts';
import { takeLayout } from './take-layout.ts';
import { buildWaveFolder, type CopiedFile, recoverWave } from './wave-folder.ts';

const SNAPSHOT = 'snapshot.json';
const ownFiles: readonly string[] = [SNAPSHOT, OWN_CODEBOOK, 'corrections.csv', 'design.csv'];

async function checkPlace(
  root: string,
  folder: string,
  { file, second, instrument, wave, replace }: NewWaveRequest,
): Promise<void> {
  const shown = relative(root, folder);
  const call = `wavebook new-wave ${JSON.stringify(file)} --instrument ${instrument} --wave ${wave}`;
  if (existsSync(folder) && !replace)
    throw new UsageError(
      `${shown} is there already; to put this file in the place of its file: ${call} --replace`,
    );
  if (!existsSync(folder) && replace)
    throw new UsageError(`--replace: there is no ${shown} yet; leave it out: ${call}`);
  for (const own of second === undefined ? [file] : [file, second]) {
    if (ownFiles.includes(basename(own)))
      throw new UsageError(
        `"${basename(own)}" is a name that wavebook keeps for its own file in a wave folder; rename the data file`,
      );
    const there = await stat(own).catch(() => undefined);
    if (there?.isDirectory()) throw new DataError(`${own}: expected a file, got a folder`);
  }
}

async function presentSnapshot(root: string, folder: string): Promise<Snapshot | undefined> {
  const path = join(folder, SNAPSHOT);
  if (!existsSync(path)) return undefined;
  try {
    return Snapshot.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new DataError(
      `${relative(root, path)}: not a snapshot; put it right or remove it, then replace again`,
    );
  }
}

/** Names of the files of a wave that new ones take the place of: its records, and its second file if another comes. */
function leavingFiles(before: Snapshot | undefined, hasSecond: boolean): Set<string> {
  if (!before) return new Set();
  const kept = new Set([before.design.side_file, before.sample_file]);
  const [main, ...others] = before.files.map(({ name }) => name);
  return new Set([main ?? '', ...(hasSecond ? others.filter((name) => !kept.has(name)) : [])]);
}

/** The snapshot of a wave whose file is replaced: what a person may have put right stays. */
function replaced(
  before: Snapshot,
  fresh: Snapshot,
  again: ReturnType<typeof readAgain>,
  leaving: ReadonlySet<string>,
): Snapshot {
  const { encoding: _, sheet: __, member: ___, ...kept } = before;
  return {
    ...kept,
    ...again,
    codebook: fresh.codebook,
    files: [...fresh.files, ...before.files.filter(({ name }) => !leaving.has(name))],
  };
}

/**
 * Takes the file of a wave in: copies it into its folder under `data/raw`, with a snapshot and, if no known codebook serves, a draft of one.
 *
 * @returns what to say to the user, line by line.
 * @throws UsageError for a wave that is there (or, with `replace`, is not); DataError for a file that cannot be read, is of another wave, or a
 *   disk that refuses. Nothing is changed then.
 */
export async function newWave(root: string, request: NewWaveRequest): Promise<string[]> {
  const { instrument, wave, file } = request;
  const folder = join(root, 'data', 'raw', instrument, wave);
  await recoverWave(root, folder);
  await checkPlace(root, folder, request);
  const { encoding, sheet, member } = request;
  const read = await readTable(file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(member === undefined ? {} : { member }),
  });
  const second = request.second === undefined ? undefined : await readTable(request.second);
  const { known, warnings } = takeLayout(request, read);
  const before = request.replace ? await presentSnapshot(root, folder) : undefined;
  const keepsCodebook = !request.draft && !known && existsSync(join(folder, OWN_CODEBOOK));
  const draft = known || keepsCodebook ? undefined : await draftCodebook(root, request, read, second);
  const mapped = new Set(
    known
      ? known.respondent.filter(isUsableOnRealFile).map(({ variable }) => variable)
      : draft?.entries.map(({ variable }) => variable),
  );
  const facts = {
    instrument,
    wave,
    codebook: known?.name ?? `${instrument}-${wave}`,
    interview: request.interview ??
      known?.interview ??
      draft?.interview ?? { year: Number(wave.slice(0, 4)), month: 5 },
    ages: request.ages ?? known?.age_window ?? draft?.ages ?? [15, null],
    mapped,
    info: read.info,
    controls: await realControls(root, instrument, wave),
  } as const;
  const sources = [
    await realpath(file),
    ...(request.second === undefined ? [] : [await realpath(request.second)]),
  ];
  const leaving = leavingFiles(before, request.second !== undefined);
  let taken: readonly CopiedFile[] = [];
  await buildWaveFolder(root, folder, {
    files: sources,
    stays: (name) => !leaving.has(name) && !(known && name === OWN_CODEBOOK),
    texts: (copies) => {
      taken = copies;
      const fresh = newSnapshot(facts, [...copies]);
      const snapshot: Snapshot = before ? replaced(before, fresh, readAgain(read.info), leaving) : fresh;
      return {
        [SNAPSHOT]: `${JSON.stringify(snapshot, null, 2)}\n`,
        ...(draft ? { [OWN_CODEBOOK]: draft.text } : {}),
      };
    },
  });
  return describe(root, folder, { read, second, request, known, draft, warnings, taken });
}

function describe(
  root: string,
  folder: string,
  {
    read,
    second,
    request,
    known,
    draft,
    warnings,
    taken,
  }: {
    read: ReadTable;
    second: ReadTable | undefined;
    request: NewWaveRequest;
    known: ReturnType<typeof takeLayout>['known'];
    draft: Draft | undefined;
    warnings: readonly string[];
    taken: readonly CopiedFile[];
  },
): string[] {
  const shown = relative(root, folder);
  return [
    ...[read, second].flatMap((one, i) => (one && taken[i] ? describeFile(shown, one.info, taken[i]) : [])),
    ...warnings.map((warning) => `note: ${warning}`),
    ...(known ? describeKnown(known, read, request) : []),
    ...(draft ? describeDraft(shown, draft) : []),
    ...(known || draft
      ? []
      : [`${join(shown, OWN_CODEBOOK)} stays as it is; wavebook run holds it against the new file`]),
  ];
}
