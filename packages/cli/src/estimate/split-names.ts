import { UsageError } from '../usage-error.ts';

/** A name, and the rest of the text after it. */
interface Read {
  readonly name: string;
  readonly rest: string;
}

/**
 * Splits an option's value into column names at a separator. A name that holds the separator stands in double quotes; a
 * doubled quote inside them is the quote itself.
 *
 * @param option for messages, `--by` for example. @param separator one character.
 * @throws UsageError for an empty name, an open quote, and text after a closing quote.
 * @example splitNames('--by', '"a,b",c', ',') // ['a,b', 'c']
 */
export function splitNames(option: string, text: string, separator: string): string[] {
  const names: string[] = [];
  let rest = text;
  for (;;) {
    const read = readName(option, text, rest, separator);
    names.push(read.name);
    if (read.rest === '') return names;
    rest = read.rest.slice(1);
  }
}

/** One column name, with or without quotes. */
export function oneName(option: string, text: string): string {
  return readName(option, text, text, '').name;
}

/** A column name and what follows the separator after it: `V@0.1,0.5`. */
export function nameAndRest(option: string, text: string, separator: string): [name: string, rest: string] {
  const { name, rest } = readName(option, text, text, separator);
  if (rest === '')
    throw new UsageError(`${option}: expected ${separator} after the column name, got ${show(text)}`);
  return [name, rest.slice(1)];
}

function readName(option: string, whole: string, text: string, separator: string): Read {
  const from = text.trimStart();
  if (from.startsWith('"')) {
    const quoted = /^"((?:[^"]|"")*)"\s*/u.exec(from);
    if (!quoted)
      throw new UsageError(
        `${option}: expected the closing " of a quoted name, got the end of ${show(whole)}`,
      );
    const rest = from.slice(quoted[0].length);
    if (rest !== '' && (separator === '' || !rest.startsWith(separator))) {
      const expected = separator === '' ? 'the end' : `${separator} or the end`;
      throw new UsageError(
        `${option}: expected ${expected} after the quoted name, got ${show(rest)}; a quote inside a name is doubled ("")`,
      );
    }
    return { name: named(option, whole, quoted[1]?.replaceAll('""', '"') ?? ''), rest };
  }
  const end = separator === '' ? -1 : from.indexOf(separator);
  const name = (end < 0 ? from : from.slice(0, end)).trim();
  return { name: named(option, whole, name), rest: end < 0 ? '' : from.slice(end) };
}

function named(option: string, whole: string, name: string): string {
  if (name === '') throw new UsageError(`${option}: expected a column name, got nothing in ${show(whole)}`);
  return name;
}

const show = (text: string): string => JSON.stringify(text);
