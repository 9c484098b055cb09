import { sequentialColours } from '@wavebook/charts';
import type { Label } from '@wavebook/schema';
import type { Heat, HeatKey } from './table.ts';

/** Lower bounds of the second to the fifth class, as shares. */
export type HeatBounds = readonly [number, number, number, number];

const printed = (share: number): number => Math.round(share * 1000);

/** The class of a share, by its value as printed with one decimal in per cent. */
export const heatOf = (share: number, bounds: HeatBounds): Heat =>
  bounds.filter((bound) => printed(share) >= printed(bound)).length as Heat;

/** What the colours of the classes mean, lightest first. */
export function heatLegend(bounds: HeatBounds): HeatKey[] {
  const percent = (share: number): string => String(Number((share * 100).toFixed(1)));
  const [first, , , last] = bounds.map(percent) as [string, string, string, string];
  const between = bounds.slice(0, 3).map((bound, i): Label => {
    const [from, to] = [percent(bound), percent(bounds[i + 1] as number)];
    return { zh: `${from}%至不足${to}%`, en: `${from} to under ${to}%` };
  });
  const labels: Label[] = [
    { zh: `不足${first}%`, en: `under ${first}%` },
    ...between,
    { zh: `${last}%及以上`, en: `${last}% or more` },
  ];
  return labels.map((label, heat) => ({ heat: heat as Heat, label }));
}

/** Colour of a class on paper, and whether its text is dark or light. */
export const heatColours: readonly { readonly fill: string; readonly text: string }[] = sequentialColours.map(
  (fill, heat) => ({ fill, text: heat < 3 ? '#1D2733' : '#FFFFFF' }),
);
