import { type ExportedFile, type ExportFormat, exportFiles, exportFormats } from '../src/exports/index.ts';

/**
 * The formats that stand in the repository: those that are small, or that other tools read straight from it. DDI and CSVW are made when the
 * package is packed, and by `wavebook schema export`; the codebook site has a folder of its own.
 */
export const committedFormats: readonly ExportFormat[] = ['json-schema', 'table-schema', 'sdmx'];

const packedFormats = exportFormats.filter((format) => format !== 'codebook');

const filesOf = (formats: readonly ExportFormat[]): ExportedFile[] =>
  formats.flatMap((format) =>
    exportFiles(format).map(({ path, text }) => ({ path: `${format}/${path}`, text })),
  );

/** Every file of `generated/` that is committed. */
export const committedFiles = (): ExportedFile[] => filesOf(committedFormats);

/** Every file of `generated/` in the published package. */
export const packedFiles = (): ExportedFile[] => filesOf(packedFormats);
