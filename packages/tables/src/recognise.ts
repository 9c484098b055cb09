import { DataError } from './data-error.ts';
import { utf16Of } from './encoding.ts';

/** What the first bytes of a file say it is. */
export type Content = 'arrow' | 'csv' | 'dta' | 'gz' | 'parquet' | 'sav' | 'zip';

const known: readonly (readonly [first: RegExp, content: Content])[] = [
  [/^(3c73746174615f647461|(69|6c|6e|6f|7[123])0[12]01)/, 'dta'],
  [/^24464c3[23]/, 'sav'],
  [/^504b(0304|0506)/, 'zip'],
  [/^1f8b/, 'gz'],
  [/^50415231/, 'parquet'],
  [/^(4152524f5731|ffffffff)/, 'arrow'],
];

const refused: readonly (readonly [first: RegExp, what: string, remedy: string])[] = [
  [
    /^d0cf11e0/,
    'an old Office file (.xls), or an Excel file with a password',
    'save it as .xlsx without password',
  ],
  [/^25504446/, 'a PDF file', 'give the data file itself'],
  [/^50415245/, 'an encrypted Parquet file', 'write it without encryption'],
  [/^377abcaf271c/, 'a 7z file', 'unpack it'],
  [/^526172211a07/, 'a RAR file', 'unpack it'],
  [/^504b0708/, 'a zip file in several parts', 'join and unpack it'],
];

/** Pages and XML that programs save under the name of an Excel file. */
const markup = /^\s*<(!doctype\s+html|html|head|meta|body|table|\?xml)[\s>]/i;

const startOf = (head: Uint8Array): string =>
  Buffer.from(head.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');

/**
 * What a file is by its first bytes, whatever its name. @throws DataError for files of other kinds, and for bytes that are no text.
 */
export function recognise(name: string, head: Uint8Array): Content {
  const start = Buffer.from(head.subarray(0, 16)).toString('hex');
  const found = known.find(([first]) => first.test(start));
  if (found) return found[1];
  const other = refused.find(([first]) => first.test(start));
  if (other) throw new DataError(`${name}: expected a data file, got ${other[1]}; ${other[2]}`);
  if (markup.test(startOf(head)))
    throw new DataError(
      `${name}: expected a data file, got a web page or XML (some programs save such a table as .xls); open it in Excel and save it as .xlsx or CSV`,
    );
  if (head.includes(0) && !utf16Of(head))
    throw new DataError(
      `${name}: expected a CSV, Stata, SPSS, Excel, Parquet or Arrow file, got bytes that are none of them`,
    );
  return 'csv';
}
