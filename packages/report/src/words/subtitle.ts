import { type Indicator, type Label, type Language, unitLabels } from '@wavebook/schema';
import { domainLabel } from './labels.ts';

/** What is defined, without what a second sentence says of it. */
const firstSentence = (definition: string): string => definition.split(/。|\. /)[0] as string;

/** Under the headline: definition, breakdown, universe, area, wave and unit. */
export function subtitleOf(indicator: Indicator, domain: string, waves: string, lang: Language): string {
  const unit = unitLabels[indicator.unit][lang];
  const universe = indicator.universe_label[lang];
  if (lang === 'zh') {
    const by = domain === 'all' ? '' : `按${domainLabel(domain, lang)}分，`;
    return `${firstSentence(indicator.definition.zh)}。${by}${universe}，全国，${waves}年，${unit}`;
  }
  const by = domain === 'all' ? '' : `By ${domainLabel(domain, lang)}; `;
  const rest = `${by}${by === '' ? universe.charAt(0).toUpperCase() + universe.slice(1) : universe}`;
  return `${firstSentence(indicator.definition.en)}. ${rest}, China, ${waves}; ${unit.toLowerCase()}`;
}

const ownUniverses: Label = { zh: '各项按其自身的总体', en: 'each of its own universe' };

/** Under the headline of a chart of several indicators of one unit: breakdown, universe if it is the same for all, area, wave and unit. */
export function subjectSubtitle(
  indicators: readonly [Indicator, ...Indicator[]],
  waves: string,
  lang: Language,
  by?: string,
): string {
  const [{ unit: measured }] = indicators;
  const unit = unitLabels[measured][lang];
  const universes = new Set(indicators.map(({ universe_label }) => universe_label[lang]));
  const universe = universes.size === 1 ? ([...universes][0] as string) : ownUniverses[lang];
  if (lang === 'zh') return `${by === undefined ? '' : `按${by}分，`}${universe}，全国，${waves}年，${unit}`;
  const group =
    by === undefined ? universe.charAt(0).toUpperCase() + universe.slice(1) : `By ${by}; ${universe}`;
  return `${group}, China, ${waves}; ${unit.toLowerCase()}`;
}
