import type { Random } from '../random/random.ts';
import type { RawRespondent } from './respondent.ts';

const hundreds = (yuan: number): string => String(Math.max(0, Math.round(yuan / 100) * 100));

/** Monthly expenditure of the household. */
export const householdSpending = ({ here }: RawRespondent, random: Random): string =>
  hundreds((900 + 650 * here) * Math.exp(0.4 * random.normal()));

/** What the household pays for food in a month. */
export const foodCost = ({ here }: RawRespondent, random: Random): string =>
  hundreds((400 + 300 * here) * Math.exp(0.3 * random.normal()));

/** What employers give in food in a month; nothing for most. */
export const foodFromEmployer = (_: RawRespondent, random: Random): string =>
  random.chance(0.3) ? hundreds(400 * Math.exp(0.3 * random.normal())) : '0';

/** What the household sent home in the year. */
export const sentHome = (_: RawRespondent, random: Random): string =>
  random.chance(0.7) ? hundreds(6000 * Math.exp(0.7 * random.normal())) : '0';
