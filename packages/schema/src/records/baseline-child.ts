// Made by scripts/make-records.ts from the instruments and code lists. Change those and run it again.

import { codeCell, numberCell } from '../record-cells.ts';
import { z } from '../zod.ts';
import { Residence, SchoolKind, Sex, YesNo, YesNoNotSure } from './codes.ts';

/** A record of children under 16 (16岁以下子女): child under 16 of a worker, wherever it lives. An empty cell is null. */
export const BaselineChild = z.object({
  respondent_id: z.string().min(1),
  child_number: z.number().int().min(1).max(15),
  sex: codeCell(Sex),
  age: numberCell(0, 15),
  residence: codeCell(Residence),
  registered: codeCell(YesNoNotSure),
  attends_school: codeCell(YesNo),
  school_kind: codeCell(SchoolKind),
  school_fees: numberCell(0, 500000),
  extra_fee: codeCell(YesNoNotSure),
  vaccination_complete: codeCell(YesNoNotSure),
  child_health_record: codeCell(YesNoNotSure),
});
export type BaselineChild = z.infer<typeof BaselineChild>;
