import type { Encode } from '../text/text-encoder.ts';
import type { WrittenVariable } from '../write/stat-table.ts';
import type { DtaLayout } from './dta-layout.ts';
import type { Storage } from './dta-storage.ts';

const reserved = new Set(
  '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _se _skip str strL using with'.split(
    ' ',
  ),
);
const longestName = 32;
const longestLabel = 80;
const defaultFormats = {
  byte: '%8.0g',
  int: '%8.0g',
  long: '%12.0g',
  float: '%9.0g',
  double: '%10.0g',
  strL: '%9s',
};

/** The texts of a variable as the file holds them. */
export interface VariableTexts {
  readonly name: Uint8Array;
  readonly label: Uint8Array;
  readonly format: Uint8Array;
}

/** Checks and encodes the texts of a variable. Throws for names, labels and formats that Stata refuses. */
export function variableTexts(
  variable: WrittenVariable,
  storage: Storage,
  { encode, layout }: { encode: Encode; layout: DtaLayout },
): VariableTexts {
  const { name, label = '' } = variable;
  const fits = (bytes: Uint8Array, width: number, what: string): Uint8Array => {
    if (bytes.length < width) return bytes;
    throw new Error(
      `writeDta: ${what} of "${name}" must have fewer than ${width} bytes; got ${bytes.length}`,
    );
  };
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) || [...name].length > longestName || isReserved(name))
    throw new Error(
      `writeDta: a variable name is up to ${longestName} letters, digits and _, no digit first, no reserved word; got "${name}"`,
    );
  if ([...label].length > longestLabel)
    throw new Error(
      `writeDta: a variable label has up to ${longestLabel} characters; "${name}" has ${[...label].length}`,
    );
  return {
    name: fits(encode(name), layout.name, 'the name'),
    label: fits(encode(label), layout.label, 'the label'),
    format: fits(encode(formatOf(variable, storage)), layout.format, 'the format'),
  };
}

const isReserved = (name: string): boolean => reserved.has(name) || /^str\d+$/.test(name);

const formatOf = ({ format }: WrittenVariable, { type, width }: Storage): string => {
  if (format?.startsWith('%') && format.endsWith('s') === (type === 'string' || type === 'strL'))
    return format;
  return type === 'string' ? `%${width}s` : defaultFormats[type];
};
