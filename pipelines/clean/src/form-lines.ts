import type { VariableForm } from '@wavebook/harmonise';
import { COMMA_ADVICE } from '@wavebook/tables';

const said: Readonly<Record<VariableForm['form'], string>> = {
  full_width: 'in full-width digits, read as numbers',
  thousands: 'with commas between thousands, read as numbers',
  decimal_comma: `not read as numbers: ${COMMA_ADVICE}, then wavebook new-wave … --replace`,
};

/** How the numbers of a wave are written where not plainly, a line a variable and form. It says no value: those not read stand in issues.csv. */
export const formLines = (forms: readonly VariableForm[]): string[] =>
  forms.map(
    ({ variable, rawColumn, form, cells }) =>
      `column "${rawColumn}" (${variable}): ${cells} ${cells === 1 ? 'cell' : 'cells'} ${said[form]}`,
  );
