import { codeLists, type Variable } from '@wavebook/schema';

/** The codes of a category, in the order of its list. */
export const levelsOf = (variable: Variable): string[] =>
  (codeLists[variable.codes ?? '']?.codes ?? []).map((c) => c.code);
