/**
 * A chart of a chapter: an indicator over one breakdown, as bars from zero or dots with intervals. `sex:age_group` is drawn as dots
 * grouped by sex.
 */
export interface ChartPlan {
  readonly indicator: string;
  readonly domain: string;
  readonly mark: 'bars' | 'dots';
}

const kebab = (text: string): string => text.replaceAll(/[_:]/g, '-');

/** The name of a chart's files: `contract-signed-by-industry`. */
export function chartName({ indicator, domain }: ChartPlan): string {
  return domain === 'all' ? kebab(indicator) : `${kebab(indicator)}-by-${kebab(domain)}`;
}
