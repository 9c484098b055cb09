import { checkFile, readPart } from './byte-input.ts';
import { headBytes } from './encoding.ts';
import { type Content, recognise } from './recognise.ts';

/** What a file is by its first bytes, whatever its name. @throws DataError for no file, a folder, an empty file, and bytes that are no data. */
export async function contentOf(path: string): Promise<Content> {
  await checkFile(path);
  return recognise(path, await readPart(path, 0, headBytes));
}
