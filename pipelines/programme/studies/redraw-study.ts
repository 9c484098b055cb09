import { sampleWeights } from '@wavebook/indicators';
import { type Arm, type ProgrammeCode, sitesOf } from '@wavebook/schema';
import { domainCells, surveyDesign, surveyMean, surveyProportion } from '@wavebook/survey-stats';
import {
  BASELINE_SEED,
  type CommunityStratum,
  communityStrata,
  drawWorkers,
  type Fate,
  isAsked,
  type Outcome,
  Random,
  type ResponseGroup,
  workersOf,
} from '@wavebook/synthetic';
import { statusOf } from '../src/results/status.ts';
import { armContrasts, jackknife } from '../src/survey/contrasts.ts';

/** Outcomes with an effect, in which the intervals must cover it. */
const moved = [
  'contract_signed',
  'work_injury_insured',
  'trained',
  'legal_aid_known',
  'takes_part',
] as const satisfies readonly Outcome[];

/** An outcome that changes in people and in no stratum: in each, a third of the people have exchanged their answers. */
const UNCHANGED = 'exchanged';
const EXCHANGING = 1 / 3;
/** A mean: monthly pay in yuan of those at work. */
const INCOME = 'monthly_income';
/** The outcome whose answers are exchanged. */
const exchanged: Outcome = 'legal_aid_known';

interface Person {
  readonly fate: Fate;
  readonly group: ResponseGroup;
  /** Answers at both rounds by outcome: 1 or 0, pay in yuan, or NaN where not asked. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

interface Stratum {
  readonly id: string;
  readonly arm: Arm;
  readonly draws: number;
  readonly communities: readonly (readonly Person[])[];
}

export const studyOutcomes: readonly string[] = [...moved, UNCHANGED, INCOME];
const isMean = (outcome: number): boolean => studyOutcomes[outcome] === INCOME;

/** Everybody of the sites, with what holds at both rounds. */
function population(strata: readonly CommunityStratum[], seed: number): Stratum[] {
  return strata.map(({ id, arm, draws, communities }): Stratum => {
    const random = new Random(seed, 'study', 'exchange', id);
    const workers = communities.map((community) => workersOf(community, seed));
    const staying = workers.flat().filter(({ fate }) => fate !== 'leaves');
    const some = staying.filter(() => random.chance(EXCHANGING));
    const given = some.map((worker) => worker.before[exchanged]);
    for (let i = given.length - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      const kept = given[i] as boolean;
      given[i] = given[j] as boolean;
      given[j] = kept;
    }
    const exchangedTo = new Map(some.map((worker, i) => [worker, given[i] as boolean]));
    return {
      id,
      arm,
      draws,
      communities: workers.map((own) =>
        own.map((worker): Person => {
          const answer = (outcome: Outcome, round: 'before' | 'after'): number => {
            const works = outcome === 'contract_signed' || outcome === 'work_injury_insured';
            return isAsked(outcome, worker.base) && !(works && worker.losesJob)
              ? Number(worker[round][outcome])
              : Number.NaN;
          };
          const first = Number(worker.before[exchanged]);
          const then = exchangedTo.get(worker);
          const works = worker.base.employed === 'yes' && !worker.losesJob;
          const pay = works ? Number(worker.base.monthly_income) : Number.NaN;
          return {
            fate: worker.fate,
            group: worker.group,
            before: [...moved.map((outcome) => answer(outcome, 'before')), first, pay],
            after: [
              ...moved.map((outcome) => answer(outcome, 'after')),
              then === undefined ? first : Number(then),
              pay * worker.growth,
            ],
          };
        }),
      ),
    };
  });
}

interface Truth {
  readonly difference: number;
  /** Share or mean in the pilot communities at the second round. */
  readonly pilotAfter: number;
}

function truthOf(strata: readonly Stratum[], outcome: number): Truth {
  const mean = (arm: Arm, round: 'before' | 'after'): number => {
    let sum = 0;
    let n = 0;
    for (const stratum of strata)
      if (stratum.arm === arm)
        for (const community of stratum.communities)
          for (const person of community) {
            const value = person[round][outcome] as number;
            if (person.fate === 'leaves' || Number.isNaN(value)) continue;
            sum += value;
            n += 1;
          }
    return sum / n;
  };
  const [pa, pb, ca, cb] = [
    mean('pilot', 'after'),
    mean('pilot', 'before'),
    mean('comparison', 'after'),
    mean('comparison', 'before'),
  ];
  return { difference: pa - pb - (ca - cb), pilotAfter: pa };
}

interface Redraw {
  readonly person: readonly Person[];
  readonly stratum: readonly string[];
  readonly psu: readonly string[];
  readonly pilot: readonly boolean[];
  readonly panel: readonly boolean[];
  readonly panelWeight: Float64Array;
  readonly roundWeight: Float64Array;
}

/** Draws both rounds anew: communities with replacement, so that few of many stand for a survey's, then the people and who answers. */
function redraw(strata: readonly Stratum[], seed: number): Redraw {
  const units: {
    person: Person;
    stratum: string;
    psu: string;
    arm: Arm;
    part: string;
    status: string;
    weight: number;
  }[] = [];
  for (const stratum of strata) {
    const random = new Random('study', seed, stratum.id);
    for (let draw = 0; draw < stratum.draws; draw++) {
      const people = random.pick(stratum.communities);
      const { second } = drawWorkers(people, stratum.arm, random);
      for (const { worker, part, status, within } of second)
        units.push({
          person: worker,
          stratum: stratum.id,
          psu: `${stratum.id}:${draw}`,
          arm: stratum.arm,
          part,
          status,
          weight: (stratum.communities.length / stratum.draws) * within,
        });
    }
  }
  const weights = sampleWeights({
    part: units.map(({ part }) => part),
    arm: units.map(({ arm }) => arm),
    group: units.map(({ person }) => person.group),
    status: units.map(({ status }) => status),
    weight: units.map(({ weight }) => weight),
    stays: units.map(({ person, status }) => status === 'responded' && person.fate === 'stays'),
  });
  const rows = units.flatMap(({ status }, row) => (status === 'responded' ? [row] : []));
  const own = <K extends keyof (typeof units)[number]>(name: K) =>
    rows.map((row) => (units[row] as (typeof units)[number])[name]);
  return {
    person: own('person'),
    stratum: own('stratum'),
    psu: own('psu'),
    pilot: own('arm').map((arm) => arm === 'pilot'),
    panel: own('part').map((part) => part === 'panel'),
    panelWeight: Float64Array.from(rows, (row) => weights.panel[row] as number),
    roundWeight: Float64Array.from(rows, (row) => weights.response[row] as number),
  };
}

interface Found {
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/** The difference in differences of those followed, as the pipeline makes it: both rounds stacked on one design. */
function differenceOf({ person, stratum, psu, pilot, panel, panelWeight }: Redraw, outcome: number): Found {
  const rows = person.flatMap((own, row) =>
    panel[row] && !Number.isNaN(own.before[outcome]) && !Number.isNaN(own.after[outcome]) ? [row] : [],
  );
  const twice = <T>(get: (row: number) => T): T[] => [...rows.map(get), ...rows.map(get)];
  const design = surveyDesign({
    weight: twice((row) => panelWeight[row] as number),
    strata: twice((row) => stratum[row] as string),
    psu: twice((row) => psu[row] as string),
    lonelyPsu: 'average',
  });
  const y = Float64Array.from([
    ...rows.map((row) => person[row]?.before[outcome] as number),
    ...rows.map((row) => person[row]?.after[outcome] as number),
  ]);
  const codes = Int32Array.from(y, (_, i) => {
    const row = rows[i % rows.length] as number;
    return 2 * Number(pilot[row]) + (i >= rows.length ? 1 : 0);
  });
  const { difference: found } = armContrasts({ design, y, x: undefined }, codes, jackknife(design));
  return { estimate: found.estimate, se: found.se, low: found.ciLow, high: found.ciHigh, p: found.pValue };
}

/** The share, or the mean, of a round in the pilot communities, with its interval. */
function pilotLevel(
  { person, stratum, psu, pilot, roundWeight }: Redraw,
  outcome: number,
): { low: number; high: number } {
  const design = surveyDesign({
    weight: roundWeight,
    strata: [...stratum],
    psu: [...psu],
    lonelyPsu: 'average',
  });
  const y = Float64Array.from(person, (own) => own.after[outcome] as number);
  const codes = Int32Array.from(pilot, (own) => (own ? 0 : -1));
  const domains = domainCells(design, codes, 1);
  const [level] = isMean(outcome)
    ? surveyMean(design, y, { domains })
    : surveyProportion(design, y, { domains, ciMethod: 'logit' });
  return { low: level?.ciLow ?? Number.NaN, high: level?.ciHigh ?? Number.NaN };
}

/** Sites in which the surveys of workers of a programme are held. */
const sitesOfSurvey = (programme: ProgrammeCode): string[] =>
  sitesOf(programme, programme === 'yem' ? ['survey'] : undefined).map(({ code }) => code);

/** What the redraws say of an outcome. `met` is how often the status is “met” where the target is the true value. */
interface StudyRow {
  readonly programme: ProgrammeCode;
  readonly outcome: string;
  readonly true_difference: number;
  readonly bias_over_sd: number;
  readonly mean_se_over_sd: number;
  readonly coverage: number;
  readonly significant: number;
  readonly met_at_target: number;
  readonly behind_at_target: number;
}

export interface Study {
  readonly redraws: number;
  readonly rows: readonly StudyRow[];
}

export interface StudyOptions {
  readonly programme: ProgrammeCode;
  readonly redraws: number;
  /** Sites and communities of a smaller population; all of the programme's survey if absent. */
  readonly sites?: readonly string[];
  readonly communities?: number;
}

/** Draws the surveys again and again and counts how often the pipeline's statements hold. The same options give the same numbers. */
export function redrawStudy({ programme, redraws, sites, communities }: StudyOptions): Study {
  const wanted = new Set(sites ?? sitesOfSurvey(programme));
  const strata = population(
    communityStrata(BASELINE_SEED)
      .filter(({ site }) => wanted.has(site.code))
      .map((stratum) => ({ ...stratum, communities: stratum.communities.slice(0, communities) })),
    BASELINE_SEED,
  );
  const truths = studyOutcomes.map((_, outcome) => truthOf(strata, outcome));
  const found = studyOutcomes.map((): (Found & { met: boolean; behind: boolean })[] => []);
  for (let seed = 1; seed <= redraws; seed++) {
    const drawn = redraw(strata, seed);
    studyOutcomes.forEach((_, outcome) => {
      const truth = truths[outcome] as Truth;
      const level = pilotLevel(drawn, outcome);
      const status = statusOf({
        direction: 'higher_is_better',
        baseline: undefined,
        target: { value: truth.pilotAfter, due: '2011-Q4' },
        latest: { ...level, date: '2011-Q4' },
      });
      found[outcome]?.push({
        ...differenceOf(drawn, outcome),
        met: status === 'met',
        behind: status === 'behind',
      });
    });
  }
  const rows = studyOutcomes.map((outcome, i): StudyRow => {
    const own = found[i] as (Found & { met: boolean; behind: boolean })[];
    const truth = (truths[i] as Truth).difference;
    const mean = (value: (one: Found) => number): number =>
      own.reduce((sum, one) => sum + value(one), 0) / own.length;
    const center = mean(({ estimate }) => estimate);
    const sd = Math.sqrt(mean(({ estimate }) => (estimate - center) ** 2));
    const share = (holds: (one: (typeof own)[number]) => boolean): number =>
      own.filter(holds).length / own.length;
    return {
      programme,
      outcome,
      true_difference: Number(truth.toPrecision(6)),
      bias_over_sd: Number(((center - truth) / sd).toFixed(3)),
      mean_se_over_sd: Number((mean(({ se }) => se) / sd).toFixed(3)),
      coverage: share(({ low, high }) => low <= truth && truth <= high),
      significant: share(({ p }) => p < 0.05),
      met_at_target: share(({ met }) => met),
      behind_at_target: share(({ behind }) => behind),
    };
  });
  return { redraws, rows };
}
