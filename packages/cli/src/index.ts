export { runCommandLine } from './command-line.ts';
export { UsageError } from './usage-error.ts';
