import { Label } from './label.ts';
import { type ProgrammeCode, programmeLabels } from './pilot-sites.ts';
import { ResultsFramework } from './programme.ts';
import { z } from './zod.ts';

const quarter = z.string().regex(/^(19|20)\d\d(-Q[1-4])?$/, 'a year, or a quarter such as 2008-Q3');

/** A value that no survey measures, entered by hand: what it is, when it held, and where it stands. Never estimated, never made up. */
export const EnteredValue = z.strictObject({
  indicator: z.string().min(1),
  value: z.number(),
  date: quarter,
  note: Label,
  source: z.string().min(1),
});
export type EnteredValue = z.infer<typeof EnteredValue>;

/** The roles of sites in which an indicator is measured, where it is not all sites of the programme. */
const MeasuredIn = z.strictObject({
  indicator: z.string().min(1),
  roles: z.array(z.enum(['survey', 'child_registration', 'life_skills_health', 'pilot', 'named_in_part_6'])),
});

/**
 * A results framework as it stands in a file. `illustrative` marks numeric targets that were made to show the machinery: they are in no
 * programme document, and every page that they reach says so. `measured_in` narrows an indicator to some of the programme's sites.
 */
export const FrameworkFile = z
  .strictObject({
    programme: z.enum(Object.keys(programmeLabels) as [ProgrammeCode, ...ProgrammeCode[]]),
    illustrative: z.boolean(),
    source: Label,
    measured_in: z.array(MeasuredIn),
    entered: z.array(EnteredValue),
    framework: ResultsFramework,
  })
  .superRefine(({ entered, measured_in, framework }, context) => {
    const known = new Set(framework.indicators.map(({ id }) => id));
    for (const [table, rows] of [
      ['entered', entered],
      ['measured_in', measured_in],
    ] as const)
      rows.forEach(({ indicator }, i) => {
        if (!known.has(indicator))
          context.addIssue({
            code: 'custom',
            path: [table, i, 'indicator'],
            message: `no row has the id "${indicator}"`,
          });
      });
  });
export type FrameworkFile = z.infer<typeof FrameworkFile>;
