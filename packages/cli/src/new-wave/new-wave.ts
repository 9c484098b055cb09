import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { checkDesign, checkSample, OWN_CODEBOOK, readText, recordsOf } from '@wavebook/harmonise';
import { isUsableOnRealFile, Snapshot } from '@wavebook/schema';
import { DataError, type ReadTable, readTable } from '@wavebook/tables';
import { UsageError } from '../usage-error.ts';
import { type Draft, draftCodebook } from './draft.ts';
import { newSnapshot, readAgain, realControls } from './new-snapshot.ts';
import { describeDraft, describeFile, describeKnown } from './report.ts';
import { filesOf, type NewWaveRequest } from './request.ts';
import { takeLayout } from './take-layout.ts';
import { buildWaveFolder, type CopiedFile, recoverWave } from './wave-folder.ts';

const SNAPSHOT = 'snapshot.json';
const ownFiles: readonly string[] = [SNAPSHOT, OWN_CODEBOOK, 'corrections.csv'];

async function checkPlace(root: string, folder: string, request: NewWaveRequest): Promise<void> {
  const { file, instrument, wave, replace } = request;
  const shown = relative(root, folder);
  const call = `wavebook new-wave ${JSON.stringify(file)} --instrument ${instrument} --wave ${wave}`;
  if (existsSync(folder) && !replace)
    throw new UsageError(
      `${shown} is there already; to put this file in the place of its file: ${call} --replace`,
    );
  if (!existsSync(folder) && replace)
    throw new UsageError(`--replace: there is no ${shown} yet; leave it out: ${call}`);
  for (const own of filesOf(request)) {
    if (ownFiles.includes(basename(own)) || (basename(own) === 'design.csv' && own !== request.design))
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
    return Snapshot.parse(JSON.parse(await readText(path, relative(root, path))));
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(
      `${relative(root, path)}: not a snapshot; put it right or remove it, then replace again`,
    );
  }
}

/** Names of the files of a wave that new ones take the place of: its records, and each file beside them if another comes. */
function leavingFiles(before: Snapshot | undefined, request: NewWaveRequest): Set<string> {
  if (!before) return new Set();
  const lists = new Set([before.design.side_file, before.sample_file]);
  const [main, ...others] = before.files.map(({ name }) => name);
  const newList = request.sample !== undefined || request.design !== undefined;
  return new Set([
    main ?? '',
    ...others.filter((name) => (lists.has(name) ? newList : request.second !== undefined)),
  ]);
}

/** The snapshot of a wave whose file is replaced: what a person may have put right stays. */
function replaced(
  before: Snapshot,
  fresh: Snapshot,
  again: ReturnType<typeof readAgain>,
  leaving: ReadonlySet<string>,
): Snapshot {
  const { encoding: _, sheet: __, member: ___, ...kept } = before;
  const { side_file: list, name, strata, psu } = fresh.design;
  const { sample_file: ____, ...withoutSample } = kept;
  return {
    ...(list === undefined ? kept : withoutSample),
    ...again,
    codebook: fresh.codebook,
    files: [...fresh.files, ...before.files.filter((file) => !leaving.has(file.name))],
    ...(list === undefined ? {} : { design: { ...before.design, name, strata, psu, side_file: list } }),
    ...(fresh.sample_file === undefined ? {} : { sample_file: fresh.sample_file }),
  };
}

/** Reads the list of sampled units or of the design, and makes sure that it can be used. */
async function readList({ instrument, sample, design }: NewWaveRequest): Promise<ReadTable | undefined> {
  const path = sample ?? design;
  if (path === undefined) return undefined;
  const read = await readTable(path, { typed: false });
  const { key } = recordsOf(instrument);
  if (sample === undefined) await checkDesign({ path, ...read }, key);
  else await checkSample({ path, ...read }, key);
  return read;
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
  const list = await readList(request);
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
    ...(request.sample === undefined ? {} : { sample: basename(request.sample) }),
    ...(request.design === undefined ? {} : { sideFile: basename(request.design) }),
  } as const;
  const sources = await Promise.all(filesOf(request).map((path) => realpath(path)));
  const leaving = leavingFiles(before, request);
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
  return describe(root, folder, {
    hasSample: request.sample !== undefined || before?.sample_file !== undefined,
    files: [read, second, list],
    request,
    known,
    draft,
    warnings,
    taken,
  });
}

function describe(
  root: string,
  folder: string,
  {
    files,
    hasSample,
    request,
    known,
    draft,
    warnings,
    taken,
  }: {
    hasSample: boolean;
    files: readonly [records: ReadTable, ...beside: (ReadTable | undefined)[]];
    request: NewWaveRequest;
    known: ReturnType<typeof takeLayout>['known'];
    draft: Draft | undefined;
    warnings: readonly string[];
    taken: readonly CopiedFile[];
  },
): string[] {
  const shown = relative(root, folder);
  return [
    ...files
      .filter((one) => one !== undefined)
      .flatMap((one, i) => (taken[i] ? describeFile(shown, one, taken[i]) : [])),
    ...warnings.map((warning) => `note: ${warning}`),
    ...(known ? describeKnown(known, files[0], request) : []),
    ...(draft ? describeDraft(shown, draft) : []),
    ...(known || draft
      ? []
      : [`${join(shown, OWN_CODEBOOK)} stays as it is; wavebook run holds it against the new file`]),
    ...(hasSample || request.instrument.startsWith('monitoring')
      ? []
      : [
          'note: no list of sampled units; the pages of the programme and weights after non-response need one: add --sample FILE (wavebook new-wave --help says what it holds)',
        ]),
  ];
}
