import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'wavebook');
const record = join(cache, 'compiled.json');

/** Commands that load no TypeScript by its path later on, as stages and their workers do. */
const alone = new Set(['estimate', 'weight', '--version', '--help', '-h']);

export const runsCompiled = (word) => word === undefined || alone.has(word);

/**
 * The source of the command as JavaScript modules, compiled on first use and again after any of its files changed: a start takes a third of
 * the time that compiling file by file does. Libraries stay where they are.
 *
 * @returns the address of the main module; undefined where nothing can be written.
 */
export async function compiledMain() {
  const known = readRecord();
  const folder = known && isCurrent(known) ? known.folder : await compile(known?.folder);
  return folder && pathToFileURL(join(cache, folder, 'main.mjs')).href;
}

const readRecord = () => {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const stateOf = (file) => {
  const state = statSync(join(root, file), { throwIfNoEntry: false });
  return state ? `${state.size} ${state.mtimeMs}` : 'none';
};

const isCurrent = ({ folder, files }) =>
  existsSync(join(cache, folder, 'main.mjs')) &&
  Object.entries(files).every(([file, state]) => stateOf(file) === state);

async function compile(before) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [{ in: fileURLToPath(new URL('../src/main.ts', import.meta.url)), out: 'main' }],
    outdir: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@wavebook/source'],
    mainFields: ['main'],
    tsconfigRaw: {},
    plugins: [librariesOutside, placesKept],
    logLevel: 'silent',
  });
  const files = Object.fromEntries(
    [...Object.keys(metafile.inputs), 'package-lock.json', ...packagesOf(metafile)].map((file) => [
      file,
      stateOf(file),
    ]),
  );
  const folder = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const building = join(cache, `${folder}.${process.pid}`);
  try {
    mkdirSync(building, { recursive: true });
    for (const { path, contents } of outputFiles)
      writeFileSync(join(building, path.slice(root.length)), contents);
    rmSync(join(cache, folder), { recursive: true, force: true });
    renameSync(building, join(cache, folder));
    writeFileSync(`${building}.json`, JSON.stringify({ folder, files }));
    renameSync(`${building}.json`, record);
    if (before && before !== folder) rmSync(join(cache, before), { recursive: true, force: true });
    return folder;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    return undefined;
  }
}

/** The package.json files that say where the rooms' names lead. */
const packagesOf = ({ inputs }) =>
  [
    ...new Set(
      Object.keys(inputs).flatMap((file) => /^(?:packages|pipelines)\/[^/]+\//.exec(file)?.[0] ?? []),
    ),
  ].map((folder) => `${folder}package.json`);

/** What is not of this repository is imported from its own place, as without compiling. */
const librariesOutside = {
  name: 'libraries-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === 'seen' || path.startsWith('@wavebook/') || from.kind === 'entry-point')
        return undefined;
      if (isBuiltin(path)) return { path, external: true };
      const { resolveDir, importer, kind } = from;
      const found = await build.resolve(path, { resolveDir, importer, kind, pluginData: 'seen' });
      return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/** A file that looks for others beside itself finds them where its source is. */
const placesKept = {
  name: 'places-kept',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};
