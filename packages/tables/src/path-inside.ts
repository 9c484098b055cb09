import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { DataError } from './data-error.ts';

/**
 * The path of a file that a description in a folder names. It must lie in that folder itself: no way up, no other folder, no link that leads out.
 *
 * @param shown what messages call the folder.
 * @throws DataError for a name that leads out, and for a file that is not there.
 */
export async function pathInside(folder: string, name: string, shown = folder): Promise<string> {
  const place = join(shown, name);
  if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name) || isAbsolute(name))
    throw new DataError(`${shown}: expected the name of a file in this folder, got "${name}"`);
  const path = join(folder, name);
  let real: string;
  try {
    real = await realpath(path);
  } catch {
    throw new DataError(`${place}: named, but not there`);
  }
  const inside = relative(await realpath(folder), real);
  if (inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new DataError(
      `${place}: is a link that leads out of its folder; copy the file itself there, so that what was read is kept with what describes it`,
    );
  return path;
}
