import type { Frame, FramePoint } from '../population/frame.ts';
import { Random } from '../random/random.ts';
import { pivotalSample } from './pivotal.ts';

/** A drawn sample point: its place in the frame and the probability with which it was drawn. */
export interface DrawnPoint {
  readonly number: number;
  readonly point: FramePoint;
  readonly probability: number;
}

/** The inclusion probability of every point of the frame: its size measure, within its provincial unit. */
export function inclusionProbabilities(frame: Frame): Float64Array {
  const probabilities = new Float64Array(frame.points.length);
  for (const { start, end, draws, registered } of frame.strata)
    for (let i = start; i < end; i++)
      probabilities[i] = (draws * (frame.points[i] as FramePoint).registered) / registered;
  return probabilities;
}

/** Draws sample points in every provincial unit with probability proportional to size, without replacement. */
export function drawPoints(frame: Frame, seed: number): DrawnPoint[] {
  const probabilities = inclusionProbabilities(frame);
  return frame.strata.flatMap(({ province, start, end }) => {
    const random = new Random(seed, frame.wave, 'sample', province);
    return pivotalSample(probabilities.subarray(start, end), random).map((place) => ({
      number: start + place,
      point: frame.points[start + place] as FramePoint,
      probability: probabilities[start + place] as number,
    }));
  });
}
