import { seededRandom } from '../src/replication/seeded-random.ts';

/** A synthetic population of people in PSUs in strata; people of a PSU, and PSUs of a stratum, stand together. */
export interface Population {
  readonly strata: number;
  /** stratum → its first PSU; PSU → its first person; one entry more than there are */
  readonly stratumStart: Int32Array;
  readonly psuStart: Int32Array;
  /** PSU → size in an old register: what PSUs are drawn by */
  readonly registered: Float64Array;
  /** person → value */
  readonly columns: Readonly<Record<Column, Float64Array>>;
}

export type Column = 'region' | 'sex_by_age' | 'income' | 'hours' | 'insured' | 'accident' | 'services';

export const STRATA = 40;
export const REGIONS = 4;
export const SEX_BY_AGE = 6;
export const POPULATION_SEED = 20170501;
/** Probability of what is rare, and how far PSUs differ in it: the standard deviation of its logarithm. */
export const RARE = 0.02;
const RARE_SPREAD = 0.8;

/**
 * Strata of unequal size; PSUs that differ in level, and people in them; incomes skewed to the right. @param psus least and
 * most PSUs of a stratum.
 */
export function generatePopulation([least, most]: readonly [number, number]): Population {
  const random = seededRandom(POPULATION_SEED);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const happens = (logOdds: number): number => (random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0);

  const stratumStart = new Int32Array(STRATA + 1);
  for (let h = 0; h < STRATA; h++) {
    stratumStart[h + 1] = stratumStart[h]! + least + Math.floor(random() * (most - least + 1));
  }
  const psus = stratumStart[STRATA]!;
  const psuStart = new Int32Array(psus + 1);
  const registered = new Float64Array(psus);
  for (let psu = 0; psu < psus; psu++) {
    const size = 30 + Math.round(60 * Math.exp(0.5 * normal()));
    psuStart[psu + 1] = psuStart[psu]! + size;
    registered[psu] = Math.round(size * Math.exp(0.25 * normal())) + 1;
  }
  const people = psuStart[psus]!;
  const column = () => new Float64Array(people);
  const columns: Record<Column, Float64Array> = {
    region: column(),
    sex_by_age: column(),
    income: column(),
    hours: column(),
    insured: column(),
    accident: column(),
    services: column(),
  };
  for (let h = 0; h < STRATA; h++) {
    const ofStratum = 0.25 * normal();
    for (let psu = stratumStart[h]!; psu < stratumStart[h + 1]!; psu++) {
      const [rich, long, covered, urban] = [0.2 * normal(), 3 * normal(), 0.6 * normal(), 0.7 * normal()];
      const danger = RARE * Math.exp(RARE_SPREAD * normal() - RARE_SPREAD ** 2 / 2);
      for (let i = psuStart[psu]!; i < psuStart[psu + 1]!; i++) {
        const sex = random() < 0.45 ? 1 : 0;
        const age = Math.floor(3 * random() ** 1.3);
        const hours = Math.round(Math.max(8, 50 + long - 2 * sex + 9 * normal()));
        columns.region[i] = Math.floor((h * REGIONS) / STRATA);
        columns.sex_by_age[i] = 3 * sex + age;
        columns.hours[i] = hours;
        columns.services[i] = happens(-1.7 + urban + 0.5 * sex);
        columns.income[i] = Math.round(
          Math.exp(8.1 + ofStratum + rich - 0.2 * sex + 0.1 * age + 0.008 * (hours - 50) + 0.5 * normal()),
        );
        columns.insured[i] = happens(0.9 + ofStratum + covered + 0.3 * age);
        columns.accident[i] = random() < danger ? 1 : 0;
      }
    }
  }
  return { strata: STRATA, stratumStart, psuStart, registered, columns };
}
