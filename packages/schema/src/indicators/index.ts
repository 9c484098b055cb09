import type { Indicator, Topic } from '../indicator.ts';
import type { IndicatorDefinition, IndicatorTopic, MeasurableIndicator } from '../indicator-definition.ts';
import { asIndicator } from './as-indicator.ts';
import { chapterFacts } from './chapter-facts.ts';
import { complete } from './complete.ts';
import { notMeasurable } from './define.ts';
import { employmentIndicators } from './employment.ts';
import { employmentGaps, furtherEmployment } from './further/employment.ts';
import { enterpriseContributions, enterpriseEmployment } from './further/enterprise.ts';
import { furtherInsurance } from './further/insurance.ts';
import { integrationDrafts, integrationGaps } from './further/integration.ts';
import { migrantTypeDrafts } from './further/migrant-types.ts';
import { furtherMobility, mobilityGaps } from './further/mobility.ts';
import { programmeDrafts, programmeGaps, programmePublished } from './further/programme.ts';
import { furtherServices, servicesGaps } from './further/services.ts';
import { insuranceIndicators } from './insurance.ts';
import { mobilityIndicators } from './mobility.ts';
import { servicesIndicators } from './services.ts';

export { type IndicatorAvailability, indicatorAvailability } from './availability.ts';
export { measureIn } from './measure-in.ts';
export { measuredVariables, type NeededVariable, neededVariables } from './needed-variables.ts';

function ofChapter(indicator: Indicator): MeasurableIndicator {
  const facts = chapterFacts[indicator.id];
  if (!facts) throw new Error(`ofChapter: chapterFacts has no row for "${indicator.id}"; add one`);
  const { universe, universe_label, ...rest } = indicator;
  return complete(indicator.topic, {
    ...rest,
    ...facts,
    universe: { conditions: universe, label: universe_label },
  });
}

const groups: Readonly<Record<IndicatorTopic, readonly IndicatorDefinition[]>> = {
  employment: [
    ...employmentIndicators.map(ofChapter),
    ...[...furtherEmployment, ...migrantTypeDrafts, ...enterpriseEmployment].map((draft) =>
      complete('employment', draft),
    ),
    ...employmentGaps.map((draft) => notMeasurable('employment', draft)),
  ],
  insurance: [
    ...insuranceIndicators.map(ofChapter),
    ...[...furtherInsurance, ...enterpriseContributions].map((draft) => complete('insurance', draft)),
  ],
  services: [
    ...servicesIndicators.map(ofChapter),
    ...furtherServices.map((draft) => complete('services', draft)),
    ...servicesGaps.map((draft) => notMeasurable('services', draft)),
  ],
  mobility: [
    ...mobilityIndicators.map(ofChapter),
    ...furtherMobility.map((draft) => complete('mobility', draft)),
    ...mobilityGaps.map((draft) => notMeasurable('mobility', draft)),
  ],
  integration: [
    ...integrationDrafts.map((draft) => complete('integration', draft)),
    ...integrationGaps.map((draft) => notMeasurable('integration', draft)),
  ],
  programme: [
    ...programmeDrafts.map((draft) => complete('programme', draft)),
    ...programmePublished,
    ...programmeGaps.map((draft) => notMeasurable('programme', draft)),
  ],
};

/** Every indicator of the list, group by group: measurable, from a published table, or not measurable with the reason. */
export const allIndicators: readonly IndicatorDefinition[] = Object.values(groups).flat();

/** What the chapter of a topic estimates: every definition of its group that the monitoring survey can measure. */
const ofTopic = (topic: Topic): readonly Indicator[] =>
  groups[topic].flatMap((definition) => asIndicator(definition) ?? []);

/** The indicators that each chapter of the book estimates from the monitoring survey, in book order. */
export const indicatorsByTopic: Readonly<Record<Topic, readonly Indicator[]>> = {
  employment: ofTopic('employment'),
  insurance: ofTopic('insurance'),
  services: ofTopic('services'),
  mobility: ofTopic('mobility'),
  integration: ofTopic('integration'),
};
