import type { Population } from '../population/population.ts';
import { drawPersons } from './draw-persons.ts';
import { drawPoints } from './draw-points.ts';

/** A drawn sample as plain columns. `person` is the place in the population's columns; `psu` the point's place in the frame. */
export interface Sample {
  readonly person: Uint32Array;
  readonly weight: Float64Array;
  /** Place of the provincial unit in the frame's strata. */
  readonly stratum: Uint32Array;
  readonly psu: Uint32Array;
}

/**
 * Draws one sample from a population in memory; the same (frame, seed) gives the sample that `writeWave` writes.
 *
 * @example drawSample(population, 1).weight.length // about 8000
 */
export function drawSample(population: Population, seed: number): Sample {
  const { frame, firstHousehold, firstPerson } = population;
  const person: number[] = [];
  const weight: number[] = [];
  const stratum: number[] = [];
  const psu: number[] = [];
  let place = 0;
  for (const drawn of drawPoints(frame, seed)) {
    while (drawn.number >= (frame.strata[place]?.end ?? Number.POSITIVE_INFINITY)) place++;
    const first = firstHousehold[drawn.number] as number;
    const start = (household: number) => firstPerson[first + household] as number;
    const eligibleIn = (household: number) => start(household + 1) - start(household);
    for (const chosen of drawPersons(drawn, eligibleIn, { frame, seed })) {
      person.push(start(chosen.household) + chosen.eligible);
      weight.push(chosen.weight);
      stratum.push(place);
      psu.push(drawn.number);
    }
  }
  return {
    person: Uint32Array.from(person),
    weight: Float64Array.from(weight),
    stratum: Uint32Array.from(stratum),
    psu: Uint32Array.from(psu),
  };
}

/** The values of one variable for the drawn people. */
export function sampledValues(population: Population, sample: Sample, variable: string): Float64Array {
  const column = population.columns[variable];
  if (!column)
    throw new Error(
      `sampledValues: expected one of ${Object.keys(population.columns).join(', ')}, got "${variable}"; name it in generatePopulation`,
    );
  return Float64Array.from(sample.person, (person) => column[person] as number);
}
