import { readFile } from 'node:fs/promises';
import { DataError } from '@wavebook/tables';

/** The text of a file that a person may have edited, without a byte-order mark; `shown` is how messages name it. Throws for other text than UTF-8. */
export async function readText(path: string, shown: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DataError(
      `${shown}: is not UTF-8, so an editor saved it in another encoding; save it as UTF-8`,
    );
  }
}
