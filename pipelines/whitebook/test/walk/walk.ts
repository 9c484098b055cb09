import type { ComparisonRow, EstimateRow } from '@wavebook/schema';

/** What was checked, so that a walk that found nothing to check is seen, and what is wrong. */
export interface Walk {
  readonly checked: Record<string, number>;
  readonly wrong: string[];
}

export const count = (walk: Walk, kind: string, of = 1): void => {
  walk.checked[kind] = (walk.checked[kind] ?? 0) + of;
};

/** Numbers that stand in a file of `data/programme` under an id: changes, gaps, costs, statuses. */
export interface OtherNumbers {
  readonly values: readonly number[];
  readonly suppressed: boolean;
}

/** Every number that may stand in an output, by id, and the tests behind what is claimed. */
export interface Numbers {
  readonly estimates: ReadonlyMap<string, EstimateRow>;
  /** Weighted estimates of everybody, by `everybodyKey`. */
  readonly everybody: ReadonlyMap<string, readonly EstimateRow[]>;
  readonly comparisons: readonly ComparisonRow[];
  /** Numbers in what other sources print of themselves: their populations, definitions and titles. */
  readonly printed: ReadonlySet<string>;
  readonly others: ReadonlyMap<string, OtherNumbers>;
}

/** The text of markup. */
export const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Curly quotes made straight, as the English page has them. */
export const straight = (text: string): string => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');

/** Under what the estimates of everybody stand: their indicator, wave and variant. */
export const everybodyKey = ({
  indicator,
  wave,
  variant,
}: Pick<EstimateRow, 'indicator' | 'wave' | 'variant'>): string => `${indicator} ${wave} ${variant}`;
