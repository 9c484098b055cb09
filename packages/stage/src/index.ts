export { hashFile } from './hash.ts';
export { inWorkers } from './in-workers.ts';
export { lockHolder, takeLock } from './lock.ts';
export { listedFile, readManifest } from './manifest-file.ts';
export { markRealWaves, REAL_WAVES } from './real-waves.ts';
export { repositoryRoot } from './repository-root.ts';
export { runMain, runStage, type StageContext, type StageOptions, type StageResult } from './run-stage.ts';
export { stagePaths } from './stage-paths.ts';
