import { unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest date that a zip file can hold; the format has no time zone, so the parts are taken as local ones. */
const epoch = new Date(1980, 0, 1);

/** Pictures are packed already. */
const isPacked = (name: string): boolean => /\.(png|jpe?g)$/.test(name);

/** Packs files so that the same content gives the same bytes: in the order of their names, with one date for all. */
export function fixedZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(files).sort((a, b) => (a < b ? -1 : 1));
  const first = '[Content_Types].xml';
  const ordered = names.includes(first) ? [first, ...names.filter((name) => name !== first)] : names;
  const entries: Zippable = {};
  for (const name of ordered)
    entries[name] = [files[name] as Uint8Array, { mtime: epoch, os: 0, level: isPacked(name) ? 0 : 6 }];
  return zipSync(entries);
}

/** The files of a zip. */
export const unzipped = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);
