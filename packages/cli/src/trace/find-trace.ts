import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChapterFile, type Trace } from '@wavebook/report';
import type { ComparisonRow, EstimateRow } from '@wavebook/schema';
import { listedFile } from '@wavebook/stage';
import { DataError, readComparisons, readEstimates } from '@wavebook/tables';
import { UsageError } from '../usage-error.ts';
import { chainFrom } from './chain.ts';
import { nearestIds } from './nearest-ids.ts';
import { foldersWith, type StageFolder } from './stage-folder.ts';
import { readProgramme, traceFigure, traceProgrammeChart, traceStatus } from './trace-programme.ts';
import { aboutOf, fileLink, wavesOf } from './traced-parts.ts';

interface Estimates extends StageFolder {
  readonly rows: readonly EstimateRow[];
}

interface Comparison {
  readonly folder: Estimates;
  readonly row: ComparisonRow;
}

interface Chart {
  readonly folder: StageFolder;
  readonly topic: string;
  readonly name: string;
  readonly headline: ChapterFile['charts'][number]['headline'];
}

const readAll = async (root: string): Promise<Estimates[]> => {
  const folders = await foldersWith(root, 'estimates.csv');
  if (folders.length === 0)
    throw new DataError('data: no estimates here yet; make them first: npm run whitebook');
  return Promise.all(
    folders.map(async (folder) => ({
      ...folder,
      rows: await readEstimates(await listedFile(join(root, folder.path), folder.manifest, 'estimates.csv')),
    })),
  );
};

const readAllComparisons = async (root: string, estimates: readonly Estimates[]): Promise<Comparison[]> => {
  const found = await Promise.all(
    estimates.map(async (folder) => {
      if (!folder.manifest.files.some(({ path }) => path === 'comparisons.csv')) return [];
      const path = await listedFile(join(root, folder.path), folder.manifest, 'comparisons.csv');
      return (await readComparisons(path)).map((row) => ({ folder, row }));
    }),
  );
  return found.flat();
};

const readCharts = async (root: string): Promise<Chart[]> => {
  const folders = await foldersWith(root, 'chapter.json');
  const charts = await Promise.all(
    folders.map(async (folder) => {
      const path = await listedFile(join(root, folder.path), folder.manifest, 'chapter.json');
      const { topic, charts } = ChapterFile.parse(JSON.parse(await readFile(path, 'utf8')));
      return charts.map(({ name, headline }) => ({ folder, topic, name, headline }));
    }),
  );
  return charts.flat();
};

/** The name of a chart without folder, language and ending: `charts/services/health-record-by-sex.zh.svg`. */
const chartNameIn = (id: string): string =>
  (id.split('/').at(-1) ?? id).replace(/(?:\.(?:zh|en))?(?:\.(?:svg|png|pdf|csv|vl\.json))?$/, '');

async function traceNumber(root: string, row: EstimateRow, folder: StageFolder): Promise<Trace> {
  const waves = await wavesOf(root, [row]);
  return {
    ...{ id: row.id, rows: [row], waves },
    ...(await aboutOf(row.indicator)),
    chain: [
      await fileLink(root, folder, 'estimates', 'estimates.csv'),
      ...(await chainFrom(root, folder.path, [row])),
    ],
  };
}

/** The estimates that a comparison compares: its indicator in both waves on the trend variant, or at both levels in one wave. */
const comparedRows = ({ folder, row }: Comparison): EstimateRow[] => {
  const isSide = (r: EstimateRow): boolean =>
    row.domain === 'wave'
      ? r.variant === 'trend' && r.domain === 'all' && [row.from, row.to].includes(r.wave)
      : r.variant === 'level' &&
        r.domain === row.domain &&
        r.wave === row.wave &&
        [row.from, row.to].includes(r.level);
  return folder.rows.filter(
    (r) =>
      r.indicator === row.indicator &&
      r.instrument === row.instrument &&
      r.weighting === 'weighted' &&
      isSide(r),
  );
};

async function traceComparison(root: string, comparison: Comparison): Promise<Trace> {
  const { folder, row } = comparison;
  const rows = comparedRows(comparison);
  return {
    ...{ id: row.id, comparison: row, rows, waves: await wavesOf(root, rows) },
    ...(await aboutOf(row.indicator)),
    chain: [
      await fileLink(root, folder, 'estimates', 'comparisons.csv'),
      ...(await chainFrom(root, folder.path, rows)),
    ],
  };
}

async function traceChart(root: string, chart: Chart, estimates: readonly Estimates[]): Promise<Trace> {
  const { folder, topic, name, headline } = chart;
  const spec = JSON.parse(
    await readFile(await listedFile(join(root, folder.path), folder.manifest, `${name}.en.vl.json`), 'utf8'),
  ) as { usermeta?: { indicator?: string; estimates?: string[] } };
  const meta = spec.usermeta ?? {};
  const byId = new Map(estimates.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
  const ids = meta.estimates ?? [];
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const first = rows[0];
  if (!first)
    throw new DataError(
      `${folder.path}/${name}.en.vl.json: none of its ${ids.length} estimates is in estimates.csv; run npm run whitebook`,
    );
  const source = estimates.find((e) => e.rows.includes(first)) as Estimates;
  const files = await Promise.all(
    folder.manifest.files
      .filter(({ path }) => path.startsWith(`${name}.`))
      .map(({ path }) => fileLink(root, folder, 'chart', path)),
  );
  return {
    ...{ id: name, figure: { name, topic, headline, estimates: ids }, rows },
    ...(await aboutOf(meta.indicator ?? first.indicator)),
    waves: await wavesOf(root, rows),
    chain: [
      ...files,
      ...(await chainFrom(root, folder.path, rows)),
      await fileLink(root, source, 'estimates', 'estimates.csv'),
    ],
  };
}

/**
 * Finds what an id names, a number of `estimates.csv`, a difference of `comparisons.csv`, a number or a status of the programme, or a chart,
 * and everything that leads from it to the raw file.
 *
 * @throws UsageError with the nearest ids if nothing has this name; DataError if there are no estimates, or a file differs from its manifest.
 */
export async function findTrace(root: string, id: string): Promise<Trace> {
  const estimates = await readAll(root);
  for (const folder of estimates) {
    const row = folder.rows.find((r) => r.id === id);
    if (row) return traceNumber(root, row, folder);
  }
  const comparisons = await readAllComparisons(root, estimates);
  const comparison = comparisons.find(({ row }) => row.id === id);
  if (comparison) return traceComparison(root, comparison);
  const rows = estimates.flatMap((folder) => folder.rows);
  const programmes = await Promise.all(
    (await foldersWith(root, 'status.csv')).map((folder) => readProgramme(root, folder)),
  );
  for (const programme of programmes) {
    const trace = (await traceFigure(root, programme, id)) ?? (await traceStatus(root, programme, id, rows));
    if (trace) return trace;
  }
  const charts = await readCharts(root);
  const named = chartNameIn(id);
  const chart =
    charts.find(({ topic, name }) => name === named && id.includes(`${topic}/`)) ??
    charts.find(({ name }) => name === named);
  if (chart) return traceChart(root, chart, estimates);
  const programme = programmes.find((own) => own.charts.includes(named));
  if (programme) return traceProgrammeChart(root, programme, named, rows);
  const ids = [
    ...charts.map(({ name }) => name),
    ...comparisons.map(({ row }) => row.id),
    ...rows.map((row) => row.id),
    ...programmes.flatMap(({ figures, statuses, charts: names }) => [
      ...names,
      ...statuses.map((row) => row.id),
      ...figures.flatMap((file) => file.rows.map((row) => row.id)),
    ]),
  ];
  const near = nearestIds(id, ids).map((name) => `\n  ${name}`);
  throw new UsageError(
    `no number and no chart is called "${id}"; ${near.length > 0 ? `the nearest ids:${near.join('')}` : 'ids stand in data-id of the page and at the right of each sheet of tables.xlsx'}`,
  );
}
