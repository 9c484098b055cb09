import { type Indicator, type Language, unitLabels } from '@wavebook/schema';
import { domainLabel } from './labels.ts';

/** Under the headline: definition, breakdown, universe, area, wave and unit. */
export function subtitleOf(indicator: Indicator, domain: string, waves: string, lang: Language): string {
  const unit = unitLabels[indicator.unit][lang];
  const universe = indicator.universe_label[lang];
  if (lang === 'zh') {
    const by = domain === 'all' ? '' : `按${domainLabel(domain, lang)}分，`;
    return `${indicator.definition.zh}。${by}${universe}，全国，${waves}年，${unit}`;
  }
  const by = domain === 'all' ? '' : `By ${domainLabel(domain, lang)}; `;
  const rest = `${by}${by === '' ? universe.charAt(0).toUpperCase() + universe.slice(1) : universe}`;
  return `${indicator.definition.en}. ${rest}, China, ${waves}; ${unit.toLowerCase()}`;
}

/** Under the headline of a chart of several indicators: breakdown, universe, area, wave and unit. */
export function subjectSubtitle(indicator: Indicator, waves: string, lang: Language, by?: string): string {
  const unit = unitLabels[indicator.unit][lang];
  const universe = indicator.universe_label[lang];
  if (lang === 'zh') return `${by === undefined ? '' : `按${by}分，`}${universe}，全国，${waves}年，${unit}`;
  const group =
    by === undefined ? universe.charAt(0).toUpperCase() + universe.slice(1) : `By ${by}; ${universe}`;
  return `${group}, China, ${waves}; ${unit.toLowerCase()}`;
}
