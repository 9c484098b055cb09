export { hashFile } from './hash.ts';
export { inWorkers } from './in-workers.ts';
export { takeLock } from './lock.ts';
export { listedFile, readManifest } from './manifest-file.ts';
export { repositoryRoot } from './repository-root.ts';
export { runMain, runStage, type StageContext, type StageOptions, type StageResult } from './run-stage.ts';
