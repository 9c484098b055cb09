import { isNumberText, parseNumber } from './parse-number.ts';
import type { Table, TextColumn } from './table.ts';

/** A way to write a number that people have and programs do not read: `１２３`, `1,234`. */
export type NumberForm = 'full_width' | 'thousands';

/** How texts that are no plain numbers can be read as numbers. */
export interface NumberForms {
  /** By text, the plain number that it says, and how it is written. */
  readonly plain: ReadonlyMap<string, { readonly text: string; readonly form: NumberForm }>;
  /** Texts with a comma that may be a decimal mark, or stand between answers; they are not read. */
  readonly doubtful: ReadonlySet<string>;
}

/** Of texts without one, every number is plain. */
const OTHER_SIGN = /[,０-９．，＋－]/;
const FULL_WIDTH = /[０-９．，＋－]/g;
/** From the forms of width to those of ASCII. */
const WIDTH = 0xfee0;
const GROUPED = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
/** One comma, perhaps behind points between thousands. */
const ONE_COMMA = /^[+-]?\d+(\.\d{3})*,\d+$/;
/**
 * What says nothing of the commas beside it: 0, codes for no answer such as -9, 99 and 9998, and three places behind a point, which another hand
 * may have written with a comma.
 */
const SAYS_NOTHING = /^(0|-\d+|[6-9]+|.*\.\d{3})$/;
/** Codes of three digits, one behind the other: answers of which several count. */
const CODES = /^\d{3}(,\d{3})+$/;

const halfWidth = (text: string): string =>
  text.trim().replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDTH));

/** Whether texts may be lists of codes of three digits: no other number stands beside them. */
const mayBeLists = (grouped: readonly string[], others: readonly string[]): boolean =>
  grouped.every((text) => CODES.test(text)) && others.every((text) => /^\d{3}$/.test(text));

/**
 * Whether commas that could all stand between thousands must stand there. A second comma, or a point, says so. Else decimals are written either
 * without zeros at the end, which a number ending in 0 speaks against, or all with three places, which a number without a comma does.
 */
function separatesThousands(grouped: readonly string[], others: readonly string[]): boolean {
  const plain = others.filter((text) => !SAYS_NOTHING.test(text));
  if (mayBeLists(grouped, plain)) return false;
  if (grouped.some((text) => /,.*[,.]/.test(text)) || plain.some((text) => text.includes('.'))) return true;
  return plain.length > 0 && grouped.some((text) => text.endsWith('0'));
}

/**
 * How the texts of a column can be read as numbers where they are not written plainly. Full-width digits always can. Commas are separators of
 * thousands if every number with one has the form `1,234` and the column shows that they are no decimal marks (`separatesThousands`). Otherwise they
 * may be, and what they mean is left to be said.
 *
 * @example numberForms(['１２', '3,500', '1,234,567']).plain.get('3,500') // { text: '3500', form: 'thousands' }
 */
export function numberForms(texts: readonly string[]): NumberForms {
  const plain = new Map<string, { text: string; form: NumberForm }>();
  const commas: { readonly text: string; readonly half: string }[] = [];
  for (const text of texts) {
    if (!OTHER_SIGN.test(text)) continue;
    const half = halfWidth(text);
    if (isNumberText(half)) plain.set(text, { text: half, form: 'full_width' });
    else if (/^[+-]?[\d.]*\d,[\d,.]*\d$/.test(half)) commas.push({ text, half });
  }
  const doubtful = new Set<string>();
  if (commas.length === 0) return { plain, doubtful };
  const written = texts.map(halfWidth).filter(isNumberText);
  const grouped = commas.map(({ half }) => half).filter((half) => GROUPED.test(half));
  if (grouped.length === commas.length && separatesThousands(grouped, written))
    for (const { text, half } of commas)
      plain.set(text, { text: half.replaceAll(',', ''), form: 'thousands' });
  else if (commas.every(({ half }) => ONE_COMMA.test(half) || GROUPED.test(half)))
    for (const { text } of commas) doubtful.add(text);
  return { plain, doubtful };
}

/** What reads the texts of a column as numbers, in whatever sure form they are written; undefined for one that is none. */
export function numberReader(texts: readonly string[]): (text: string) => number | undefined {
  const isPlain = texts.every((text) => parseNumber(text) !== undefined);
  const { plain } = isPlain ? { plain: undefined } : numberForms(texts);
  return (text) => parseNumber(plain?.get(text)?.text ?? text);
}

/** The cells of a column by the form of their numbers. */
export interface FormCounts {
  readonly fullWidth: number;
  readonly thousands: number;
  readonly doubtful: { readonly cells: number; readonly first: string; readonly row: number } | undefined;
}

/** How many cells of a column are written in which form; undefined where it holds hardly a number, or no other than plain ones. */
export function formCounts({ codes, levels }: TextColumn): FormCounts | undefined {
  const forms = numberForms(levels);
  if (forms.plain.size + forms.doubtful.size === 0) return undefined;
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  const cells = (has: (level: string) => boolean): number =>
    levels.reduce((sum, level, i) => sum + (has(level) ? (counts[i] as number) : 0), 0);
  const isDoubtful = (level: string): boolean => forms.doubtful.has(level);
  const doubtful = cells(isDoubtful);
  const numbers = cells((level) => forms.plain.has(level) || isDoubtful(level) || isNumberText(level));
  if (numbers * 2 < cells(() => true)) return undefined;
  const row = doubtful > 0 ? codes.findIndex((code) => code >= 0 && isDoubtful(levels[code] as string)) : -1;
  const first = levels[codes[row] ?? -1]?.trim();
  return {
    fullWidth: cells((level) => forms.plain.get(level)?.form === 'full_width'),
    thousands: cells((level) => forms.plain.get(level)?.form === 'thousands'),
    doubtful: first === undefined ? undefined : { cells: doubtful, first, row },
  };
}

const many = (cells: number): string => `${cells} ${cells === 1 ? 'cell' : 'cells'}`;

const WRITTEN_PLAINLY = 'write a decimal point, and no separator of thousands, in the file';

/** What to do about commas that may be decimal marks. */
export const COMMA_ADVICE = `the comma may be a decimal mark; ${WRITTEN_PLAINLY}`;

/** What a person should know of how the numbers of a column are written, a sentence a form. */
export const formSentences = ({ fullWidth, thousands, doubtful }: FormCounts): string[] => [
  ...(fullWidth > 0 ? [`${many(fullWidth)} in full-width digits (１２), read as numbers`] : []),
  ...(thousands > 0 ? [`${many(thousands)} with commas between thousands (1,234), read as numbers`] : []),
  ...(doubtful
    ? [
        `${many(doubtful.cells)} not read as numbers, first "${doubtful.first}" in data row ${doubtful.row + 1}; the comma may be a decimal mark or stand between answers; of numbers, ${WRITTEN_PLAINLY}`,
      ]
    : []),
];

/** The same of some columns of a table, each sentence with its column. */
export function formNotes(
  { columns }: Pick<Table, 'columns'>,
  names: Iterable<string> = columns.keys(),
): string[] {
  return [...names].flatMap((name) => {
    const column = columns.get(name);
    const counts = column?.kind === 'text' ? formCounts(column) : undefined;
    return counts ? formSentences(counts).map((sentence) => `column "${name}": ${sentence}`) : [];
  });
}
