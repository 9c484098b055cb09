import { MissingReason } from '../missing-reason.ts';
import type { Variable } from '../variable.ts';
import { codesOf } from './codes-of.ts';
import type { ExportSource } from './export-source.ts';

/**
 * The missing reasons whose word may stand in a cell in place of a value: those of the variable, or all where it names none; never one that is a
 * code of the variable itself (a list may have `refused` as an answer).
 */
export function missingWords(variable: Variable, lists: ExportSource['codeLists']): MissingReason[] {
  const codes = variable.kind === 'category' ? codesOf(variable.codes, lists).codes : [];
  const reasons = variable.missing ?? MissingReason.options;
  return reasons.filter((reason) => codes.every(({ code }) => code !== reason));
}
