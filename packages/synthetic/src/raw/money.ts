import type { Random } from '../random/random.ts';
import type { RawRespondent } from './respondent.ts';

const hundreds = (yuan: number): string => String(Math.max(0, Math.round(yuan / 100) * 100));

/** Monthly household income: the respondent's own and that of others here. */
export function householdIncome({ answers, here }: RawRespondent, random: Random): string {
  const own = Number(answers.monthly_income ?? 0);
  return hundreds(own + (here > 1 ? 2600 * Math.exp(0.5 * random.normal()) : 0));
}

/** Monthly expenditure of the household. */
export const householdSpending = ({ here }: RawRespondent, random: Random): string =>
  hundreds((900 + 650 * here) * Math.exp(0.4 * random.normal()));

/** Monthly rent or mortgage. */
export const housingCost = (_: RawRespondent, random: Random): string =>
  random.chance(0.25) ? '0' : hundreds(600 * Math.exp(0.6 * random.normal()));
