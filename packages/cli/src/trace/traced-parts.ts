import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainLink, Trace } from '@wavebook/report';
import { indicators, programmeQuantities, WeightDiagnostics } from '@wavebook/schema';
import { listedFile, readManifest } from '@wavebook/stage';
import { DataError } from '@wavebook/tables';
import { link } from './chain.ts';
import type { StageFolder } from './stage-folder.ts';

/** An instrument and a wave of it. */
export interface WaveName {
  readonly instrument: string;
  readonly wave: string;
}

/** The weighted waves of this name, with their weights. */
export async function wavesOf(root: string, names: readonly WaveName[]): Promise<Trace['waves']> {
  const folder = join(root, 'data', 'weighted');
  const manifest = await readManifest(folder);
  const wanted = manifest.waves.filter((wave) =>
    names.some((name) => name.instrument === wave.instrument && name.wave === wave.wave),
  );
  return Promise.all(
    wanted.map(async (wave) => {
      const path = await listedFile(folder, manifest, `${wave.instrument}/${wave.wave}/diagnostics.json`);
      return { wave, weights: WeightDiagnostics.parse(JSON.parse(await readFile(path, 'utf8'))) };
    }),
  );
}

/** A file of a stage folder with the hash that its manifest recorded. */
export function fileLink(
  root: string,
  folder: StageFolder,
  what: ChainLink['what'],
  name: string,
): Promise<ChainLink> {
  const file = folder.manifest.files.find(({ path }) => path === name);
  if (!file)
    throw new DataError(`${folder.path}/manifest.json: does not list ${name}; run npm run whitebook`);
  return link(root, what, `${folder.path}/${name}`, file.sha256);
}

/** What a number is of: the definition of its indicator, a quantity of the programme, or the answers to a question. */
export async function aboutOf(id: string): Promise<Pick<Trace, 'indicator' | 'counted'>> {
  const indicator = (await indicators()).find((definition) => definition.id === id);
  if (indicator) return { indicator };
  const quantity = programmeQuantities[id];
  if (quantity) return { counted: { name: id, ...quantity } };
  const { instruments } = await import('@wavebook/schema/instruments');
  const variable = Object.values(instruments)
    .flatMap(({ records }) => records.flatMap(({ variables }) => variables))
    .find(({ name }) => name === id);
  if (!variable) return {};
  const { label } = variable;
  const definition = {
    zh: `对“${label.zh}”作某一回答者占回答者的比例`,
    en: `Share of an answer to “${label.en}” among those who answered`,
  };
  return { counted: { name: id, label, definition } };
}
