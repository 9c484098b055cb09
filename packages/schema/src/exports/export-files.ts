import type { Instrument } from '../snapshot.ts';
import { codebookFiles } from './codebook/index.ts';
import { csvwFiles } from './csvw.ts';
import { ddiFiles } from './ddi.ts';
import { type ExportSource, packageSource } from './export-source.ts';
import type { ExportedFile } from './exported-file.ts';
import { jsonSchemaFiles } from './json-schema.ts';
import { sdmxFiles } from './sdmx.ts';
import { tableSchemaFiles } from './table-schema.ts';

const writers = {
  'json-schema': jsonSchemaFiles,
  'table-schema': tableSchemaFiles,
  ddi: ddiFiles,
  csvw: csvwFiles,
  sdmx: sdmxFiles,
  codebook: codebookFiles,
} as const satisfies Record<string, (source: ExportSource) => readonly ExportedFile[]>;

/** A form in which the reference description is written. */
export type ExportFormat = keyof typeof writers;

export const exportFormats = Object.keys(writers) as readonly ExportFormat[];

/**
 * The files of one format, for every instrument or for one. The same package gives the same bytes.
 *
 * @throws Error if the format or the instrument does not exist.
 * @example exportFiles('ddi', { instrument: 'monitoring' })[0]?.path // 'monitoring.ddi.xml'
 */
export function exportFiles(
  format: ExportFormat,
  { instrument, source = packageSource }: { instrument?: Instrument; source?: ExportSource } = {},
): readonly ExportedFile[] {
  if (!Object.hasOwn(writers, format))
    throw new Error(`exportFiles: expected one of ${exportFormats.join(', ')}; got "${format}"`);
  const chosen = source.instruments.filter(({ id }) => instrument === undefined || id === instrument);
  if (chosen.length === 0)
    throw new Error(
      `exportFiles: expected one of ${source.instruments.map(({ id }) => id).join(', ')}; got "${instrument}"`,
    );
  return writers[format]({ ...source, instruments: chosen });
}
