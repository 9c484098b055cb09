import type { Absence, AskedWithoutName, Claim, Codebook, Mapping } from '../codebook.ts';
import { respondentVariables } from '../variables/respondent.ts';

/**
 * What is known of one variable in one wave.
 *
 * - `known`: `mapping` names its column. `not_asked`: `absence` says why it has none.
 * - `not_known`: no source names a column. `asked` is there if a source says that it was asked, `claims` hold guesses and contradictions;
 *   `placeholder` is the invented name under which synthetic files carry it, never one of a real file.
 */
export type CrosswalkCell = { readonly wave: string; readonly claims: readonly Claim[] } & (
  | { readonly state: 'known'; readonly mapping: Mapping }
  | { readonly state: 'not_asked'; readonly absence: Absence }
  | { readonly state: 'not_known'; readonly asked?: AskedWithoutName; readonly placeholder?: string }
);

const asksRespondent = new Set(respondentVariables.map((v) => v.name));

/**
 * What a codebook knows of one variable of the monitoring survey. Every table, page and export of what is known in which wave is made of it.
 *
 * @example crosswalkCell(monitoring2014, 'respondent', 'health_record') // not_known, asked according to S15
 */
export function crosswalkCell(
  codebook: Codebook,
  record: 'respondent' | 'member',
  variable: string,
): CrosswalkCell {
  const told = <T extends { variable: string }>(list: readonly T[] | undefined): T[] =>
    record === 'member' && asksRespondent.has(variable)
      ? []
      : (list ?? []).filter((entry) => entry.variable === variable);
  const mapping = codebook[record].find((m) => m.variable === variable) ?? told(codebook.parts)[0];
  const absences = record === 'member' ? codebook.not_asked_of_members : codebook.not_asked;
  const absence = absences?.find((a) => a.variable === variable);
  const [asked] = told(codebook.asked);
  const common = { wave: codebook.wave, claims: told(codebook.claims) };
  if (mapping && mapping.confidence !== 'placeholder') return { ...common, state: 'known', mapping };
  if (absence) return { ...common, state: 'not_asked', absence };
  return {
    ...common,
    state: 'not_known',
    ...(asked ? { asked } : {}),
    ...(mapping ? { placeholder: mapping.raw } : {}),
  };
}
