import type { Indicator, Language, PublishedValue } from '@wavebook/schema';

/** Figures of one other source for one population that may stand beside an indicator's trend. */
export interface PublishedBeside {
  readonly label: string;
  readonly note: string;
  readonly points: { readonly year: number; readonly value: number }[];
}

/** Whether a published figure may stand beside an indicator: for the whole of its own population, in the same unit, never recalled. */
export function isForEverybody(row: PublishedValue, indicator: Indicator): boolean {
  return (
    row.indicator === indicator.id &&
    row.domain === 'all' &&
    row.category === '' &&
    row.unit === indicator.unit &&
    row.printed !== 'recalled' &&
    indicator.measure.kind !== 'structure'
  );
}

/**
 * The published figures that may stand beside a trend: for the whole population of their source, in the same unit, of a stated year, exact or
 * about, never recalled. Of several sources or populations the one with most years is taken; it is named with its own population.
 */
export function publishedBeside(
  indicator: Indicator,
  published: readonly PublishedValue[],
  lang: Language,
): PublishedBeside | undefined {
  const fit = published.filter(
    (row) =>
      isForEverybody(row, indicator) &&
      (row.relation === 'equal' || row.relation === 'about') &&
      /^\d{4}$/.test(row.year),
  );
  const groups = new Map<string, PublishedValue[]>();
  for (const row of fit) groups.set(row.population_zh, [...(groups.get(row.population_zh) ?? []), row]);
  const [best] = [...groups.values()].sort((a, b) => b.length - a.length);
  const first = best?.[0];
  if (!best || !first) return undefined;
  const sources = [...new Set(best.map((row) => (lang === 'zh' ? row.source_zh : row.source_en)))];
  const population = lang === 'zh' ? first.population_zh : first.population_en;
  const difference = lang === 'zh' ? first.comparable_note_zh : first.comparable_note_en;
  const points = new Map(best.map((row) => [Number(row.year), row.value]));
  return {
    label: population,
    note:
      lang === 'zh'
        ? `空心菱形为其他来源公布的数字，总体不同：${population}；${difference}。来源：${sources.join('；')}`
        : `Hollow diamonds are figures of another source with its own population: ${population}; ${difference}. From: ${sources.join('; ')}`,
    points: [...points].sort(([a], [b]) => a - b).map(([year, value]) => ({ year, value })),
  };
}
