import { type Command, InvalidArgumentError } from 'commander';

/** An option that is given once. */
export function once(value: string, previous: string | undefined): string {
  if (previous !== undefined) throw new InvalidArgumentError('It can be given once only.');
  return value;
}

/** How the data file of a command is to be read, where it does not say so itself. */
export const withReading = (command: Command): Command =>
  command
    .option(
      '--encoding <name>',
      'encoding of its texts (default: as declared, else seen from the bytes)',
      once,
    )
    .option(
      '--sheet <name>',
      'sheet of an Excel file (default: the first, or the only one that holds a table)',
      once,
    )
    .option('--member <name>', 'file inside a zip that holds several', once);
