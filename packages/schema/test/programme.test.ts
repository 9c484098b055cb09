import { describe, expect, expectTypeOf, test } from 'vitest';
import { type ProgrammeActivity, ProgrammeRisk, ProgrammeTarget, ResultsFramework } from '../src/index.ts';

const words = (en: string) => ({ zh: `“${en}”`, en });
const source = 'undp-project-document-2007';

/** The results framework of the 2007 project document, one row of each kind. */
const framework: ResultsFramework = {
  title: words('Social inclusion for migrant workers'),
  outcomes: [{ id: '3', statement: words('Access to social security improved'), source }],
  outputs: [
    {
      id: '3.1',
      outcome: '3',
      statement: words('A strategic framework for work injury insurance'),
      responsible: ['MoLSS', 'NDRC'],
      budget: 110_000,
      currency: 'USD',
      source,
    },
  ],
  activities: [
    {
      id: '3.1.1',
      output: '3.1',
      statement: words('Mapping of gaps in coverage'),
      start: '2007',
      due: '2008-Q2',
      responsible: ['MoLSS'],
      source,
    },
  ],
  indicators: [
    {
      id: 'injury-insured',
      result: '3',
      statement: words('Migrant workers insured against occupational risks'),
      measured_by: 'work_injury_insured',
      unit: 'share',
      direction: 'higher_is_better',
      means_of_verification: words('baseline and endline survey'),
      responsible: ['MoLSS'],
      source,
    },
  ],
  baselines: [
    {
      indicator: 'injury-insured',
      value: null,
      se: null,
      n: null,
      description: words('not measured'),
      date: '2007',
      source,
    },
  ],
  targets: [
    {
      indicator: 'injury-insured',
      value: null,
      description: words('review delivered'),
      due: '2008-Q3',
      source,
    },
  ],
  risks: [
    {
      id: '01',
      description: words('Joint designation of two agencies'),
      category: 'managerial',
      impact: null,
      impact_description: words('Integration is weakened'),
      probability: 2,
      response: words('Direct consultation'),
      owner: ['NPD', 'UNDP', 'CICETE'],
      author: 'UNDP',
      identified: null,
      updated: null,
      status: null,
      source,
    },
  ],
  progress: [
    {
      year: 2008,
      output: '3.1',
      indicator: 'injury-insured',
      target: words('review delivered'),
      activity: '3.1.1',
      expenditure: null,
      currency: 'USD',
      results: words('none yet'),
      progress: words('on course'),
      source,
    },
  ],
};

const problems = (edit: (f: ResultsFramework) => void): string[] => {
  const next = structuredClone(framework);
  edit(next);
  const { error } = ResultsFramework.safeParse(next);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('ResultsFramework', () => {
  test('holds the tables of the project document', () => {
    expect(ResultsFramework.parse(framework)).toEqual(framework);
    expectTypeOf<ProgrammeActivity['due']>().toEqualTypeOf<string | null>();
  });

  test('every reference names a row that is there', () => {
    expect(problems((f) => Object.assign(f.outputs[0] as object, { outcome: '4' }))).toEqual([
      'outputs.0.outcome: no row has the id "4"',
    ]);
    expect(problems((f) => f.activities.pop())).toEqual(['progress.0.activity: no row has the id "3.1.1"']);
    expect(problems((f) => f.indicators.pop())).toEqual([
      'baselines.0.indicator: no row has the id "injury-insured"',
      'targets.0.indicator: no row has the id "injury-insured"',
      'progress.0.indicator: no row has the id "injury-insured"',
    ]);
    expect(problems((f) => f.risks.push(structuredClone(f.risks[0] as ProgrammeRisk)))).toEqual([
      'risks.1.id: id "01" stands twice',
    ]);
  });

  test('an indicator may judge an outcome or an output', () => {
    expect(problems((f) => Object.assign(f.indicators[0] as object, { result: '3.1' }))).toEqual([]);
    expect(problems((f) => Object.assign(f.indicators[0] as object, { result: '3.1.1' }))).toHaveLength(1);
  });
});

test('due dates are years or quarters; levels of risk go from 1 to 5', () => {
  const [target] = framework.targets;
  for (const due of ['2008', '2008-Q3', null])
    expect(ProgrammeTarget.safeParse({ ...target, due }).success, String(due)).toBe(true);
  for (const due of ['2008-Q5', '3rd Q., 2008', ''])
    expect(ProgrammeTarget.safeParse({ ...target, due }).success, due).toBe(false);
  const [risk] = framework.risks;
  for (const impact of [0, 6, 1.5]) expect(ProgrammeRisk.safeParse({ ...risk, impact }).success).toBe(false);
});
