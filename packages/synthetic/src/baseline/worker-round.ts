import { pilotSites } from '@wavebook/schema';
import { Random } from '../random/random.ts';
import { simpleRandomSample } from '../sample/simple-random.ts';
import type { Cells } from './answers/worker-context.ts';
import type { Community, CommunityStratum } from './communities.ts';
import { later } from './course.ts';
import { type DrawnWorker, drawWorkers } from './draw-workers.ts';
import { childCourses } from './effects.ts';
import { type Enterprise, employerOf, enterprisesOf } from './enterprises.ts';
import { type Worker, workersOf } from './people.ts';
import { workerAnswers } from './worker-answers.ts';

export type Round = 0 | 1;
const roundYears = [2009, 2011] as const;

/** A sampled worker with the design that drew it; `cells` are the answers of those who were interviewed. */
export interface SampledWorker {
  readonly id: string;
  readonly stratum: string;
  readonly psu: string;
  readonly arm: string;
  readonly site: string;
  readonly part: DrawnWorker<Worker>['part'];
  readonly status: DrawnWorker<Worker>['status'];
  readonly group: string;
  readonly weight: number;
  readonly cells: Cells | null;
  readonly children: readonly Cells[];
}

const INTERVIEW_MONTH = 10;

/** The children of a worker at a round, those under 16. */
export function childrenAt(worker: Worker, round: Round, seed: number): Cells[] {
  const random = new Random(seed, 'baseline', 'children', worker.id);
  return worker.children.flatMap((child, i) => {
    const registered = random.chance(0.35);
    const vaccinated = random.chance(0.8);
    const now = {
      registered:
        round === 0 ? registered : later(registered, childCourses.registered, worker.exposure, random),
      vaccinated:
        round === 0
          ? vaccinated
          : later(vaccinated, childCourses.vaccination_complete, worker.exposure, random),
    };
    const age = child.age + 2 * round;
    if (age > 15) return [];
    const school = age >= 6 ? random.chance(0.97) : random.chance(0.6);
    const kind = random.uniform();
    return [
      {
        respondent_id: worker.id,
        child_number: i + 1,
        sex: child.sex,
        age,
        residence: child.here ? 'here' : random.chance(0.9) ? 'hukou_place' : 'elsewhere',
        registered: now.registered ? 'yes' : random.chance(0.1) ? 'not_sure' : 'no',
        attends_school: school ? 'yes' : 'no',
        school_kind: kind < 0.7 ? 'public' : kind < 0.82 ? 'private' : 'migrant_school',
        school_fees: Math.round(random.between(3, 40)) * 100,
        extra_fee: random.chance(0.12) ? 'yes' : 'no',
        vaccination_complete: now.vaccinated ? 'yes' : random.chance(0.3) ? 'not_sure' : 'no',
        child_health_record: random.chance(0.5) ? 'yes' : 'no',
      },
    ];
  });
}

const sizeOf = (staff: number): string =>
  staff < 10 ? '1-9' : staff < 50 ? '10-49' : staff < 250 ? '50-249' : staff < 1000 ? '250-999' : '1000+';

function answersAt(
  worker: Worker,
  round: Round,
  place: { seed: number; enterprises: readonly Enterprise[] },
): Cells {
  const { seed, enterprises } = place;
  const random = new Random(seed, 'baseline', 'answers', worker.id);
  const employer = employerOf(
    enterprises,
    String(worker.base.industry),
    new Random(seed, 'employer', worker.id),
  );
  const children = childrenAt(worker, round, seed);
  const told = workerAnswers({
    base: worker.base,
    state: round === 0 ? worker.before : worker.after,
    hukouCounty: worker.hukouCounty,
    spouseHere: worker.spouseHere,
    children: children.map(({ age, residence }) => ({ age: Number(age), here: residence === 'here' })),
    year: roundYears[round],
    month: INTERVIEW_MONTH,
    random,
  });
  const employee = worker.base.employment_status === 'employee';
  return {
    ...told,
    enterprise_id: employee ? employer.id : null,
    enterprise_size: employee ? sizeOf(employer.staff) : '1-9',
    ...(round === 0
      ? {}
      : {
          hours_per_day: Math.min(
            16,
            Math.max(1, Number(told.hours_per_day) + Math.round(random.normal() - 0.2)),
          ),
          monthly_income: Math.round((Number(told.monthly_income) * worker.growth) / 100) * 100,
          ...(worker.losesJob ? { employed: 'no' } : {}),
        }),
  };
}

/** Where a followed worker lives at the second round: the community's site, or another of the sites. */
function siteAt(worker: Worker, community: Community, round: Round, seed: number) {
  const away = round === 1 && worker.fate === 'moves';
  const others = pilotSites.filter(({ code }) => code !== community.site.code);
  return away ? new Random(seed, 'moves', worker.id).pick(others) : community.site;
}

/** The workers sampled in a stratum, at both rounds. */
export function sampleStratum(stratum: CommunityStratum, seed: number): [SampledWorker[], SampledWorker[]] {
  const random = new Random(seed, 'baseline', 'draw', stratum.id);
  const enterprises = enterprisesOf(stratum, seed);
  const places = simpleRandomSample(stratum.communities.length, stratum.draws, random);
  const ofCommunity = stratum.communities.length / stratum.draws;
  const rounds: [SampledWorker[], SampledWorker[]] = [[], []];
  for (const place of places) {
    const community = stratum.communities[place] as Community;
    const drawn = drawWorkers(workersOf(community, seed), community.arm, random);
    for (const round of [0, 1] as const)
      for (const { worker, part, status, within } of round === 0 ? drawn.first : drawn.second) {
        const asked = status === 'responded';
        const weight = Math.round(ofCommunity * within * 1000) / 1000;
        const here = siteAt(worker, community, round, seed);
        const moved = here.code !== community.site.code;
        rounds[round].push({
          id: worker.id,
          stratum: stratum.id,
          psu: community.point.id,
          arm: stratum.arm,
          site: stratum.site.code,
          part,
          status,
          group: worker.group,
          weight,
          cells: asked
            ? {
                respondent_id: worker.id,
                site: here.code,
                ...answersAt(worker, round, { seed, enterprises }),
                ...(moved ? { province: here.province, county: here.county ?? `${here.prefecture}01` } : {}),
                interviewer: `${stratum.site.code.slice(0, 2)}${random.between(1, 6)}`,
                survey_weight: weight,
              }
            : null,
          children: asked ? childrenAt(worker, round, seed) : [],
        });
      }
  }
  return rounds;
}
