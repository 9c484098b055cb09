import { Random } from '../random/random.ts';
import { pivotalSample } from '../sample/pivotal.ts';
import type { Cells } from './answers/worker-context.ts';
import type { CommunityStratum } from './communities.ts';
import type { SampleStatus } from './draw-workers.ts';
import { enterpriseAnswers, vacanciesOf } from './enterprise-answers.ts';
import { ENTERPRISES_DRAWN, type Enterprise, enterprisesOf } from './enterprises.ts';

/** A sampled enterprise; `cells` are the answers of those that were interviewed. */
export interface SampledEnterprise {
  readonly id: string;
  readonly stratum: string;
  readonly arm: string;
  readonly site: string;
  readonly part: 'first' | 'panel';
  readonly status: SampleStatus;
  readonly group: string;
  readonly weight: number;
  readonly cells: Cells | null;
  readonly vacancies: readonly Cells[];
}

const LARGEST_PROBABILITY = 0.9;

/** Probabilities in proportion to staff that add up to the number drawn, none above 0.9. */
export function sizeProbabilities(staff: readonly number[], draws: number): Float64Array {
  const probabilities = new Float64Array(staff.length);
  const capped = new Set<number>();
  for (;;) {
    const left = staff.reduce((sum, size, i) => (capped.has(i) ? sum : sum + size), 0);
    const share = (draws - LARGEST_PROBABILITY * capped.size) / left;
    const above = staff.flatMap((size, i) =>
      !capped.has(i) && size * share > LARGEST_PROBABILITY ? [i] : [],
    );
    if (above.length === 0) {
      staff.forEach((size, i) => {
        probabilities[i] = capped.has(i) ? LARGEST_PROBABILITY : size * share;
      });
      return probabilities;
    }
    for (const i of above) capped.add(i);
  }
}

/** The enterprises sampled in a stratum with probability proportional to staff, at both rounds; the second follows those of the first. */
export function sampleEnterprises(
  stratum: CommunityStratum,
  seed: number,
): [SampledEnterprise[], SampledEnterprise[]] {
  const random = new Random(seed, 'baseline', 'draw-enterprises', stratum.id);
  const all = enterprisesOf(stratum, seed);
  const probabilities = sizeProbabilities(
    all.map(({ staff }) => staff),
    ENTERPRISES_DRAWN,
  );
  const rounds: [SampledEnterprise[], SampledEnterprise[]] = [[], []];
  for (const place of pivotalSample(probabilities, random)) {
    const enterprise = all[place] as Enterprise;
    const weight = Math.round(1000 / (probabilities[place] as number)) / 1000;
    const first: SampleStatus = random.chance(0.93) ? 'responded' : 'refused';
    const again: SampleStatus = enterprise.closes
      ? 'left_site'
      : random.chance(0.9)
        ? 'responded'
        : 'refused';
    const sampled = (round: 0 | 1, status: SampleStatus): SampledEnterprise => {
      const own = new Random(seed, 'baseline', 'enterprise', enterprise.id, round);
      const cells = status === 'responded' ? enterpriseAnswers(enterprise, round, own) : null;
      return {
        id: enterprise.id,
        stratum: stratum.id,
        arm: stratum.arm,
        site: stratum.site.code,
        part: round === 0 ? 'first' : 'panel',
        status,
        group: enterprise.staff < 50 ? 'under_50' : '50_plus',
        weight,
        cells: cells && { ...cells, survey_weight: weight },
        vacancies: cells?.recruiting === 'yes' ? vacanciesOf(enterprise, Number(cells.mean_wage), own) : [],
      };
    };
    rounds[0].push(sampled(0, first));
    if (first === 'responded') rounds[1].push(sampled(1, again));
  }
  return rounds;
}
