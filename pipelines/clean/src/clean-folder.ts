import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDesign, checkSample, recordsOf, type VariableForm } from '@wavebook/harmonise';
import {
  AuditEntry,
  ClusterRow,
  type DataQuality,
  Issue,
  type ManifestWave,
  type PublishedValue,
} from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { DataError, formatArrow, formatCsv, readPublished, type Table, textOf } from '@wavebook/tables';
import { checkRows } from './check-rows.ts';
import { checkRejects, cleanWave } from './clean-wave.ts';
import { readSnapshot } from './find-waves.ts';
import { formLines } from './form-lines.ts';
import { describeQuality } from './quality/describe-quality.ts';
import { readWave } from './read-wave.ts';
import { cleanSideRecords } from './side-records.ts';

export interface CleanJob {
  readonly root: string;
  /** Folder of the raw wave. */
  readonly folder: string;
  /** Folder of the stage under construction. */
  readonly output: string;
  /** Where the issues of a wave that fails are left for the researcher. */
  readonly failed: string;
}

export interface CleanSummary {
  readonly wave: ManifestWave;
  readonly removed: Record<string, number>;
  readonly quality: DataQuality;
  readonly forms: readonly VariableForm[];
  readonly seconds: number;
}

const publishedIn = async (root: string): Promise<PublishedValue[]> => {
  const folder = join(root, 'data', 'published');
  return existsSync(folder) ? readPublished(folder) : [];
};

/** The identifiers of all units of a raw file. */
function unitsIn(records: Table, idColumn: string): Set<string> {
  const { codes, levels } = textOf(records, idColumn);
  return new Set(Array.from(codes, (code) => (levels[code] ?? '').trim()));
}

/** Cleans one raw wave folder into `<output>/<instrument>/<wave>/`. The unit of work of a worker. */
export async function run(job: CleanJob): Promise<CleanSummary> {
  const started = performance.now();
  const snapshot = await readSnapshot(job.root, job.folder);
  const { instrument, wave, synthetic } = snapshot;
  const { key } = recordsOf(instrument);
  const { codebook, columns, records, second, sample, design, corrections } = await readWave(job, snapshot);
  checkRows(records.path, records.table.rows, codebook);
  if (sample) await checkSample(sample, key, records);
  if (design && design.path !== sample?.path) await checkDesign(design, key);
  const clean = cleanWave(records.table, codebook, { synthetic, instrument, wave, design: design?.table });
  const side =
    second &&
    cleanSideRecords(second.table, codebook, {
      file: second.path,
      instrument,
      wave,
      units: clean.respondents,
      known: unitsIn(records.table, records.key),
    });
  const forms = [...clean.forms, ...(side?.forms ?? [])];
  const allIssues = [...clean.issues, ...(side?.log.issues ?? [])];
  const issuesCsv = formatCsv(Object.keys(Issue.shape) as (keyof Issue)[], allIssues);
  try {
    checkRejects(records.path, clean.rowsIn, clean.issues);
    if (second && side) checkRejects(second.path, side.rowsIn, side.log.issues);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    await mkdir(job.failed, { recursive: true });
    const path = join(job.failed, `issues-${instrument}-${wave}.csv`);
    await writeFile(path, issuesCsv);
    const advice = formLines(forms.filter(({ form }) => form === 'decimal_comma'));
    throw new DataError(
      [error.message, ...advice, `all ${allIssues.length} issues are in ${path}`].join('; '),
    );
  }
  const folder = join(job.output, instrument, wave);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'respondents.arrow'), formatArrow(clean.respondents));
  await writeFile(join(folder, 'members.arrow'), formatArrow(side?.members ?? clean.members));
  if (sample) await writeFile(join(folder, 'sample.arrow'), formatArrow(sample.table));
  await writeFile(join(folder, 'issues.csv'), issuesCsv);
  await writeFile(
    join(folder, 'audit.csv'),
    formatCsv(Object.keys(AuditEntry.shape) as (keyof AuditEntry)[], [
      ...corrections,
      ...clean.audit,
      ...(side?.log.audit ?? []),
    ]),
  );
  const { quality, clusters } = describeQuality(instrument, wave, clean, {
    side,
    synthetic,
    codebook,
    columns,
    fileName: snapshot.files[0]?.name ?? '',
    corrections: corrections.length,
    published: await publishedIn(job.root),
    indicators: Object.values(indicatorsByTopic).flat(),
  });
  await writeFile(join(folder, 'quality.json'), `${JSON.stringify(quality, null, 1)}\n`);
  await writeFile(
    join(folder, 'clusters.csv'),
    formatCsv(Object.keys(ClusterRow.shape) as (keyof ClusterRow)[], clusters),
  );
  for (const [name, document] of Object.entries({ snapshot, codebook }))
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(document, null, 2)}\n`);
  const issues: Record<string, number> = {};
  for (const { code } of allIssues) issues[code] = (issues[code] ?? 0) + 1;
  return {
    wave: {
      instrument,
      wave,
      synthetic,
      codebook: codebook.name,
      title: snapshot.title,
      design: snapshot.design.name,
      ages: codebook.age_window,
      rows_in: clean.rowsIn,
      rows_out: clean.respondents.rows,
      issues: Object.fromEntries(Object.entries(issues).sort(([a], [b]) => (a < b ? -1 : 1))),
      unmapped: [...clean.unmapped],
      not_asked: [...clean.notAsked],
      recalled: synthetic ? [] : [...clean.recalled],
      questions: { ...clean.questions },
      controls: null,
    },
    removed: clean.removed,
    quality,
    forms,
    seconds: (performance.now() - started) / 1000,
  };
}
