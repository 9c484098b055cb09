export { type BatchThreads, batchThreads } from './batch-threads.ts';
