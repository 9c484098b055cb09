/**
 * A chart of a chapter. `bars` and `dots` show an indicator over one breakdown in its latest wave (`sex:age_group` as dots grouped by
 * sex); `tiles` shows provinces as squares; `trend` shows the waves, for everybody (`all`) or one line a level of `domain`;
 * `comparator` shows the figure for everybody beside those of other sources.
 */
export interface ChartPlan {
  readonly indicator: string;
  readonly domain: string;
  readonly mark: 'bars' | 'dots' | 'tiles' | 'trend' | 'comparator';
}

const kebab = (text: string): string => text.replaceAll(/[_:]/g, '-');

/** The name of a chart's files: `contract-signed-by-industry`, `contract-signed-trend-by-sex`. */
export function chartName({ indicator, domain, mark }: ChartPlan): string {
  const by = domain === 'all' ? '' : `-by-${kebab(domain)}`;
  const kind = mark === 'bars' || mark === 'dots' ? '' : `-${mark}`;
  return `${kebab(indicator)}${kind}${by}`;
}
