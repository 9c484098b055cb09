import { inflateSync } from 'node:zlib';
import { readDta } from './dta/read-dta.ts';
import { fileSource } from './file-source.ts';
import type { Inflate } from './sav/inflate.ts';
import { readSav } from './sav/read-sav.ts';
import type { ReadOptions, StatFile } from './stat-file.ts';

const inflateNatively: Inflate = (compressed, length) => {
  try {
    const bytes = inflateSync(compressed, { maxOutputLength: length + 1 });
    return bytes.length === length ? bytes : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Opens a Stata (.dta) or SPSS (.sav, .zsav) file on disk, whichever its first bytes say. The file is read piece by piece, so that it may be larger
 * than memory; it stays open until `close()`.
 *
 * @throws StatFileError for a file that is neither, or a damaged one; Node's error for a file that cannot be opened.
 *
 * R equivalent: `haven::read_dta`, `haven::read_sav(user_na = TRUE)`.
 * @example
 * const file = openStatFile('2017.dta', { encoding: 'gb18030' });
 * file.variables.map(({ name, label }) => `${name} ${label}`); // ['q101c1 性别', …]
 * const { values, missing } = file.columns(['q101c1']).get('q101c1');
 * file.close();
 */
export function openStatFile(path: string, options: Omit<ReadOptions, 'name'> = {}): StatFile {
  const source = fileSource(path);
  try {
    const first = source.size < 4 ? '' : String.fromCharCode(...source.read(0, 4));
    const isSav = first === '$FL2' || first === '$FL3';
    const file = isSav ? readSav(source, { ...options, inflate: inflateNatively }) : readDta(source, options);
    return { ...file, close: () => source.close() };
  } catch (error) {
    source.close();
    throw error;
  }
}
