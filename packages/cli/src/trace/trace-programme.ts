import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trace } from '@wavebook/report';
import { type EstimateRow, Label, type ProgrammeFigure, type ProgrammeStatus } from '@wavebook/schema';
import { listedFile } from '@wavebook/stage';
import { readProgrammeFigures, readProgrammeStatuses } from '@wavebook/tables';
import { chainFrom } from './chain.ts';
import type { StageFolder } from './stage-folder.ts';
import { aboutOf, fileLink, type WaveName, wavesOf } from './traced-parts.ts';

const STATUS = 'status.csv';

/** What `data/programme` holds beside its estimates. */
export interface ProgrammeNumbers {
  readonly folder: StageFolder;
  readonly figures: readonly { readonly file: string; readonly rows: readonly ProgrammeFigure[] }[];
  readonly statuses: readonly ProgrammeStatus[];
  /** Names of its charts. */
  readonly charts: readonly string[];
}

/** Reads the numbers of the programme that its manifest lists. */
export async function readProgramme(root: string, folder: StageFolder): Promise<ProgrammeNumbers> {
  const open = (name: string): Promise<string> => listedFile(join(root, folder.path), folder.manifest, name);
  const names = folder.manifest.files.map(({ path }) => path);
  const tables = names.filter((name) => /^[a-z-]+\.csv$/.test(name) && name !== 'estimates.csv');
  return {
    folder,
    figures: await Promise.all(
      tables
        .filter((name) => name !== STATUS)
        .map(async (file) => ({ file, rows: await readProgrammeFigures(await open(file)) })),
    ),
    statuses: tables.includes(STATUS) ? await readProgrammeStatuses(await open(STATUS)) : [],
    charts: names.flatMap((name) => /^charts\/(.+)\.en\.vl\.json$/.exec(name)?.[1] ?? []),
  };
}

const waveNames = ({ waves }: ProgrammeFigure): WaveName[] =>
  waves.split(' ').map((name) => {
    const [instrument, wave] = name.split('/') as [string, string];
    return { instrument, wave };
  });

/** The trace of a change, a gap, a difference of types, a cost, a number of heads or of sampled units; undefined if none has this id. */
export async function traceFigure(
  root: string,
  { folder, figures }: ProgrammeNumbers,
  id: string,
): Promise<Trace | undefined> {
  for (const { file, rows } of figures) {
    const row = rows.find((own) => own.id === id);
    if (!row) continue;
    const names = waveNames(row);
    return {
      ...{ id, programme: row, rows: [], waves: await wavesOf(root, names) },
      ...(await aboutOf(row.indicator || (id.split('.')[0] as string))),
      chain: [
        await fileLink(root, folder, 'estimates', file),
        ...(await chainFrom(root, folder.path, names)),
      ],
    };
  }
  return undefined;
}

/** The trace of a status: the rule with its numbers, the line of the target, and the estimate that it rests on. */
export async function traceStatus(
  root: string,
  { folder, statuses }: ProgrammeNumbers,
  id: string,
  estimates: readonly EstimateRow[],
): Promise<Trace | undefined> {
  const status = statuses.find((row) => row.id === id);
  if (!status) return undefined;
  const rows = estimates.filter((row) => row.id === status.estimate);
  return {
    ...{ id, status, rows, waves: await wavesOf(root, rows) },
    ...(await aboutOf(status.measured_by)),
    chain: [await fileLink(root, folder, 'estimates', STATUS), ...(await chainFrom(root, folder.path, rows))],
  };
}

/** The trace of a chart of the programme's pages. */
export async function traceProgrammeChart(
  root: string,
  { folder, figures }: ProgrammeNumbers,
  name: string,
  estimates: readonly EstimateRow[],
): Promise<Trace> {
  const path = await listedFile(join(root, folder.path), folder.manifest, `charts/${name}.en.vl.json`);
  const { usermeta } = JSON.parse(await readFile(path, 'utf8')) as {
    usermeta: { headline: unknown; estimates: string[] };
  };
  const ids = new Set(usermeta.estimates);
  const rows = estimates.filter(({ id }) => ids.has(id));
  const programmeRows = figures.flatMap((own) => own.rows.filter(({ id }) => ids.has(id)));
  const names: WaveName[] = [...rows, ...programmeRows.flatMap(waveNames)];
  const files = folder.manifest.files.filter((file) => file.path.startsWith(`charts/${name}.`));
  return {
    ...{ id: name, rows, programmeRows, waves: await wavesOf(root, names) },
    figure: {
      ...{ name, topic: 'programme', headline: Label.parse(usermeta.headline) },
      estimates: usermeta.estimates,
    },
    chain: [
      ...(await Promise.all(files.map((file) => fileLink(root, folder, 'chart', file.path)))),
      ...(await chainFrom(root, folder.path, names)),
    ],
  };
}
