import { encodingName } from './encoding-name.ts';

/** The decoder's name of an encoding that the caller gave. Throws if there is no such encoding. */
export function givenEncoding(caller: string, given: string): string {
  const name = encodingName(given);
  if (name) return name;
  throw new Error(`${caller}: expected an encoding such as utf-8, gb18030 or windows-1252; got "${given}"`);
}
