import type { CostAssumptions, Setting } from '@wavebook/schema';

type Name = 'base_share' | 'take_up' | 'months' | 'pay_growth' | 'not_sure';
const names: readonly Name[] = ['base_share', 'take_up', 'months', 'pay_growth', 'not_sure'];

/** Every assumption beside the rate at its base. */
export const baseOf = (assumptions: CostAssumptions): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, assumptions[name].base])) as Record<Name, number>;

/** Yuan a year for each yuan of monthly pay of the uninsured. */
export const factorOf = (
  rate: number,
  { base_share, take_up, months, pay_growth }: Record<Name, number>,
): number => rate * base_share * take_up * months * (1 + pay_growth);

/** A result with an assumption at its low and at its high setting. */
export interface Bar {
  readonly assumption: string;
  readonly low: number;
  readonly high: number;
  readonly settings: readonly [number, number];
}

/** What the result is with one assumption after the other at its low and high setting, and over its interval; widest first. */
export function tornadoOf(
  assumptions: CostAssumptions,
  rate: Setting,
  at: (setting: Record<string, number>) => number,
  interval: readonly [number, number],
): Bar[] {
  const settings: readonly (readonly [string, Setting])[] = [
    ['rate', rate],
    ...names.map((name) => [name, assumptions[name]] as const),
  ];
  return [
    ...settings.map(
      ([assumption, { low, high }]): Bar => ({
        assumption,
        low: at({ [assumption]: low }),
        high: at({ [assumption]: high }),
        settings: [low, high],
      }),
    ),
    { assumption: 'sampling_error', low: interval[0], high: interval[1], settings: interval },
  ].sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}
