import type { Random } from '../random/random.ts';
import type { RawRespondent } from './respondent.ts';

const hundreds = (yuan: number): string => String(Math.max(0, Math.round(yuan / 100) * 100));

/** Monthly expenditure of the household. */
export const householdSpending = ({ here }: RawRespondent, random: Random): string =>
  hundreds((900 + 650 * here) * Math.exp(0.4 * random.normal()));
