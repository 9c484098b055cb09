import { type Frame, PERSONS_PER_POINT } from '../population/frame.ts';
import { Random } from '../random/random.ts';
import type { DrawnPoint } from './draw-points.ts';
import { simpleRandomSample } from './simple-random.ts';

/** A drawn person: household of the point, place among the household's eligible members, weight. */
export interface DrawnPerson {
  readonly household: number;
  readonly eligible: number;
  readonly weight: number;
}

/**
 * Draws 20 households of a point and one eligible person in each, both by simple random. The weight is one over the product of the
 * three probabilities. `eligibleIn` tells how many of a household are eligible.
 */
export function drawPersons(
  drawn: DrawnPoint,
  eligibleIn: (household: number) => number,
  { frame, seed }: { readonly frame: Frame; readonly seed: number },
): DrawnPerson[] {
  const { point, probability } = drawn;
  const random = new Random(seed, frame.wave, 'persons', point.id);
  return simpleRandomSample(point.households, PERSONS_PER_POINT, random).map((household) => {
    const people = eligibleIn(household);
    const weight = (point.households / PERSONS_PER_POINT) * (people / probability);
    return { household, eligible: random.integer(people), weight };
  });
}
