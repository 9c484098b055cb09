import { codeLists, type MissingReason, type Variable } from '@wavebook/schema';
import { missingReasonOf } from '../missing-words.ts';
import { codeOfAnswer } from './answer-words.ts';
import type { ColumnProfile, Level } from './column-profile.ts';
import type { KnownColumn, KnownColumns } from './known-columns.ts';
import type { Spread } from './reference-values.ts';

/** What the raw answers of a column are taken to mean. */
export interface CodesProposal {
  /** Raw answer to code, the answers in the order of their codes. */
  readonly codes: ReadonlyMap<string, string>;
  readonly missing: ReadonlyMap<string, MissingReason>;
  /** Answers whose meaning nothing tells. */
  readonly open: readonly Level[];
  /** Share of the filled cells whose label or text tells its code. */
  readonly byText: number;
  /** The known column whose codes were taken for answers without a text. */
  readonly base: KnownColumn | undefined;
  /** Half the sum of the differences of shares to the nearest known wave, 0 to 1; and the same were the scale turned round. */
  readonly distance: number | undefined;
  readonly distanceReversed: number | undefined;
}

/** Codes of a known layout are not taken for a column of whose cells more than this have others. */
const mostUnknown = 0.15;

/** A code as numbers are written that went through a spreadsheet: 2.0 is 2. */
const plainCode = (text: string): string => text.replace(/\.0+$/, '');

const inOrder = (levels: readonly Level[]): Level[] =>
  [...levels].sort((a, b) => Number(a.text) - Number(b.text) || (a.text < b.text ? -1 : 1));

const sharesOf = (levels: readonly Level[], codes: ReadonlyMap<string, string>): Map<string, number> => {
  const total = levels.reduce((sum, { text, count }) => sum + (codes.has(text) ? count : 0), 0);
  const shares = new Map<string, number>();
  for (const { text, count } of levels) {
    const code = codes.get(text);
    if (code !== undefined) shares.set(code, (shares.get(code) ?? 0) + count / total);
  }
  return shares;
};

const distanceBetween = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  [...new Set([...a.keys(), ...b.keys()])].reduce(
    (sum, code) => sum + Math.abs((a.get(code) ?? 0) - (b.get(code) ?? 0)) / 2,
    0,
  );

const nearestDistance = (
  shares: ReadonlyMap<string, number>,
  spreads: readonly Spread[],
): number | undefined =>
  spreads.length === 0 || shares.size === 0
    ? undefined
    : Math.min(...spreads.map((spread) => distanceBetween(shares, spread.shares)));

const reversedOrder = (variable: Variable): ReadonlyMap<string, string> => {
  const list = codeLists[variable.codes ?? ''];
  const codes = list?.ordered ? list.codes.map(({ code }) => code) : [];
  return new Map(codes.map((code, i) => [code, codes[codes.length - 1 - i] as string]));
};

/** The known column whose codes hold all answers but slips, and under which their shares are nearest to a known wave. */
function baseOf(
  answers: readonly Level[],
  candidates: readonly KnownColumn[],
  spreads: readonly Spread[],
): { base: KnownColumn; distance: number | undefined } | undefined {
  const total = answers.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const fitting = candidates.flatMap((base) => {
    const codes = new Map(Object.entries(base.mapping.codes ?? {}));
    if (codes.size === 0) return [];
    const outside = answers.reduce(
      (sum, { text, count }) => sum + (codes.has(plainCode(text)) ? 0 : count),
      0,
    );
    if (outside > mostUnknown * total) return [];
    const shares = sharesOf(
      answers,
      new Map(
        answers.flatMap(({ text }) =>
          codes.has(plainCode(text)) ? [[text, codes.get(plainCode(text)) as string]] : [],
        ),
      ),
    );
    return [{ base, distance: nearestDistance(shares, spreads) }];
  });
  const [first, ...others] = fitting;
  if (!first) return undefined;
  return others.reduce(
    (best, one) => ((one.distance ?? 1) < (best.distance ?? 1) - 0.02 ? one : best),
    first,
  );
}

/**
 * What the answers of a column mean as answers to a variable: by their labels or texts where there are any, else by the codes of a known
 * column (`candidates`, the likeliest first).
 */
export function proposeCodes(
  column: ColumnProfile,
  variable: Variable,
  {
    known,
    candidates,
    spreads,
    missing: said,
  }: {
    known: KnownColumns;
    candidates: readonly KnownColumn[];
    spreads: readonly Spread[];
    /** What the layout of the file as a whole says to be no answer. */
    missing?: Readonly<Record<string, MissingReason>> | undefined;
  },
): CodesProposal {
  const codes = new Map<string, string>();
  const missing = new Map<string, MissingReason>();
  const bare: Level[] = [];
  let told = 0;
  for (const level of inOrder([...column.levels, ...column.missing])) {
    const text = level.label || (/^-?[\d.]+$|^\.[a-z]?$/.test(level.text) ? '' : level.text);
    const code = text === '' ? undefined : codeOfAnswer(text, variable, known);
    const reason =
      said?.[plainCode(level.text)] ??
      (text === '' || code !== undefined ? undefined : missingReasonOf(text, variable));
    if (code !== undefined) codes.set(level.text, code);
    else if (reason) missing.set(level.text, reason);
    else bare.push(level);
    if (code !== undefined || reason) told += level.count;
  }
  const filled = column.filled + column.missing.reduce((sum, { count }) => sum + count, 0);
  const byText = filled === 0 ? 0 : told / filled;
  const answers = bare.filter((level) => !column.missing.includes(level));
  const found = byText < 0.5 ? baseOf(answers, candidates, spreads) : undefined;
  for (const { text } of answers) {
    const code = found?.base.mapping.codes?.[plainCode(text)];
    if (code !== undefined) codes.set(text, code);
  }
  const shares = sharesOf(column.levels, codes);
  const turned = reversedOrder(variable);
  return {
    codes: new Map(
      inOrder([...column.levels]).flatMap(({ text }) =>
        codes.has(text) ? [[text, codes.get(text) as string]] : [],
      ),
    ),
    missing,
    open: answers.filter(({ text }) => !codes.has(text)),
    byText,
    base: found?.base,
    distance: nearestDistance(shares, spreads),
    distanceReversed:
      turned.size < 3
        ? undefined
        : nearestDistance(
            new Map([...shares].map(([code, share]) => [turned.get(code) ?? code, share])),
            spreads,
          ),
  };
}
