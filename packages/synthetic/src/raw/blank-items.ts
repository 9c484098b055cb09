import type { Answers } from '../population/answers.ts';
import type { Random } from '../random/random.ts';

/** Shares of respondents who leave an item blank; nothing else is left blank without a skip. */
const blankShares: Readonly<Record<string, number>> = {
  monthly_income: 0.03,
  weekly_hours: 0.01,
  arrival_month: 0.003,
  contract: 0.004,
  pension_insured: 0.004,
  social_security_card: 0.003,
  health_record: 0.003,
  residence_permit: 0.003,
  stay_intention: 0.003,
  unemployment_insured: 0.004,
  maternity_insured: 0.004,
  housing_fund: 0.004,
  medical_insured_here: 0.003,
  moves: 0.003,
};

/** The answers as they reach the file: some items blank. */
export function leaveBlanks(answers: Answers, random: Random): Answers {
  const given: Record<string, string | number | null> = { ...answers };
  for (const [variable, share] of Object.entries(blankShares))
    if (random.chance(share)) given[variable] = null;
  return given;
}
