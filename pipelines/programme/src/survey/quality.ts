import { readFile } from 'node:fs/promises';
import type { QualityWave } from '@wavebook/report';
import { DataQuality } from '@wavebook/schema';
import { listedFile } from '@wavebook/stage';
import { readClusters } from '@wavebook/tables';
import type { Stages } from './round.ts';

/** The surveys on which the pages rest, beside the monitoring one, whose data the book judges. */
const judged = ['baseline-worker', 'baseline-enterprise', 'monitoring-residents'];

/** What cleaning says of the data of the surveys on which the pages rest, survey by survey, the rounds in their order. */
export async function readQuality({ clean, weighted }: Stages): Promise<QualityWave[]> {
  const waves = judged.flatMap((instrument) =>
    weighted.manifest.waves.filter((wave) => wave.instrument === instrument),
  );
  return Promise.all(
    waves.map(async (wave): Promise<QualityWave> => {
      const open = (name: string): Promise<string> =>
        listedFile(clean.folder, clean.manifest, `${wave.instrument}/${wave.wave}/${name}`);
      return {
        wave,
        quality: DataQuality.parse(JSON.parse(await readFile(await open('quality.json'), 'utf8'))),
        clusters: await readClusters(await open('clusters.csv')),
      };
    }),
  );
}
