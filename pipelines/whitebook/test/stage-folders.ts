import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** The folders that stages write, as `turbo.json` lists them. */
function stageFolders(root: string): string[] {
  const turbo = readFileSync(join(root, 'turbo.json'), 'utf8');
  return [...turbo.matchAll(/"outputs": \["\$TURBO_ROOT\$\/(data\/[^"*]+)\/\*\*"/g)].map(
    ([, path]) => path ?? '',
  );
}

/** The hash of every file that stages made. */
export function stageHashes(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const folder of stageFolders(root))
    for (const path of existsSync(join(root, folder)) ? filesUnder(join(root, folder)) : [])
      found[`${folder}/${path}`] = sha256(join(root, folder, path));
  return found;
}

/** Stage folders that are neither absent nor what their manifest says, with what is wrong. */
export function halfFolders(root: string): string[] {
  return stageFolders(root).flatMap((folder) => {
    const full = join(root, folder);
    if (!existsSync(full)) return [];
    if (!existsSync(join(full, 'manifest.json'))) return [`${folder}: no manifest`];
    const manifest = JSON.parse(readFileSync(join(full, 'manifest.json'), 'utf8')) as {
      files: { path: string; sha256: string }[];
    };
    const listed = new Map(manifest.files.map((file) => [file.path, file.sha256]));
    const wrong = filesUnder(full).filter((path) => path !== 'manifest.json' && !listed.has(path));
    for (const [path, hash] of listed)
      if (!existsSync(join(full, path)) || sha256(join(full, path)) !== hash) wrong.push(path);
    return wrong.length > 0 ? [`${folder}: ${wrong.length} files, ${wrong[0]}`] : [];
  });
}

/** Locks and folders under construction that a run left. */
export function leftovers(root: string): string[] {
  return readdirSync(join(root, 'data')).filter((name) => name.startsWith('.'));
}
