import type { CategoryShare, DataQuality, SeriesRow } from '@wavebook/schema';

/** A share must have moved by so much, */
const largeChange = 0.05;
/** and by so many standard errors, */
const manyErrors = 3;
/** if clusters double the variance of a simple random sample. */
const clustered = 2;

/** A category is new or gone if so many people would have chosen it at the share of the other wave. */
const surelyChosen = 10;

const isNewOrGone = (a: CategoryShare, b: CategoryShare): boolean =>
  a.offered !== b.offered ||
  (a.count === 0 && b.share * a.n >= surelyChosen) ||
  (b.count === 0 && a.share * b.n >= surelyChosen);

function breakBetween(
  before: CategoryShare | undefined,
  now: CategoryShare,
  asked: boolean,
): SeriesRow['break'] {
  if (!before) return asked ? 'codes' : '';
  if (before.question !== now.question) return 'question';
  if (isNewOrGone(before, now)) return 'codes';
  const variance = (x: CategoryShare): number => (clustered * x.share * (1 - x.share)) / x.n;
  const change = Math.abs(now.share - before.share);
  return change >= largeChange && change > manyErrors * Math.sqrt(variance(before) + variance(now))
    ? 'jump'
    : '';
}

/** Shares of categories wave by wave, each beside the wave before that has the variable, with breaks marked. */
export function seriesOf(waves: readonly DataQuality[]): SeriesRow[] {
  const rows: SeriesRow[] = [];
  for (const instrument of [...new Set(waves.map((w) => w.instrument))].sort()) {
    const own = waves.filter((w) => w.instrument === instrument).sort((a, b) => (a.wave < b.wave ? -1 : 1));
    for (const variable of [...new Set(own.flatMap(({ categories }) => categories.map((c) => c.variable)))]) {
      const asked = own.filter(({ categories }) => categories.some((c) => c.variable === variable));
      for (const [i, wave] of asked.entries()) {
        const previous = asked[i - 1];
        for (const now of wave.categories.filter((c) => c.variable === variable)) {
          const before = previous?.categories.find(
            (c) => c.variable === variable && c.category === now.category,
          );
          rows.push({
            instrument,
            variable,
            category: now.category,
            wave: wave.wave,
            n: now.n,
            share: now.share,
            previous_wave: previous?.wave ?? null,
            change: before?.offered && now.offered ? now.share - before.share : null,
            break: breakBetween(before, now, previous !== undefined),
            offered: now.offered,
          });
        }
      }
    }
  }
  return rows;
}
