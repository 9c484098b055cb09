import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CalibrationRecord } from '@wavebook/indicators';
import type { BookWave, QualityWave } from '@wavebook/report';
import {
  DataQuality,
  type Manifest,
  type ManifestWave,
  type SeriesRow,
  Snapshot,
  WeightDiagnostics,
} from '@wavebook/schema';
import { listedFile, readManifest, type StageContext } from '@wavebook/stage';
import { readClusters, readSeries } from '@wavebook/tables';

/** The chapters are of the monitoring survey; of the others the book shows the quality of their data, and the programme has its own pages. */
const isMonitoring = ({ instrument }: { readonly instrument: string }): boolean =>
  instrument === 'monitoring';

/** What the book is told of the waves. */
interface ReadWaves {
  readonly waves: BookWave[];
  readonly others: QualityWave[];
  readonly series: SeriesRow[];
  readonly manifest: Manifest;
}

/**
 * What the clean and weight stages say of every wave of the monitoring survey, how good the data of the other surveys are, the series over the
 * waves, and the manifest of the weighted records.
 */
export async function readWaves(stage: StageContext): Promise<ReadWaves> {
  const folderOf = (name: string): string => join(stage.root, 'data', name);
  const clean = await readManifest(folderOf('clean'));
  const manifest = await readManifest(folderOf('weighted'));
  const open = async (folder: string, of: Manifest, path: string): Promise<unknown> =>
    JSON.parse(await readFile(await listedFile(folderOf(folder), of, path), 'utf8'));
  const qualityOf = async (wave: ManifestWave): Promise<QualityWave> => {
    const place = `${wave.instrument}/${wave.wave}`;
    const judged = clean.files.some(({ path }) => path === `${place}/quality.json`);
    return {
      wave,
      ...(judged ? { quality: DataQuality.parse(await open('clean', clean, `${place}/quality.json`)) } : {}),
      clusters: await readClusters(await listedFile(folderOf('clean'), clean, `${place}/clusters.csv`)),
    };
  };
  const waves = await Promise.all(
    manifest.waves.filter(isMonitoring).map(async (wave): Promise<BookWave> => {
      const place = `${wave.instrument}/${wave.wave}`;
      const weighted = (name: string): Promise<unknown> => open('weighted', manifest, `${place}/${name}`);
      const snapshot = Snapshot.parse(await weighted('snapshot.json'));
      const diagnostics = WeightDiagnostics.parse(await weighted('diagnostics.json'));
      const calibration = CalibrationRecord.parse(await weighted('calibration.json'));
      const source = `data/${wave.synthetic ? 'synthetic' : 'raw'}/${place}/`;
      return {
        population: snapshot.population,
        sampling: snapshot.sampling,
        fieldDates: snapshot.field_dates,
        rawFiles: clean.inputs.filter((i) => i.path.startsWith(source) && !i.path.endsWith('snapshot.json')),
        ...(await qualityOf(wave)),
        weights: {
          kishDeff: diagnostics.final_weight.kish_deff,
          effectiveN: diagnostics.final_weight.effective_n,
          strata: diagnostics.strata,
          psus: diagnostics.psus,
          g: [diagnostics.g.min, diagnostics.g.max],
          margins: calibration.margins.map((m) => {
            const miss = (when: 'before' | 'after'): number =>
              Math.max(...m.levels.map((l) => Math.abs(l[when] - l.total) / l.total));
            return { name: m.name, levels: m.levels.length, before: miss('before'), after: miss('after') };
          }),
        },
      };
    }),
  );
  const series = await readSeries(await listedFile(folderOf('clean'), clean, 'series.csv'));
  const others = await Promise.all(
    manifest.waves.filter((wave) => !isMonitoring(wave)).map((wave) => qualityOf(wave)),
  );
  return { waves, others, series, manifest };
}
