import { type Margin, type SurveyDesign, surveyDesign } from '../src/index.ts';
import { type Column, type Population, REGIONS, SEX_BY_AGE } from './coverage-population.ts';

/** PSUs drawn in a stratum, and people in a PSU. */
export const PSUS = 6;
export const PEOPLE = 20;

export interface Sample {
  readonly design: SurveyDesign;
  /** row → person */
  readonly person: Int32Array;
}

/**
 * In each stratum PSUs with probability proportional to their registered size, systematically from a list in random order; in each
 * PSU people by simple random sampling.
 */
export function drawSample(population: Population, random: () => number): Sample {
  const { strata, stratumStart, psuStart, registered } = population;
  const rows = strata * PSUS * PEOPLE;
  const person = new Int32Array(rows);
  const stratum = new Int32Array(rows);
  const psu = new Int32Array(rows);
  const weight = new Float64Array(rows);
  let row = 0;
  for (let h = 0; h < strata; h++) {
    const list = Int32Array.from(
      { length: stratumStart[h + 1]! - stratumStart[h]! },
      (_, i) => stratumStart[h]! + i,
    );
    shuffle(list, list.length, random);
    const step = list.reduce((sum, i) => sum + registered[i]!, 0) / PSUS;
    let reached = 0;
    let next = random() * step;
    for (const i of list) {
      reached += registered[i]!;
      if (reached <= next) continue;
      next += step;
      const size = psuStart[i + 1]! - psuStart[i]!;
      const people = Int32Array.from({ length: size }, (_, k) => psuStart[i]! + k);
      shuffle(people, PEOPLE, random);
      for (let k = 0; k < PEOPLE; k++, row++) {
        person[row] = people[k]!;
        stratum[row] = h;
        psu[row] = i;
        weight[row] = (step / registered[i]!) * (size / PEOPLE);
      }
    }
  }
  if (row !== rows) throw new Error(`drawSample: expected ${rows} people, got ${row}`);
  return { design: surveyDesign({ weight, strata: stratum, psu }), person };
}

/** Puts `count` of the entries, chosen at random, in front in random order. */
function shuffle(list: Int32Array, count: number, random: () => number): void {
  for (let i = 0; i < Math.min(count, list.length - 1); i++) {
    const at = i + Math.floor(random() * (list.length - i));
    [list[i], list[at]] = [list[at]!, list[i]!];
  }
}

export function pick({ columns }: Population, column: Column, { person }: Sample): Float64Array {
  return Float64Array.from(person, (i) => columns[column][i]!);
}

/** Makes the margins that calibrated weights meet: region, and sex by age group. */
export function marginsOf(population: Population): (sample: Sample) => Margin[] {
  const controls = (
    [
      ['region', REGIONS],
      ['sex_by_age', SEX_BY_AGE],
    ] as const
  ).map(([name, count]) => {
    const totals = new Array<number>(count).fill(0);
    for (const code of population.columns[name]) totals[code]!++;
    return { name, levels: totals.map((_, level) => String(level)), totals };
  });
  return (sample) =>
    controls.map((control) => ({
      ...control,
      codes: Int32Array.from(pick(population, control.name, sample)),
    }));
}
