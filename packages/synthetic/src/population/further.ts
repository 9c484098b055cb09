import { Random } from '../random/random.ts';
import { belongingEffect, drawBelonging } from './belonging.ts';
import type { Work } from './employment.ts';
import type { Frame, FramePoint } from './frame.ts';
import { drawHealth } from './health.ts';
import { drawJobSearch } from './job-search.ts';
import type { Household, Member } from './member.ts';
import type { Migrant } from './migrant.ts';
import { drawPensionKind } from './pension-kind.ts';
import { drawSettlement } from './settlement.ts';

/** The streams of what joined the models after `living`, each its own, so that no other answer changes when one is added. */
export interface FurtherStreams {
  readonly settlement: Random;
  readonly belonging: Random;
  readonly belongingHere: number;
  readonly jobSearch: Random;
  readonly health: Random;
  readonly pension: Random;
}

export function furtherStreams({ seed, wave }: Frame, point: FramePoint): FurtherStreams {
  const stream = (name: string): Random => new Random(seed, wave, name, point.id);
  const belonging = stream('belonging');
  return {
    settlement: stream('settlement'),
    belonging,
    belongingHere: belongingEffect(point, belonging),
    jobSearch: stream('job-search'),
    health: stream('health'),
    pension: stream('pension'),
  };
}

/** Draws settlement, belonging, search for work and health of a person whose other answers are known. */
export const drawFurther = (
  {
    migrant,
    work,
    member,
    household,
  }: { migrant: Migrant; work: Work; member: Member; household: Household },
  known: { readonly intention: string; readonly moves: number; readonly pension: string | null },
  streams: FurtherStreams,
) => ({
  settlement: drawSettlement(migrant, work, known, streams.settlement),
  belonging: drawBelonging(migrant, work, streams.belongingHere, streams.belonging),
  search: drawJobSearch(migrant, work, streams.jobSearch),
  health: drawHealth(migrant, member, household, streams.health),
  pension: drawPensionKind(known.pension, work, streams.pension),
});
