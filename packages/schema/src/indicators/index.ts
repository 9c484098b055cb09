import type { Indicator, Topic } from '../indicator.ts';
import { employmentIndicators } from './employment.ts';
import { insuranceIndicators } from './insurance.ts';
import { mobilityIndicators } from './mobility.ts';
import { servicesIndicators } from './services.ts';

/** The indicators of each topic, in book order. */
export const indicatorsByTopic: Readonly<Record<Topic, readonly Indicator[]>> = {
  employment: employmentIndicators,
  insurance: insuranceIndicators,
  services: servicesIndicators,
  mobility: mobilityIndicators,
};
