import { type Codebook, layoutSignature } from '@wavebook/schema';
import { designedCodebooks, recogniseLayout } from '@wavebook/schema/codebooks';
import { plainName } from './known-columns.ts';

/** How well the columns of a file fit a known layout. */
export interface LayoutFit {
  readonly codebook: Codebook;
  /** Share of the columns that tell the layout from others which the file has, to the letter. */
  readonly score: number;
  readonly telling: number;
  /** Telling columns that the file has not, those apart that it seems to have under another name. */
  readonly missing: readonly string[];
  readonly renamed: readonly (readonly [expected: string, found: string])[];
  /** Columns that the layout's codebook says nothing of. */
  readonly extra: readonly string[];
}

const rawNames = ({
  respondent,
  member,
  parts = [],
  other_columns: others = [],
  roster_slots: slots,
}: Codebook): Set<string> => {
  const names = [...respondent, ...parts].flatMap(({ raw, times, plus }) => [raw, times, plus]);
  const roster = member.flatMap(({ raw }) =>
    Array.from({ length: slots }, (_, k) => raw.replace('{n}', String(k + 1))),
  );
  return new Set([...names.filter((name) => name !== undefined), ...roster, ...others.map(({ raw }) => raw)]);
};

/** From 0 to 1, names in another case or with other signs between counted a little less than those to the letter. */
const nearness = ({ score, telling, renamed }: LayoutFit): number =>
  telling === 0 ? 0 : score + (0.8 * renamed.length) / telling;

/** The known layouts, the best first, with what separates the file from each. */
export function layoutFits(columns: readonly string[]): LayoutFit[] {
  const names = columns.map((name) => name.trim());
  const there = new Set(names);
  const byPlainName = new Map(names.map((name) => [plainName(name), name]));
  const fitOf = (codebook: Codebook, absent: readonly string[], telling: number): LayoutFit => {
    const known = rawNames(codebook);
    const renamed = absent.flatMap((name) => {
      const found = byPlainName.get(plainName(name));
      return found === undefined || known.has(found) ? [] : [[name, found] as const];
    });
    const taken = new Set(renamed.flat());
    return {
      codebook,
      score: telling === 0 ? 0 : 1 - absent.length / telling,
      telling,
      missing: absent.filter((name) => !taken.has(name)),
      renamed,
      extra: names.filter((name) => !known.has(name) && !taken.has(name)),
    };
  };
  const monitored = recogniseLayout(columns).matches.map(({ codebook, absent }) =>
    fitOf(codebook, absent, layoutSignature(codebook).length),
  );
  const designed = Object.values(designedCodebooks).map((codebook) => {
    const telling = [
      ...new Set(
        codebook.respondent.flatMap(({ raw, confidence }) => (confidence === 'placeholder' ? [] : [raw])),
      ),
    ];
    return fitOf(
      codebook,
      telling.filter((name) => !there.has(name)),
      telling.length,
    );
  });
  return [...monitored, ...designed].sort((a, b) => nearness(b) - nearness(a) || b.telling - a.telling);
}
