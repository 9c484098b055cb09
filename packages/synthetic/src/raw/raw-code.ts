import type { Mapping } from '@wavebook/schema';
import type { Random } from '../random/random.ts';

/** Where several raw codes stand for one canonical code: how often each is written, first code first. */
const codeShares: Readonly<Record<string, readonly number[]>> = {
  upper_secondary: [0.62, 0.38],
  other: [10, 8, 18, 8, 30, 16, 14, 14, 10, 6, 6, 5, 4, 4, 3, 3, 3, 2, 8],
};

const inverses = new WeakMap<Mapping, Map<string, string[]>>();

function inverseOf(mapping: Mapping): Map<string, string[]> {
  const known = inverses.get(mapping);
  if (known) return known;
  const inverse = new Map<string, string[]>();
  for (const [raw, code] of Object.entries(mapping.codes ?? {}))
    inverse.set(code, [...(inverse.get(code) ?? []), raw]);
  inverses.set(mapping, inverse);
  return inverse;
}

/** The raw code of a canonical code in a layout; one of several by share. */
export function rawCode(mapping: Mapping, code: string, random: Random): string {
  const raws = inverseOf(mapping).get(code);
  const first = raws?.[0];
  if (!raws || first === undefined)
    throw new Error(`rawCode: column ${mapping.raw} has no raw code for "${code}"`);
  if (raws.length === 1) return first;
  const shares = codeShares[code];
  return raws[
    shares?.length === raws.length ? random.weighted(shares) : random.integer(raws.length)
  ] as string;
}

/** The raw code that stands for the values of two variables which one column tells; the second is null for most codes. */
export function detailedCode(
  mapping: Mapping,
  detail: Mapping,
  [value, more]: readonly [string | number, string | number | null],
  random: Random,
): string {
  if (more === null) return rawCode(mapping, String(value), random);
  const found = inverseOf(mapping)
    .get(String(value))
    ?.find((raw) => detail.codes?.[raw] === more);
  if (found === undefined)
    throw new Error(`detailedCode: column ${mapping.raw} has no raw code for "${value}" and "${more}"`);
  return found;
}
