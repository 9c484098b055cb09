import type { Random } from '../../random/random.ts';
import { hundreds, pick, yesNo } from './drawn.ts';
import type { Cells, WorkerContext } from './worker-context.ts';

/** Who a worker is, where from and with whom. */
export function person({
  base,
  hukouCounty,
  children,
  spouseHere,
  year,
  month,
  random,
}: WorkerContext): Cells {
  const arrival = Number(base.arrival_year) - 2;
  const moves = random.between(1, 4);
  const first = Math.max(Number(base.birth_year) + 15 - 2, arrival - random.integer(3 * moves));
  const family = Number(base.household_size_here) > 1;
  return {
    interview_year: year,
    interview_month: month,
    consent: 'yes',
    sex: base.sex as string,
    birth_year: Number(base.birth_year) - 2,
    birth_month: base.birth_month as number,
    ethnicity: base.ethnicity as string,
    education: base.education as string,
    marital_status: base.marital_status as string,
    hukou_type: base.hukou_type as string,
    hukou_province: base.hukou_province as string,
    hukou_county: hukouCounty,
    province: base.province as string,
    county: base.county as string,
    first_departure_year: Math.min(first, arrival),
    moves,
    arrival_year: arrival,
    arrival_month: base.arrival_month as number,
    companions: family
      ? pick(random, { spouse: 3, spouse_and_children: 3, other_family: 1 })
      : pick(random, { alone: 4, home_place: 4, organised: 1, other_family: 1 }),
    return_frequency: pick(
      random,
      family
        ? { none: 3, once: 5, '2-3': 3, '4-11': 1, monthly: 0.3 }
        : { none: 1, once: 4, '2-3': 4, '4-11': 2, monthly: 1 },
    ),
    months_worked: base.employed === 'yes' ? pick12(random) : random.between(0, 8),
    household_size_here: base.household_size_here as number,
    spouse_here: yesNo(spouseHere),
    children_under_16: children.length,
    children_under_16_here: children.filter(({ here }) => here).length,
    stay_intention: base.stay_intention as string,
    remittance: random.chance(0.65) ? hundreds(2000 + 9000 * random.uniform()) : 0,
  };
}

const pick12 = (random: Random): number => (random.chance(0.6) ? 12 : random.between(5, 11));
