import type { Condition } from '../../condition.ts';
import type { Indicator } from '../../indicator.ts';
import { derivedFrom } from './derived-from.ts';

const named = (conditions: readonly Condition[]): string[] => conditions.map(({ variable }) => variable);

function measured({ measure }: Indicator): string[] {
  if (measure.kind === 'member_share')
    return [measure.variable, ...named(measure.where)].flatMap((variable) =>
      derivedFrom(variable).map((name) => (name.startsWith('member ') ? name : `member ${name}`)),
    );
  const own = 'denominator' in measure ? [measure.variable, measure.denominator] : [measure.variable];
  return own.flatMap(derivedFrom);
}

/** The indicators that read a variable, directly, through a derived variable, or in their universe. */
export function indicatorsUsing(
  { record, variable }: { record: string; variable: string },
  indicators: readonly Indicator[],
): Indicator[] {
  const wanted = record === 'member' ? `member ${variable}` : variable;
  return indicators.filter((indicator) =>
    [...measured(indicator), ...named(indicator.universe).flatMap(derivedFrom)].includes(wanted),
  );
}
