import { Label, Topic } from '@wavebook/schema';
import { z } from 'zod';
import { type ChartPlan, chartMarks } from './chart-plan.ts';
import { FindingPlan } from './words/findings/plan.ts';

/** What a chapter says and shows, apart from its numbers. */
export interface Chapter {
  readonly topic: Topic;
  readonly instrument: string;
  readonly title: Label;
  /** What the chapter is about and for whom, one paragraph. */
  readonly introduction: Label;
  /** Key findings in the order in which they are told. */
  readonly findings: readonly FindingPlan[];
  readonly charts: readonly ChartPlan[];
}

/** `chapter.json` beside the charts of a topic: what the book needs to bind them. */
export const ChapterFile = z.strictObject({
  topic: Topic,
  instrument: z.string(),
  title: Label,
  introduction: Label,
  findings: z.array(FindingPlan),
  charts: z.array(
    z.strictObject({
      name: z.string(),
      indicator: z.string(),
      domain: z.string(),
      mark: z.enum(chartMarks),
      beside: z.array(z.string()).optional(),
      wave: z.string(),
      headline: Label,
      /** What the chart shows, for those who cannot see it. */
      description: Label,
    }),
  ),
});
export type ChapterFile = z.infer<typeof ChapterFile>;
