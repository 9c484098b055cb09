import type { Indicator } from './indicator.ts';

/**
 * Loads every indicator definition, in book order; the module is imported when it is asked for. By topic, and synchronously, they are
 * `indicatorsByTopic` of `@wavebook/schema/indicators`.
 *
 * @example (await indicators()).find(({ id }) => id === 'contract_signed')?.unit // 'share'
 */
export async function indicators(): Promise<readonly Indicator[]> {
  const { indicatorsByTopic } = await import('./indicators/index.ts');
  return Object.values(indicatorsByTopic).flat();
}
