import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainLink } from '@wavebook/report';
import { hashFile, readManifest } from '@wavebook/stage';

const stateOf = async (root: string, path: string, sha256: string): Promise<ChainLink['state']> => {
  const full = join(root, path);
  if (!existsSync(full)) return 'absent';
  return (await hashFile(full)) === sha256 ? 'unchanged' : 'changed';
};

/** A file with its recorded hash, and whether it is still the same. */
export async function link(
  root: string,
  what: ChainLink['what'],
  path: string,
  sha256: string,
): Promise<ChainLink> {
  return { what, path, sha256, state: await stateOf(root, path, sha256) };
}

/**
 * The files that lead from a stage's manifest back: the manifests that it read, those that they read, and at the end the raw files of the
 * given waves. Each hash is the one that the reader recorded.
 */
export async function chainFrom(
  root: string,
  folder: string,
  waves: readonly { readonly instrument: string; readonly wave: string }[],
): Promise<ChainLink[]> {
  const links: ChainLink[] = [];
  const seen = new Set<string>();
  const isRaw = (path: string): boolean =>
    waves.some(
      ({ instrument, wave }) =>
        path.startsWith(`data/raw/${instrument}/${wave}/`) ||
        path.startsWith(`data/synthetic/${instrument}/${wave}/`),
    );
  const follow = async (stage: string): Promise<void> => {
    const { inputs } = await readManifest(join(root, stage));
    for (const { path, sha256 } of inputs) {
      if (seen.has(path)) continue;
      const isManifest = path.endsWith('/manifest.json');
      if (!isManifest && !isRaw(path)) continue;
      seen.add(path);
      const found = await link(root, isManifest ? 'manifest' : 'raw', path, sha256);
      links.push(found);
      if (isManifest && found.state !== 'absent') await follow(path.slice(0, -'/manifest.json'.length));
    }
  };
  const own = join(root, folder, 'manifest.json');
  links.push({
    what: 'manifest',
    path: `${folder}/manifest.json`,
    sha256: await hashFile(own),
    state: 'unchanged',
  });
  await follow(folder);
  return links;
}
