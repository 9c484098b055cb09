import { type ExportedFile, exportFiles, exportFormats } from '../src/exports/index.ts';

/** Every file under `generated/`, which is committed and published: all formats but the codebook site, which is large. */
export function generatedFiles(): ExportedFile[] {
  return exportFormats
    .filter((format) => format !== 'codebook')
    .flatMap((format) => exportFiles(format).map(({ path, text }) => ({ path: `${format}/${path}`, text })));
}
