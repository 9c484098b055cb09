import { Readable } from 'node:stream';
import type { ByteInput } from './byte-input.ts';
import { decodeFile, type Encoding } from './encoding.ts';

/** How the text of a file is written. */
export interface Written {
  readonly encoding: Encoding;
  readonly delimiter: string;
}

/**
 * Streams the records of a text file, blank lines among them, as their cells.
 *
 * @param take is given each record. @param wrong is given what is wrong with the quotes of the record that was taken last, or of the next.
 *   What either throws ends the reading.
 */
export async function parseRecords(
  input: ByteInput,
  { encoding, delimiter }: Written,
  take: (cells: readonly string[]) => void,
  wrong: (problem: string, isNext: boolean) => void,
): Promise<void> {
  const { default: Papa } = await import('papaparse');
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(Readable.from(decodeFile(input, encoding)), {
      header: false,
      delimiter,
      chunk: ({ data, errors }, parser) => {
        try {
          const quote = errors.find((e) => e.type === 'Quotes');
          const end = quote?.row === undefined ? data.length : Math.min(quote.row + 1, data.length);
          for (let i = 0; i < end; i++) take(data[i] as string[]);
          if (quote) wrong(quote.message.toLowerCase(), quote.row === data.length);
        } catch (error) {
          reject(error);
          parser.abort();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** A record that says nothing: a blank line. */
export const isBlankRecord = (cells: readonly string[]): boolean =>
  cells.length === 1 && (cells[0] as string).trim() === '';
