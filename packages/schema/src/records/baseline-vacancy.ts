// Made by scripts/make-records.ts from the instruments and code lists. Change those and run it again.

import { codeCell, numberCell } from '../record-cells.ts';
import { z } from '../zod.ts';
import { Education, Occupation, RecruitmentObstacle } from './codes.ts';

/** A record of vacancies (空缺岗位): open posts of one occupation in an establishment. An empty cell is null. */
export const BaselineVacancy = z.object({
  enterprise_id: z.string().min(1),
  vacancy_number: z.number().int().min(1).max(99),
  occupation: codeCell(Occupation),
  vacancies: numberCell(0, 100000),
  months_unfilled: numberCell(0, 120),
  wage_offered: numberCell(0, 200000),
  education_required: codeCell(Education),
  obstacle: codeCell(RecruitmentObstacle),
});
export type BaselineVacancy = z.infer<typeof BaselineVacancy>;
