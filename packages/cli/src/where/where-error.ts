import { displayWidth, printable } from '../display-width.ts';
import { UsageError } from '../usage-error.ts';

/** An error in a `--where` expression: what is wrong, the position from 1, and a pointer under the text. */
export function whereError(source: string, at: number, problem: string): UsageError {
  const before = printable(source.slice(0, at));
  return new UsageError(
    `--where: ${problem} (position ${[...source.slice(0, at)].length + 1})\n  ${printable(source)}\n  ${' '.repeat(displayWidth(before))}^`,
  );
}
