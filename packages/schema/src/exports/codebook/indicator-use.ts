import type { IndicatorDefinition, MeasurableIndicator } from '../../indicator-definition.ts';
import { neededVariables } from '../../indicators/needed-variables.ts';
import { derivedFrom } from '../../variables/derived-from.ts';

/** Variables of the monitoring survey that an indicator reads, and those that they are derived from; those of members as `member <variable>`. */
const read = (indicator: MeasurableIndicator): string[] =>
  neededVariables(indicator, 'monitoring').flatMap(({ record, variable }) =>
    record === 'member'
      ? derivedFrom(variable).map((name) => (name.startsWith('member ') ? name : `member ${name}`))
      : derivedFrom(variable),
  );

/**
 * The indicators of the monitoring survey that read a variable, directly, through a derived variable, or in their universe. Gaps to residents
 * are left out: the indicator whose gap it is stands there.
 */
export function indicatorsUsing(
  { record, variable }: { record: string; variable: string },
  definitions: readonly IndicatorDefinition[],
): MeasurableIndicator[] {
  const wanted = record === 'member' ? `member ${variable}` : variable;
  return definitions.filter(
    (d): d is MeasurableIndicator =>
      d.status === 'measurable' &&
      d.instruments.includes('monitoring') &&
      d.measure.kind !== 'sample_gap' &&
      read(d).includes(wanted),
  );
}
