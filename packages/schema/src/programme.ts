import { Label } from './label.ts';
import { z } from './zod.ts';

const id = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'an id such as 2, 2.1 or R-05');
const quarter = z
  .string()
  .regex(/^(19|20)\d\d(-Q[1-4])?$/, 'a year, or a quarter such as 2008-Q3; empty values are null');
const parties = z.array(z.string().min(1));

/** A result that the programme is to bring about: the top level of a results framework. */
export const ProgrammeOutcome = z.strictObject({ id, statement: Label, source: z.string().min(1) });
export type ProgrammeOutcome = z.infer<typeof ProgrammeOutcome>;

/** What the programme delivers towards an outcome, and who answers for it. `budget` is in `currency`, null where none is stated. */
export const ProgrammeOutput = z.strictObject({
  id,
  outcome: id,
  statement: Label,
  responsible: parties,
  budget: z.number().nonnegative().nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  source: z.string().min(1),
});
export type ProgrammeOutput = z.infer<typeof ProgrammeOutput>;

/** A planned activity and the quarters in which it runs. `due` is its last quarter; null where it is on-going without an end. */
export const ProgrammeActivity = z.strictObject({
  id,
  output: id,
  statement: Label,
  start: quarter.nullable(),
  due: quarter.nullable(),
  responsible: parties,
  source: z.string().min(1),
});
export type ProgrammeActivity = z.infer<typeof ProgrammeActivity>;

/**
 * How an outcome or output is judged. `measured_by` names the wavebook indicator whose estimates serve as its values; null where the programme
 * counts something itself (trainings held, studies made). `means_of_verification` is the evidence: a survey wave, a record, a report.
 */
export const ProgrammeIndicator = z.strictObject({
  id,
  result: id,
  statement: Label,
  measured_by: z.string().nullable(),
  unit: z.string().min(1),
  direction: z.enum(['higher_is_better', 'lower_is_better', 'neither']),
  means_of_verification: Label,
  responsible: parties,
  source: z.string().min(1),
});
export type ProgrammeIndicator = z.infer<typeof ProgrammeIndicator>;

/** Where an indicator stood before the programme. `value` is null for a baseline in words only; `se` is null where it is not an estimate. */
export const ProgrammeBaseline = z.strictObject({
  indicator: id,
  value: z.number().nullable(),
  se: z.number().nonnegative().nullable(),
  n: z.number().int().nonnegative().nullable(),
  description: Label,
  date: quarter,
  source: z.string().min(1),
});
export type ProgrammeBaseline = z.infer<typeof ProgrammeBaseline>;

/** What is to be reached by when. `value` is null for a milestone in words (a study delivered); `due` null where it is on-going. */
export const ProgrammeTarget = z.strictObject({
  indicator: id,
  value: z.number().nullable(),
  description: Label,
  due: quarter.nullable(),
  source: z.string().min(1),
});
export type ProgrammeTarget = z.infer<typeof ProgrammeTarget>;

/**
 * A row of the risk log. `probability` and `impact` go from 1 (low) to 5 (high), null where the log does not say; `owner` acts,
 * `author` entered it.
 */
export const ProgrammeRisk = z.strictObject({
  id,
  description: Label,
  category: z.enum([
    'environmental',
    'financial',
    'operational',
    'managerial',
    'organisational',
    'political_legal',
    'regulatory',
    'strategic',
    'technical',
    'other',
  ]),
  impact: z.number().int().min(1).max(5).nullable(),
  impact_description: Label,
  probability: z.number().int().min(1).max(5).nullable(),
  response: Label,
  owner: parties,
  author: z.string().nullable(),
  identified: z.iso.date().nullable(),
  updated: z.iso.date().nullable(),
  status: z.enum(['open', 'reducing', 'increasing', 'closed']).nullable(),
  source: z.string().min(1),
});
export type ProgrammeRisk = z.infer<typeof ProgrammeRisk>;

/** A row of the annual monitoring tool: what an activity cost and gave in a year, and what that says of its output. */
export const ProgrammeProgress = z.strictObject({
  year: z.number().int().min(1990).max(2100),
  output: id,
  indicator: id,
  target: Label,
  activity: id.nullable(),
  expenditure: z.number().nonnegative().nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  results: Label,
  progress: Label,
  source: z.string().min(1),
});
export type ProgrammeProgress = z.infer<typeof ProgrammeProgress>;

/** The results framework in one file: every reference inside it names a row that stands in it. */
export const ResultsFramework = z
  .strictObject({
    title: Label,
    outcomes: z.array(ProgrammeOutcome),
    outputs: z.array(ProgrammeOutput),
    activities: z.array(ProgrammeActivity),
    indicators: z.array(ProgrammeIndicator),
    baselines: z.array(ProgrammeBaseline),
    targets: z.array(ProgrammeTarget),
    risks: z.array(ProgrammeRisk),
    progress: z.array(ProgrammeProgress),
  })
  .superRefine((framework, context) => {
    const known = {
      outcome: new Set(framework.outcomes.map((row) => row.id)),
      output: new Set(framework.outputs.map((row) => row.id)),
      indicator: new Set(framework.indicators.map((row) => row.id)),
      activity: new Set(framework.activities.map((row) => row.id)),
    };
    const results = new Set([...known.outcome, ...known.output]);
    const expectIn = (ids: Set<string>, value: string | null, path: (string | number)[]): void => {
      if (value !== null && !ids.has(value))
        context.addIssue({ code: 'custom', path, message: `no row has the id "${value}"` });
    };
    for (const table of ['outcomes', 'outputs', 'activities', 'indicators', 'risks'] as const) {
      const seen = new Set<string>();
      for (const [i, row] of framework[table].entries()) {
        if (seen.has(row.id))
          context.addIssue({
            code: 'custom',
            path: [table, i, 'id'],
            message: `id "${row.id}" stands twice`,
          });
        seen.add(row.id);
      }
    }
    for (const [i, row] of framework.outputs.entries())
      expectIn(known.outcome, row.outcome, ['outputs', i, 'outcome']);
    for (const [i, row] of framework.activities.entries())
      expectIn(known.output, row.output, ['activities', i, 'output']);
    for (const [i, row] of framework.indicators.entries())
      expectIn(results, row.result, ['indicators', i, 'result']);
    for (const [i, row] of framework.baselines.entries())
      expectIn(known.indicator, row.indicator, ['baselines', i, 'indicator']);
    for (const [i, row] of framework.targets.entries())
      expectIn(known.indicator, row.indicator, ['targets', i, 'indicator']);
    for (const [i, row] of framework.progress.entries()) {
      expectIn(known.output, row.output, ['progress', i, 'output']);
      expectIn(known.indicator, row.indicator, ['progress', i, 'indicator']);
      expectIn(known.activity, row.activity, ['progress', i, 'activity']);
    }
  });
export type ResultsFramework = z.infer<typeof ResultsFramework>;
