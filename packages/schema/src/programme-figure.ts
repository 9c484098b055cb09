import { Quality } from './estimate-row.ts';
import type { Label } from './label.ts';
import { z } from './zod.ts';

const figure = z.number().nullable();

/**
 * What a row of `changes.csv`, `gaps.csv`, `types.csv`, `cost.csv`, `heads.csv` and `response.csv` in `data/programme` has: a number that is
 * made from several groups or waves. Each file has columns of its own beside these.
 *
 * - `of_zh` and `of_en` say what it is of. `indicator` is an id of the list of indicators, or what the file calls it where the list has none.
 * - `waves` are those that it rests on, as `instrument/wave`, with spaces between.
 * - `quality` is that of the worst of the groups, by the rule named; `confidential` where one of them is; `suppressed` rows keep their
 *   numbers here and lose them in every file made to be shown.
 */
export const ProgrammeFigure = z.object({
  id: z.string(),
  of_zh: z.string(),
  of_en: z.string(),
  indicator: z.string(),
  waves: z.string().regex(/^[a-z-]+\/\S+( [a-z-]+\/\S+)*$/),
  unit: z.string(),
  estimate: figure,
  se: figure,
  ci_low: figure,
  ci_high: figure,
  df: figure,
  p_value: figure,
  n: z.number().int().nonnegative(),
  design: z.string(),
  quality: Quality,
  quality_rule: z.string(),
  confidential: z.boolean(),
  suppressed: z.boolean(),
  synthetic: z.boolean(),
});
export type ProgrammeFigure = z.infer<typeof ProgrammeFigure>;

/** Column names that the files of `ProgrammeFigure` share, in file order. */
export const programmeFigureColumns = Object.keys(ProgrammeFigure.shape) as (keyof ProgrammeFigure)[];

/**
 * A row of `status.csv`: what the status of an indicator of a framework rests on. `latest` is the latest estimate, or the value entered by
 * hand; `estimate` the id of the estimate, empty without one. `planned` is the value of the path at the date of the latest value; `file` and
 * `line` are where the target stands, or the value that was entered, or the indicator.
 */
export const ProgrammeStatus = z.strictObject({
  id: z.string(),
  framework: z.string(),
  indicator: z.string(),
  statement_zh: z.string(),
  statement_en: z.string(),
  measured_by: z.string(),
  unit: z.string(),
  baseline: figure,
  target: figure,
  due: z.string(),
  latest: figure,
  date: z.string(),
  ci_low: figure,
  ci_high: figure,
  n: figure,
  planned: figure,
  status: z.enum(['met', 'behind', 'cannot_tell', 'not_measured', 'no_target']),
  estimate: z.string(),
  source: z.string(),
  file: z.string(),
  line: z.number().int().positive(),
  illustrative: z.boolean(),
});
export type ProgrammeStatus = z.infer<typeof ProgrammeStatus>;

/** Column names of `status.csv`, in file order. */
export const programmeStatusColumns = Object.keys(ProgrammeStatus.shape) as (keyof ProgrammeStatus)[];

/** What the programme's pages count beside the indicators of the list: how it is called, and what it is. */
export const programmeQuantities: Readonly<
  Record<string, { readonly label: Label; readonly definition: Label }>
> = {
  migrant_type_2: {
    label: { zh: '第二类（“现代型”）农民工', en: 'Type II (“modern”) migrants' },
    definition: {
      zh: '项目文件表1的特征中（所问的），已知者占60%以上、其中属第二类者超过界限（通常为一半）的人所占比例',
      en: 'Share of those with more than a cut (usually half) of the known traits of Type II, of the traits of table 1 of the project document that the survey asks, at least 60 % of them known',
    },
  },
  insurance_held: {
    label: { zh: '保险参保地', en: 'Where insurance is held' },
    definition: {
      zh: '养老和医疗保险（调查所问者）在流入地、流出地、两地或均未参保的人所占比例；任一项未回答者不计',
      en: 'Share of those whose pension and medical insurance (as far as the survey asks) are held at the destination, at the origin, at both or at neither; who left one without an answer is left out',
    },
  },
  heads: {
    label: { zh: '户籍人口与常住人口', en: 'Registered and resident heads' },
    definition: {
      zh: '2010年末常住人口（已发布）减外省流入、加流出外省（监测调查估计）',
      en: 'Residents at the end of 2010, as published, less migrants from other provinces, plus those who live in another, as the monitoring survey estimates them',
    },
  },
  response: {
    label: { zh: '抽中单位', en: 'Sampled units' },
    definition: {
      zh: '抽样名单中的单位，按组别、抽样部分和应答状态；应答率为受访者占除已离开者外单位的比例',
      en: 'Units of the list of sampled units by arm, part of the sample and what became of them; as a rate, those interviewed among all but those that left',
    },
  },
};
