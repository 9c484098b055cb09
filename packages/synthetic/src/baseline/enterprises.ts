import type { Arm, PilotSite } from '@wavebook/schema';
import { Random } from '../random/random.ts';
import type { CommunityStratum } from './communities.ts';

/** Enterprises of an arm of a site, and how many are surveyed. */
const FRAME_SIZE = 60;
export const ENTERPRISES_DRAWN = 6;

/** An establishment of the synthetic set that employs the workers of a site. */
export interface Enterprise {
  readonly id: string;
  readonly site: PilotSite;
  readonly arm: Arm;
  readonly industry: string;
  readonly staff: number;
  /** Share of the staff with a contract and in work-injury insurance, at both rounds. */
  readonly contract: readonly [number, number];
  readonly workInjury: readonly [number, number];
  readonly trains: readonly [boolean, boolean];
  readonly usesService: readonly [boolean, boolean];
  readonly closes: boolean;
}

/** Changes of the shares: everywhere, and on top in pilot communities. */
const enterpriseEffects = {
  contract_share: { trend: 0.04, effect: 0.07 },
  work_injury_share: { trend: 0.04, effect: 0.1 },
  gives_training: { trend: 0.03, effect: 0.15 },
  employment_service_used: { trend: 0.02, effect: 0.12 },
} as const;

const industries: Readonly<Record<string, number>> = {
  C: 9,
  E: 3.5,
  F: 4,
  H: 4,
  O: 2.5,
  G: 1.5,
  B: 0.6,
  I: 0.8,
  K: 0.8,
  L: 0.6,
};

const share = (value: number): number => Math.min(0.99, Math.max(0.01, value));

/** The enterprises of a stratum, the same whenever they are asked for. */
export function enterprisesOf({ id, site, arm }: CommunityStratum, seed: number): Enterprise[] {
  const random = new Random(seed, 'baseline', 'enterprises', id);
  const codes = Object.keys(industries);
  const pilot = arm === 'pilot' ? 1 : 0;
  return Array.from({ length: FRAME_SIZE }, (_, i): Enterprise => {
    const industry = codes[random.weighted(Object.values(industries))] as string;
    const staff = Math.max(5, Math.round(Math.exp(3.6 + 1.1 * random.normal())));
    const formal = 0.1 * Math.log(staff / 40) + (industry === 'E' ? -0.22 : 0) + 0.12 * random.normal();
    const [contract, injury] = [share(0.5 + formal), share(0.32 + formal + 0.08 * random.normal())];
    const moved = (value: number, of: { trend: number; effect: number }): number =>
      share(value + of.trend + of.effect * pilot + 0.05 * random.normal());
    const turns = (usual: number, of: { trend: number; effect: number }): readonly [boolean, boolean] => {
      const before = random.chance(usual);
      const rises = random.chance((of.trend + of.effect * pilot + 0.04) / (1 - usual));
      return [before, before ? !random.chance(0.04 / usual) : rises];
    };
    return {
      id: `${site.code}-${arm === 'pilot' ? 'p' : 'c'}${String(i + 1).padStart(2, '0')}`,
      site,
      arm,
      industry,
      staff,
      contract: [contract, moved(contract, enterpriseEffects.contract_share)],
      workInjury: [injury, moved(injury, enterpriseEffects.work_injury_share)],
      trains: turns(0.4, enterpriseEffects.gives_training),
      usesService: turns(0.25, enterpriseEffects.employment_service_used),
      closes: random.chance(0.08),
    };
  });
}

/** The enterprise that employs a worker: of the worker's industry if there is one, the larger the likelier. */
export function employerOf(enterprises: readonly Enterprise[], industry: string, random: Random): Enterprise {
  const same = enterprises.filter((enterprise) => enterprise.industry === industry);
  const among = same.length > 0 ? same : enterprises;
  return among[random.weighted(among.map(({ staff }) => staff))] as Enterprise;
}
