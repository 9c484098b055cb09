import { type Arm, type PilotSite, pilotSites } from '@wavebook/schema';
import { buildFrame, type FramePoint } from '../population/frame.ts';
import { Random } from '../random/random.ts';

/** A community of a site with the arm to which it was given. */
export interface Community {
  readonly site: PilotSite;
  readonly arm: Arm;
  readonly point: FramePoint;
}

/** The communities of one arm of a site, and how many of them are surveyed. */
export interface CommunityStratum {
  readonly id: string;
  readonly site: PilotSite;
  readonly arm: Arm;
  readonly communities: readonly Community[];
  readonly draws: number;
}

/** Communities of a wide frame, so that few of a site's are drawn. */
const FRAME_POINTS = 3200;
const MOST_COMMUNITIES = 80;

/** Communities drawn in each arm of a site; the sites of child registration are surveyed in more, so that they alone have 30 an arm. */
const drawsOf: Readonly<Record<string, number>> = {
  changzhou: 12,
  zhongshan: 12,
  cangzhou: 4,
  chengdu: 4,
  gegu: 3,
  zhongbei: 3,
  nanjing: 4,
  xiamen: 4,
};
const USUAL_DRAWS = 6;

const towns = new Set(pilotSites.flatMap(({ county }) => county ?? []));

function isIn(site: PilotSite, point: FramePoint): boolean {
  return (
    point.prefecture === site.prefecture &&
    (site.county === undefined ? !towns.has(point.county) : point.county === site.county)
  );
}

/**
 * The communities of every site, half of them pilot communities by lot. They are sample points of the synthetic population of 2011 in the
 * site's prefecture (or district).
 */
export function communityStrata(seed: number): CommunityStratum[] {
  const provinces = [...new Set(pilotSites.map(({ province }) => province))].sort();
  const { points } = buildFrame({ wave: '2011', seed, samplePoints: FRAME_POINTS, provinces });
  return pilotSites.flatMap((site) => {
    const random = new Random(seed, 'baseline', 'communities', site.code);
    const own = points
      .filter((point) => isIn(site, point))
      .map((point) => ({ point, lot: random.uniform() }))
      .sort((a, b) => a.lot - b.lot)
      .slice(0, 2 * MOST_COMMUNITIES);
    return (['pilot', 'comparison'] as const).map((arm, side): CommunityStratum => {
      const communities = own.filter((_, i) => i % 2 === side).map(({ point }) => ({ site, arm, point }));
      return { id: `${site.code}:${arm}`, site, arm, communities, draws: drawsOf[site.code] ?? USUAL_DRAWS };
    });
  });
}
