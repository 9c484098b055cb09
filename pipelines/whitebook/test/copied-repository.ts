import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const source = join(import.meta.dirname, '..', '..', '..');

/**
 * A copy of the repository's tracked and new files in a temporary folder, with a `node_modules` whose workspace links point into the copy.
 * What is done to it touches nothing here.
 */
export function copiedRepository(): string {
  const root = mkdtempSync(join(tmpdir(), 'wavebook-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: source,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  for (const path of listed.split('\0').filter(Boolean)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    cpSync(join(source, path), join(root, path));
  }
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@wavebook'), { recursive: true });
  for (const name of readdirSync(join(source, 'node_modules')))
    if (name !== '@wavebook' && name !== '.cache')
      symlinkSync(join(source, 'node_modules', name), join(modules, name));
  for (const kind of ['packages', 'pipelines'])
    for (const name of readdirSync(join(root, kind)))
      symlinkSync(join(root, kind, name), join(modules, '@wavebook', name));
  return root;
}

export interface TurboRun {
  readonly status: number | null;
  readonly output: string;
  readonly cached: number;
  readonly total: number;
  /** Tasks that ran, not restored from the cache. */
  readonly executed: readonly string[];
}

/** Runs `turbo run data:book` in a copied repository. */
export function runBook(root: string, ...flags: string[]): TurboRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'turbo', 'bin', 'turbo'), 'run', 'data:book', ...flags],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    },
  );
  const output = `${stdout}\n${stderr}`;
  const [, cached, total] = /Cached:\s+(\d+) cached, (\d+) total/.exec(output) ?? [];
  const executed = [
    ...output.matchAll(/^@wavebook\/(\S+?): cache (?:miss|bypass), (?:force )?executing/gm),
  ].map((m) => m[1] as string);
  return { status, output, cached: Number(cached), total: Number(total), executed: executed.sort() };
}
