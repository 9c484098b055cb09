import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What a process that read a file says of it. */
export interface Reading {
  readonly seconds: number;
  readonly sum: number;
  readonly megabytes: number;
}

/** A program that reads a file, in a process of its own each time. */
export interface Reader {
  readonly name: string;
  readonly read: (path: string) => Reading;
}

const reader = (name: string, command: string, ...words: string[]): Reader => ({
  name,
  read: (path) => JSON.parse(execFileSync(command, [...words, path], { encoding: 'utf8' }).trim()),
});

const beside = (name: string): string => join(import.meta.dirname, name);
const has = (command: string, ...words: string[]): boolean => spawnSync(command, words).status === 0;

/** `readTable`, compiled into a folder as plain JavaScript, as the command is when it runs. */
export async function compiledReader(folder: string): Promise<Reader> {
  await build({
    entryPoints: { 'read-ours': beside('read-ours.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@wavebook/source'],
  });
  return reader('here', process.execPath, join(folder, 'read-ours.mjs'));
}

/** haven, if R has it. */
export const havenReader = (): Reader | undefined =>
  has('Rscript', '-e', 'library(haven)') ? reader('haven', 'Rscript', beside('read-haven.R')) : undefined;

/** DuckDB on one thread, if that Python has it. */
export const duckdbReader = (python: string): Reader | undefined =>
  has(python, '-c', 'import duckdb')
    ? reader('DuckDB, 1 thread, on UTF-8', python, beside('read-duckdb.py'))
    : undefined;
