import { zipSync } from 'fflate';

/** The first moment that a zip file can tell, so that equal files give equal bytes. */
const mtime = new Date(1980, 0, 1);

/** Files, by name, as a zip file. Equal files give equal bytes. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { mtime, level: 6 });
}
