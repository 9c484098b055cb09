import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DataError, writeProblem } from '@wavebook/tables/csv';
import { UsageError } from '../usage-error.ts';
import type { EstimateRequest } from './request.ts';

/** Checks `--out` before any work: its folder must be there, and it must not be a file that is read. @throws UsageError */
export async function checkOut({
  out,
  file,
  margins,
}: Pick<EstimateRequest, 'out' | 'file' | 'margins'>): Promise<void> {
  if (out === undefined) return;
  const folder = dirname(resolve(out));
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new UsageError(
      `--out: expected a file in a folder that exists; got "${out}", and there is no folder ${folder}`,
    );
  }
  const there = await stat(out).catch(() => undefined);
  if (there && !there.isFile())
    throw new UsageError(`--out: expected a regular file; got "${out}", a folder or a device`);
  const target = await realPath(out);
  for (const input of [file, margins]) {
    if (input !== undefined && (await realPath(input)) === target) {
      throw new UsageError(`--out: expected another file than the one that is read; got "${out}"`);
    }
  }
}

/** Writes a file whole or not at all: beside its place first, then renamed. An existing file is replaced. */
export async function writeOut(out: string, text: string): Promise<void> {
  const target = await realPath(out);
  const draft = join(dirname(target), `.wavebook-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    const problem = writeProblem(error) ?? (error instanceof Error ? error.message : String(error));
    throw new DataError(`--out: cannot write ${out}: ${problem}; nothing is left behind`);
  }
}

const realPath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
