// Made by scripts/make-records.ts from the instruments and code lists. Change those and run it again.

import { codeCell, numberCell } from '../record-cells.ts';
import { z } from '../zod.ts';
import {
  ChildbirthPlace,
  Education,
  Ethnicity,
  HukouType,
  MaritalStatus,
  MigrationRange,
  MigrationReason,
  Province,
  Relation,
  Residence,
  SchoolKind,
  Sex,
  YesNo,
  YesNoNotSure,
} from './codes.ts';

/** A record of household members (家庭成员): member of a respondent’s household, the respondent included. An empty cell is null. */
export const Member = z.object({
  respondent_id: z.string().min(1),
  member_number: z.number().int(),
  relation: codeCell(Relation),
  sex: codeCell(Sex),
  birth_year: numberCell(1900, 2020),
  birth_month: numberCell(1, 12),
  education: codeCell(Education),
  residence: codeCell(Residence),
  attends_school: codeCell(YesNo),
  age: numberCell(),
  ethnicity: codeCell(Ethnicity),
  hukou_type: codeCell(HukouType),
  marital_status: codeCell(MaritalStatus),
  hukou_province: codeCell(Province),
  local_hukou: codeCell(YesNo),
  migration_range: codeCell(MigrationRange),
  arrival_year: numberCell(1920, 2020),
  arrival_month: numberCell(1, 12),
  migration_reason: codeCell(MigrationReason),
  employed: codeCell(YesNo),
  school_kind: codeCell(SchoolKind),
  school_fees: numberCell(0, 500000),
  birth_place: codeCell(ChildbirthPlace),
  child_health_record: codeCell(YesNoNotSure),
  vaccination_complete: codeCell(YesNoNotSure),
  child_check_up: codeCell(YesNo),
  registered_here: codeCell(YesNoNotSure),
});
export type Member = z.infer<typeof Member>;
