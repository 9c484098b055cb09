import { join } from 'node:path';
import { evaluateIndicators, readWeightedWave } from '@wavebook/indicators';
import type { QualityWave } from '@wavebook/report';
import {
  CostAssumptions,
  type EstimateRow,
  type ManifestWave,
  type MeasurableIndicator,
  type ProvincePopulation,
} from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { type CostOfCover, costOfCover } from './analyses/cost.ts';
import { type GapRow, gapsOf } from './analyses/gaps.ts';
import { type HeadRow, headsOf } from './analyses/indices.ts';
import { type Needs, needsOf } from './analyses/needs.ts';
import { type Obstacles, obstaclesOf } from './analyses/obstacles.ts';
import { type PerHeadRow, perHeadOf } from './analyses/per-head.ts';
import { type Portability, portabilityOf } from './analyses/portability.ts';
import { readProvincePopulation } from './analyses/province-population.ts';
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
import { readQuality } from './survey/quality.ts';
import { quarterOf, type Rounds, readRounds, type Stages } from './survey/round.ts';

/** What was read: frameworks, surveys, published figures. */
export interface Read {
  readonly known: ReadonlyMap<string, MeasurableIndicator>;
  readonly frameworks: readonly Framework[];
  readonly assumptions: CostAssumptions;
  readonly provinces: readonly ProvincePopulation[];
  readonly surveys: ReadonlyMap<string, Rounds>;
  /** The monitoring waves, one after the other in the order of time. */
  monitoring(): AsyncIterable<Awaited<ReturnType<typeof readWeightedWave>>>;
  readonly beside: Source | undefined;
  /** How good the data of the surveys are. */
  readonly quality: readonly QualityWave[];
}

/** Everything that the pages say, in numbers. */
export interface Gathered extends Pick<Read, 'known' | 'assumptions' | 'provinces' | 'surveys' | 'quality'> {
  readonly frameworks: readonly { readonly framework: Framework; readonly judged: readonly Judged[] }[];
  readonly estimates: ReadonlyMap<string, EstimateRow>;
  readonly changes: ReadonlyMap<string, ChangeRow>;
  readonly typology: readonly TypologyOfWave[];
  readonly differences: readonly { readonly wave: ManifestWave; readonly rows: readonly TypeDifference[] }[];
  readonly gaps: readonly GapRow[];
  readonly obstacles: Obstacles | undefined;
  readonly portability: readonly { readonly wave: ManifestWave; readonly found: Portability }[];
  readonly needs: Needs | undefined;
  /** Where the weights of a monitoring wave give totals: how they were calibrated, or that no total may be published. */
  readonly totals: { readonly wave: ManifestWave; readonly calibrated: boolean } | undefined;
  readonly heads: readonly HeadRow[];
  readonly perHead: readonly PerHeadRow[];
  readonly cost: CostOfCover | undefined;
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
  readonly stages: Stages;
  readonly published: string;
  log(line: string): void;
}

/** The indicators of the chapters for everybody in a monitoring wave: the evidence that the directives need. */
const monitoringEvidence = (source: Awaited<ReturnType<typeof readWeightedWave>>): EstimateRow[] =>
  evaluateIndicators(source, Object.values(indicatorsByTopic).flat(), () => ['all']).filter(
    (row) => row.variant === 'level' && row.weighting === 'weighted' && row.category === '',
  );

/** Reads the frameworks, the weighted surveys and the published figures, and checks that they fit together. */
export async function readAll(inputs: Inputs): Promise<Read> {
  const { frameworks: folder, frameworksShown, stages, log } = inputs;
  const { folder: weighted, manifest } = stages.weighted;
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
    const rounds = await readRounds(stages, instrument);
    if (!rounds) continue;
    surveys.set(instrument, rounds);
    for (const { wave } of rounds.between)
      log(`${instrument} ${wave}: a round between the first and the last, not shown on the pages`);
    for (const framework of frameworks) checkBaselines(framework, quarterOf(rounds.after ?? rounds.before));
  }
  const waves = manifest.waves
    .filter(({ instrument }) => instrument === 'monitoring')
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
  return {
    known,
    frameworks,
    assumptions,
    provinces: await readProvincePopulation(join(inputs.published, 'province-population.csv')),
    surveys,
    async *monitoring() {
      for (const wave of waves) {
        log(`reads ${wave.instrument} ${wave.wave}`);
        yield await readWeightedWave(weighted, wave);
      }
    },
    beside: await residentsBeside(weighted, manifest),
    quality: await readQuality(stages),
  };
}

/** Weights whose sum is a number of people: calibrated ones, and those of a synthetic sample, whose population is known. */
const givesTotals = ({ controls, synthetic }: ManifestWave): boolean => controls !== null || synthetic;

/** Estimates, judges and analyses what was read. */
export async function gather(read: Read, log: (line: string) => void): Promise<Gathered> {
  const { known, frameworks, surveys, assumptions, provinces, beside } = read;
  const rows = new Rows();
  const programme = estimateProgramme(frameworks, known, surveys);
  rows.take([...programme.estimates.values()]);
  log(`${programme.estimates.size} estimates, ${programme.changes.size} changes of the baseline surveys`);

  const workers = surveys.get('baseline-worker');
  const enterprises = surveys.get('baseline-enterprise');
  const sources = (workers ? [workers.before, ...(workers.after ? [workers.after] : [])] : []).map(
    roundSource,
  );
  const [first, last] = [sources[0], sources.at(-1)];
  const typology = sources.flatMap((source) => typologyOf(source, rows) ?? []);
  let latest: Awaited<ReturnType<typeof readWeightedWave>> | undefined;
  for await (const source of read.monitoring()) {
    const types = typologyOf(source, rows);
    if (types) typology.push(types);
    latest = source;
  }
  const newest: Source[] = [...(last ? [last] : []), ...(latest ? [latest] : [])];
  const between = ['hazardous_other', 'women_men', 'young_old'];
  const gaps = [
    ...newest.toReversed().flatMap((source) => gapsOf(source, rows, between)),
    ...(beside ? gapsOf(beside, rows, ['migrants_residents']) : []),
  ];
  const portability = [...sources, ...(latest ? [latest] : [])].flatMap((source) => {
    const found = portabilityOf(source, rows);
    return found ? [{ wave: source.wave, found }] : [];
  });
  const evidence = new Map((latest ? monitoringEvidence(latest) : []).map((row) => [row.indicator, row]));
  const judged = frameworks.map((framework) => ({
    framework,
    judged: judge(framework, known, { ...programme, surveys, populationOf }),
  }));
  const ofPrograms = new Map(
    judged.flatMap(({ judged: own }) =>
      own.flatMap(({ definition, latest: row }) =>
        definition && row ? [[definition.id, row] as const] : [],
      ),
    ),
  );
  const calibrated = latest && givesTotals(latest.wave) ? latest : undefined;
  return {
    known,
    assumptions,
    provinces,
    surveys,
    quality: read.quality,
    frameworks: judged,
    estimates: rows.all,
    changes: programme.changes,
    typology,
    differences: newest.map((source) => ({ wave: source.wave, rows: typeDifferences(source, rows) })),
    gaps,
    obstacles: last && obstaclesOf(last, rows),
    portability,
    needs: first && needsOf(first, enterprises?.before, rows),
    totals: latest && { wave: latest.wave, calibrated: calibrated !== undefined },
    heads: calibrated ? headsOf(calibrated, provinces) : [],
    perHead:
      beside?.migrants && givesTotals(beside.wave) && givesTotals(beside.migrants)
        ? perHeadOf(beside, rows)
        : [],
    cost: calibrated && costOfCover(calibrated, assumptions),
    evidence: [...evidence.values()],
    latestOf: (indicator) => ofPrograms.get(indicator) ?? evidence.get(indicator),
  };
}
