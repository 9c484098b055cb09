/** Forms that a chart of a chapter can take. */
export const chartMarks = [
  'bars',
  'dots',
  'tiles',
  'heat',
  'matrix',
  'stacked',
  'diverging',
  'pyramid',
  'trend',
  'ribbon',
  'dumbbell',
  'slope',
  'multiples',
  'tile-multiples',
  'comparator',
  'items',
  'indicators',
  'profile',
] as const;
export type ChartMark = (typeof chartMarks)[number];

/**
 * A chart of a chapter.
 *
 * - `bars` and `dots` show an indicator over one breakdown in its latest wave (`sex:age_group` as dots grouped by sex); `tiles` shows
 *   provinces as squares; `heat` shows two breakdowns, or one breakdown over the waves, as a table; `matrix` shows the provinces
 *   that migrants come from (a structure indicator) against those they live in.
 * - `stacked`, `diverging` and `pyramid` show the answers of a structure indicator over one breakdown.
 * - `trend` and `ribbon` show the waves, for everybody (`all`) or one line a level of `domain`; `multiples` and `tile-multiples` one small
 *   trend a level; `dumbbell` and `slope` the first and the latest wave.
 * - `comparator` shows the figure for everybody beside those of other sources.
 * - `indicators` shows the indicator and those of `beside` for everybody, a bar each.
 * - `items` shows structures of one scale, the indicator's and those of `beside`, a bar each; `profile` the indicator and those of `beside`
 *   over one breakdown as a table in colours.
 */
export interface ChartPlan {
  readonly indicator: string;
  readonly domain: string;
  readonly mark: ChartMark;
  /** Further indicators of the same chart. */
  readonly beside?: readonly string[];
  /** What the chart of several indicators is about. */
  readonly subject?: { readonly zh: string; readonly en: string };
}

const kebab = (text: string): string => text.replaceAll(/[_:]/g, '-');

/** The name of a chart's files: `contract-signed-by-industry`, `contract-signed-trend-by-sex`. */
export function chartName({ indicator, domain, mark }: ChartPlan): string {
  const by = domain === 'all' ? '' : `-by-${kebab(domain)}`;
  const kind = mark === 'bars' || mark === 'dots' ? '' : `-${mark}`;
  return `${kebab(indicator)}${kind}${by}`;
}
