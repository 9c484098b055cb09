import type { Variable } from '@wavebook/schema';
import { assign, type Chosen } from './assign.ts';
import type { Candidate } from './candidate.ts';
import { profileTogether } from './column-profile.ts';
import type { KnownColumns } from './known-columns.ts';
import { missingCodesOf } from './missing-codes.ts';
import type { RosterTemplate } from './roster-templates.ts';

/** Member variables that the respondent has too follow the column of person 1. */
export function rosterChosen(
  chosen: readonly Chosen[],
  templates: readonly RosterTemplate[],
  members: readonly Variable[],
  { candidates, known }: { readonly candidates: readonly Candidate[]; readonly known: KnownColumns },
): Chosen[] {
  const linked = templates.flatMap(({ template, slots }): Chosen[] => {
    const first = slots.get(1);
    const parts = [...slots.values()];
    return chosen.flatMap((own) => {
      const variable = members.find(({ name }) => name === own.variable.name);
      if (!first || own.raw !== first.name || !variable) return [];
      const column = profileTogether(template, parts);
      const missingCodes =
        variable.kind === 'number'
          ? missingCodesOf(column, variable, { known: known.byVariable.get(variable.name) ?? [] })
          : [];
      return [{ ...own, section: 'member', raw: template, column, variable, missingCodes }];
    });
  });
  const taken = new Set(linked.flatMap(({ raw, variable }) => [raw, variable.name]));
  const rest = candidates.filter(({ raw, variable }) => !taken.has(raw) && !taken.has(variable.name));
  return [...linked, ...assign(rest, () => false)];
}
