import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../usage-error.ts';

/**
 * Writes files into a folder beside the wanted one and swaps the two: whoever reads sees the old files or the new ones, and a write that
 * fails leaves the old ones.
 *
 * @throws UsageError if the folder is a file, or holds files that are not among the new ones: they are not ours to remove.
 */
export async function replaceFolder(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  await refuseForeign(folder, new Set(files.map(({ path }) => path)));
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  const [made, old] = [join(beside, 'new'), join(beside, 'old')];
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(made, path)), { recursive: true });
      await writeFile(join(made, path), text);
    }
    const moved = await rename(folder, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    try {
      await rename(made, folder);
    } catch (error) {
      if (moved) await rename(old, folder);
      throw error;
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function refuseForeign(folder: string, ours: ReadonlySet<string>): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (!there) return;
  if (!there.isDirectory())
    throw new UsageError(`--out must be a folder; "${folder}" is a file; name another`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const foreign = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !ours.has(path));
  if (foreign.length > 0)
    throw new UsageError(
      `"${folder}" holds ${foreign.length} ${foreign.length === 1 ? 'file' : 'files'} that this export does not write, such as "${foreign.sort()[0]}"; nothing was changed; name an empty folder with --out, or remove that one`,
    );
}
