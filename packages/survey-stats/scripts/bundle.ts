import { build } from 'esbuild';
import { PACKAGE_FOLDER } from './public-api.ts';

/** A module with everything it imports from this package, minified for browsers. */
export interface Bundle {
  readonly text: string;
  readonly bytes: number;
  /** files of which something is left in it, as paths from this package */
  readonly files: readonly string[];
}

/** Fails on an import of Node's own modules. */
export async function bundle(module: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: module, resolveDir: PACKAGE_FOLDER, loader: 'ts' },
    absWorkingDir: PACKAGE_FOLDER,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    conditions: ['@wavebook/source'],
    logLevel: 'silent',
  });
  const [{ inputs }] = Object.values(metafile.outputs) as [(typeof metafile.outputs)[string]];
  const files = Object.keys(inputs).filter((file) => inputs[file]!.bytesInOutput > 0);
  return { text: outputFiles[0]!.text, bytes: outputFiles[0]!.contents.length, files };
}
