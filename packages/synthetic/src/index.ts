export { type CommunityStratum, communityStrata } from './baseline/communities.ts';
export { drawWorkers, type SampleStatus } from './baseline/draw-workers.ts';
export type { Outcome } from './baseline/effects.ts';
export { type Fate, type ResponseGroup, workersOf } from './baseline/people.ts';
export { isAsked } from './baseline/truth.ts';
export { BASELINE_SEED } from './baseline/write-baseline.ts';
export { type ControlRow, populationControls } from './controls.ts';
export type { Defect } from './inject/defect.ts';
export type { InjectedDefect, InjectedTable } from './inject/entries.ts';
export { defects, injectDefects } from './inject/inject-defects.ts';
export { injectDesigned } from './inject/inject-designed.ts';
export {
  buildFrame,
  COMMITTED_POINTS,
  type Frame,
  type FrameOptions,
  type FramePoint,
  type FrameStratum,
  PERSONS_PER_POINT,
} from './population/frame.ts';
export { generatePopulation, type Population, type PopulationOptions } from './population/population.ts';
export { codebookOf, monitoringWaves, type SolvedWave, type Wave, waves } from './population/waves.ts';
export { Random } from './random/random.ts';
export { csvText, type RawTable } from './raw/csv.ts';
export { encodeGb18030 } from './raw/gb18030.ts';
export { rawFile } from './raw/raw-file.ts';
export { namedAs, type RawEncoding, type RawFormat, rawFormats } from './raw/raw-format.ts';
export { type RawFileOptions, rawPieces } from './raw/raw-pieces.ts';
export { inclusionProbabilities } from './sample/draw-points.ts';
export { drawSample, type Sample, sampledValues } from './sample/draw-sample.ts';
export type { TruthRow } from './truth/indicator-truth.ts';
export { populationTruth, truthValue } from './truth/truth.ts';
export { DEFAULT_SEED, type Twin, type WriteWaveOptions, type WrittenWave, writeWave } from './write-wave.ts';
