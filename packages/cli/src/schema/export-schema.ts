import { resolve } from 'node:path';
import { Instrument } from '@wavebook/schema';
import { exportFiles, exportFormats } from '@wavebook/schema/exports';
import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';
import { replaceFolder } from './replace-folder.ts';

/** The options of `wavebook schema export` as they were typed. */
export interface ExportWords {
  readonly format?: string;
  readonly instrument?: string;
  readonly out?: string;
}

/**
 * Writes the reference description in one format to a folder, all of it or nothing, and says what was written.
 *
 * @throws UsageError if the format or instrument is unknown, or the folder holds something else.
 */
export async function exportSchema({ format, instrument, out }: ExportWords): Promise<void> {
  if (format === undefined)
    throw new UsageError(`expected --format with one of ${exportFormats.join(', ')}; got none`);
  if (!isOneOf(exportFormats, format))
    throw new UsageError(`--format "${format}" does not exist; ${nearestNames(format, exportFormats)}`);
  if (instrument !== undefined && !isOneOf(Instrument.options, instrument))
    throw new UsageError(
      `--instrument "${instrument}" does not exist; ${nearestNames(instrument, Instrument.options)}`,
    );
  if (out?.trim() === '') throw new UsageError('expected a folder after --out; got an empty name');
  const files = exportFiles(format, instrument === undefined ? {} : { instrument });
  const folder = resolve(out ?? format);
  await replaceFolder(folder, files);
  console.log(`${files.length} ${files.length === 1 ? 'file' : 'files'} in ${folder}`);
}

const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value);
