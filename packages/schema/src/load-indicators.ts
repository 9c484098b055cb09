import type { IndicatorDefinition } from './indicator-definition.ts';

/**
 * Loads every indicator definition, group by group, those that cannot be measured included; the module is imported when it is asked for.
 * Those that the chapters estimate are `indicatorsByTopic` of `@wavebook/schema/indicators`, which also has `indicatorAvailability`.
 *
 * @example (await indicators()).find(({ id }) => id === 'contract_signed')?.unit // 'share'
 */
export async function indicators(): Promise<readonly IndicatorDefinition[]> {
  return (await import('./indicators/index.ts')).allIndicators;
}
