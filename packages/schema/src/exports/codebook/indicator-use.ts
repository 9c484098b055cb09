import type { MeasurableIndicator } from '../../indicator-definition.ts';
import { neededVariables } from '../../indicators/needed-variables.ts';
import { derivedFrom } from '../../variables/derived-from.ts';

/** Variables of the monitoring survey that an indicator reads, and those that they are derived from; those of members as `member <variable>`. */
const read = (indicator: MeasurableIndicator): string[] =>
  neededVariables(indicator, 'monitoring').flatMap(({ record, variable }) =>
    record === 'member'
      ? derivedFrom(variable).map((name) => (name.startsWith('member ') ? name : `member ${name}`))
      : derivedFrom(variable),
  );

/** The indicators that read a variable, directly, through a derived variable, or in their universe. */
export function indicatorsUsing(
  { record, variable }: { record: string; variable: string },
  indicators: readonly MeasurableIndicator[],
): MeasurableIndicator[] {
  const wanted = record === 'member' ? `member ${variable}` : variable;
  return indicators.filter((indicator) => read(indicator).includes(wanted));
}
