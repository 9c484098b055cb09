import { readFileSync } from 'node:fs';
import { surveyDesign } from '@wavebook/survey-stats';
import { table, textColumn } from '@wavebook/tables';
import { expect, test } from 'vitest';
import { gapBetween } from '../src/analyses/gap.ts';
import { portabilityOf } from '../src/analyses/portability.ts';
import { Rows } from '../src/analyses/source.ts';
import { changeRows } from '../src/results/change-rows.ts';
import { countedIn } from '../src/survey/counted.ts';
import { definitions } from '../src/survey/definition.ts';
import { type SmallWorker, smallRound } from './small-survey.ts';

interface Found {
  readonly estimate: number;
  readonly se: number;
}

/** Made by `test/fixtures/r/baseline/runner.R` with R survey 4.1-1. */
const golden = JSON.parse(
  readFileSync(new URL('fixtures/r/baseline/baseline.json', import.meta.url), 'utf8'),
) as {
  people: {
    id: string;
    psu: string;
    arm: SmallWorker['arm'];
    weight: number;
    sex: string;
    school: number;
    before: number;
    after: number;
    insured: number;
    held: string;
  }[];
  change: Record<'pilot' | 'comparison' | 'difference', Found>;
  gap: { raw: Found; adjusted: Found; explained: number; unexplained: number };
  held: (Found & { category: string })[];
};
const { people } = golden;

/** Relative; closed forms of sums of some 160 rows. */
const TOLERANCE = 1e-9;
function expectNear(found: number | null | undefined, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(TOLERANCE * Math.abs(expected));
}

const round = (name: string, answer: 'before' | 'after') =>
  smallRound(
    name,
    people.map((own): SmallWorker => ({ ...own, trained: own[answer] === 1 ? 'yes' : 'no', sex: own.sex })),
  );
const design = surveyDesign({
  weight: people.map(({ weight }) => weight),
  strata: people.map(({ arm }) => arm),
  psu: people.map(({ psu }) => psu),
});
const { wave } = smallRound('2011-endline', []);

test('changes and the difference in differences: estimates and errors by jackknife of the communities as in R', async () => {
  const trained = (await definitions()).get('trained_last_year');
  if (!trained) throw new Error('no indicator trained_last_year');
  const [before, after] = [round('2009-baseline', 'before'), round('2011-endline', 'after')].map((own) =>
    countedIn(own, trained),
  );
  if (!before || !after) throw new Error('trained_last_year was not evaluated');
  const rows = changeRows(before, after, trained, { id: 'undp', sites: ['tianjin'] }, ['all']);
  for (const basis of ['panel', 'repeated_sample'])
    for (const arm of ['pilot', 'comparison', 'difference'] as const) {
      const own = rows.find((row) => row.basis === basis && row.arm === arm);
      expectNear(own?.estimate, golden.change[arm].estimate);
      expectNear(own?.se, golden.change[arm].se);
    }
});

test('a gap: raw, at equal characteristics and decomposed as in R', () => {
  const school = Float64Array.from(people, (own) => own.school);
  const gap = gapBetween(
    design,
    {
      outcome: 'work_injury_insured',
      y: Float64Array.from(people, ({ insured }) => insured),
      group: Int32Array.from(people, ({ sex }) => (sex === 'female' ? 0 : 1)),
      comparison: 'women_men',
      levels: ['women', 'men'],
      waves: [wave, wave],
    },
    () => [{ name: 'school', values: school }],
  );
  expectNear(gap?.raw.estimate, golden.gap.raw.estimate);
  expectNear(gap?.raw.se, golden.gap.raw.se);
  expectNear(gap?.adjusted?.estimate, golden.gap.adjusted.estimate);
  expectNear(gap?.adjusted?.se, golden.gap.adjusted.se);
  expectNear(gap?.explained?.estimate, golden.gap.explained);
  expectNear(gap?.unexplained?.estimate, golden.gap.unexplained);
});

test('shares of where insurance is held as in R', () => {
  const column = (get: (held: string) => string) => textColumn(people.map(({ held }) => get(held)));
  const inside = (...places: string[]) => column((held) => (places.includes(held) ? 'yes' : 'no'));
  const records = table(people.length, [
    ['pension_insured', inside('destination', 'both')],
    ['pension_place', column((held) => (held === 'destination' || held === 'both' ? 'destination' : ''))],
    ['medical_insured', inside('origin', 'both')],
    ['medical_place', column((held) => (held === 'origin' || held === 'both' ? 'origin' : ''))],
    ['hukou_province', column(() => '34')],
    ['province', column(() => '33')],
  ]);
  const found = portabilityOf({ wave, records, design }, new Rows());
  for (const { category, estimate, se } of golden.held) {
    const own = found?.all.find((row) => row.category === category);
    expectNear(own?.estimate, estimate);
    expectNear(own?.se, se);
  }
});
