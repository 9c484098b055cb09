/** Reads a data file and nothing more; the measure of `full-scale.ts`. */
import { readTable } from '@wavebook/tables';
import { measured } from './measured.ts';

await measured(() => readTable(process.argv[2] ?? ''));
