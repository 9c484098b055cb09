import { join } from 'node:path';
import { evaluateIndicators, readWeightedWave } from '@wavebook/indicators';
import {
  CostAssumptions,
  type EstimateRow,
  type Manifest,
  type ManifestWave,
  type MeasurableIndicator,
  ProvincePopulation,
} from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { readCsv, textOf } from '@wavebook/tables';
import { type CostOfCover, costOfCover } from './analyses/cost.ts';
import { type GapRow, gapsOf } from './analyses/gaps.ts';
import { type HeadRow, headsOf } from './analyses/indices.ts';
import { type Needs, needsOf } from './analyses/needs.ts';
import { type Portability, portabilityOf } from './analyses/portability.ts';
import { residentsBeside } from './analyses/residents.ts';
import { Rows, roundSource, type Source } from './analyses/source.ts';
import {
  type TypeDifference,
  type TypologyOfWave,
  typeDifferences,
  typologyOf,
} from './analyses/typology.ts';
import { checkBaselines, type Framework, readFramework } from './framework/read-framework.ts';
import { readYaml } from './framework/read-yaml.ts';
import type { ChangeRow } from './results/change-row.ts';
import { estimateProgramme, populationOf } from './results/estimate-programme.ts';
import { type Judged, judge } from './results/judge.ts';
import { definitions } from './survey/definition.ts';
import { type Rounds, readRounds } from './survey/round.ts';

/** Everything that the pages say, in numbers. */
export interface Gathered {
  readonly known: ReadonlyMap<string, MeasurableIndicator>;
  readonly frameworks: readonly { readonly framework: Framework; readonly judged: readonly Judged[] }[];
  readonly surveys: ReadonlyMap<string, Rounds>;
  readonly estimates: ReadonlyMap<string, EstimateRow>;
  readonly changes: ReadonlyMap<string, ChangeRow>;
  readonly typology: readonly TypologyOfWave[];
  readonly differences: readonly { readonly wave: ManifestWave; readonly rows: readonly TypeDifference[] }[];
  readonly gaps: readonly GapRow[];
  readonly portability: readonly { readonly wave: ManifestWave; readonly found: Portability }[];
  readonly needs: Needs | undefined;
  readonly heads: { readonly wave: ManifestWave; readonly rows: readonly HeadRow[] } | undefined;
  readonly cost: { readonly wave: ManifestWave; readonly found: CostOfCover } | undefined;
  readonly assumptions: CostAssumptions;
  readonly provinces: readonly ProvincePopulation[];
  /** Estimates of the latest monitoring wave that serve as evidence; they stand in the files of the chapters. */
  readonly evidence: readonly EstimateRow[];
  /** The latest estimate of an indicator for the directives: of the pilot communities, or of a monitoring wave. */
  latestOf(indicator: string): EstimateRow | undefined;
}

export const frameworkFiles = ['undp.yaml', 'yem.yaml', 'illustrative.yaml'] as const;
export const assumptionsFile = 'cost-assumptions.yaml';

export interface Inputs {
  /** The folder of the frameworks, and how it is called in messages. */
  readonly frameworks: string;
  readonly frameworksShown: string;
  readonly weighted: string;
  readonly manifest: Manifest;
  readonly published: string;
  log(line: string): void;
}

async function provincePopulation(path: string): Promise<ProvincePopulation[]> {
  const { table } = await readCsv(path, { encoding: 'utf-8' });
  const at = (name: string) => {
    const column = textOf(table, name);
    return (row: number): string => column.levels[column.codes[row] as number] ?? '';
  };
  const columns = Object.keys(ProvincePopulation.shape).map((name) => [name, at(name)] as const);
  return Array.from({ length: table.rows }, (_, row) =>
    ProvincePopulation.parse(
      Object.fromEntries(
        columns.map(([name, get]) => {
          const text = get(row);
          return [name, name.startsWith('population') || name.startsWith('growth') ? Number(text) : text];
        }),
      ),
    ),
  );
}

const quarterOf = (wave: string): string => `${wave.slice(0, 4)}-Q4`;

/** The indicators of the chapters for everybody in a monitoring wave: the evidence that the directives need. */
const monitoringEvidence = (source: Awaited<ReturnType<typeof readWeightedWave>>): EstimateRow[] =>
  evaluateIndicators(source, Object.values(indicatorsByTopic).flat(), () => ['all']).filter(
    (row) => row.variant === 'level' && row.weighting === 'weighted' && row.category === '',
  );

/** Reads the frameworks and the weighted surveys, and estimates, judges and analyses. */
export async function gather(inputs: Inputs): Promise<Gathered> {
  const { frameworks: folder, frameworksShown, weighted, manifest, log } = inputs;
  const known = await definitions();
  const frameworks = await Promise.all(
    frameworkFiles.map((name) => readFramework(join(folder, name), `${frameworksShown}/${name}`, known)),
  );
  const { value: assumptions } = await readYaml(
    join(folder, assumptionsFile),
    `${frameworksShown}/${assumptionsFile}`,
    CostAssumptions,
  );
  const surveys = new Map<string, Rounds>();
  for (const instrument of ['baseline-worker', 'baseline-enterprise']) {
    const rounds = await readRounds(weighted, manifest, instrument);
    if (!rounds) continue;
    surveys.set(instrument, rounds);
    const { wave } = (rounds.after ?? rounds.before).wave;
    for (const framework of frameworks) checkBaselines(framework, quarterOf(wave));
  }
  const rows = new Rows();
  const programme = estimateProgramme(frameworks, known, surveys);
  for (const [id, row] of programme.estimates) rows.all.set(id, row);
  log(`${programme.estimates.size} estimates, ${programme.changes.size} changes of the baseline surveys`);

  const workers = surveys.get('baseline-worker');
  const rounds = workers ? [workers.before, ...(workers.after ? [workers.after] : [])] : [];
  const roundSources = rounds.map(roundSource);
  const waves = manifest.waves
    .filter(({ instrument }) => instrument === 'monitoring')
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
  const typology = roundSources.map((source) => typologyOf(source, rows));
  let latest: Awaited<ReturnType<typeof readWeightedWave>> | undefined;
  for (const wave of waves) {
    latest = await readWeightedWave(weighted, wave);
    typology.push(typologyOf(latest, rows));
    log(`typology of ${wave.instrument} ${wave.wave}`);
  }
  const latestSources: Source[] = [
    ...(roundSources.length > 0 ? [roundSources.at(-1) as Source] : []),
    ...(latest ? [latest] : []),
  ];
  const differences = latestSources.map((source) => ({
    wave: source.wave,
    rows: typeDifferences(source, rows),
  }));
  const beside = await residentsBeside(weighted, manifest);
  const gaps = [
    ...(latest ? gapsOf(latest, ['hazardous_other', 'women_men', 'young_old']) : []),
    ...(beside ? gapsOf(beside, ['migrants_residents']) : []),
  ];
  const enterprises = surveys.get('baseline-enterprise');
  const needs =
    roundSources[0] &&
    needsOf(
      roundSources[0],
      enterprises && { source: roundSource(enterprises.before), round: enterprises.before },
      rows,
    );
  const portability = roundSources.map((source) => ({
    wave: source.wave,
    found: portabilityOf(source, rows),
  }));
  const provinces = await provincePopulation(join(inputs.published, 'province-population.csv'));
  const evidence = new Map((latest ? monitoringEvidence(latest) : []).map((row) => [row.indicator, row]));
  const judged = frameworks.map((framework) => ({
    framework,
    judged: judge(framework, known, { ...programme, dateOf: quarterOf, populationOf }),
  }));
  const ofPrograms = new Map(
    judged.flatMap(({ judged: own }) =>
      own.flatMap(({ definition, latest: row }) =>
        definition && row ? [[definition.id, row] as const] : [],
      ),
    ),
  );
  return {
    known,
    frameworks: judged,
    surveys,
    estimates: rows.all,
    changes: programme.changes,
    typology,
    differences,
    gaps,
    portability,
    needs,
    heads: latest && { wave: latest.wave, rows: headsOf(latest, provinces) },
    cost: latest && { wave: latest.wave, found: costOfCover(latest, assumptions) },
    assumptions,
    provinces,
    evidence: [...evidence.values()],
    latestOf: (indicator) => ofPrograms.get(indicator) ?? evidence.get(indicator),
  };
}
