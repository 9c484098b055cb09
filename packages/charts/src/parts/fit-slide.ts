import type { ChartSpec } from '../vega-lite.ts';
import { slide } from '../widths.ts';

/** The same spec on paper of 16 to 9: what is short ends above the lower edge, what is tall stands in the middle. */
export function fitSlide(spec: ChartSpec): ChartSpec {
  const padding = spec.padding as { left: number; right: number; top: number; bottom: number };
  const height = Number(spec.height) + padding.top + padding.bottom;
  const width = Number(spec.width) + padding.left + padding.right;
  const tall = Math.max(slide.height, height);
  const side = ((tall * 16) / 9 - width) / 2;
  return {
    ...spec,
    padding: {
      left: padding.left + side,
      right: padding.right + side,
      top: padding.top,
      bottom: padding.bottom + tall - height,
    },
  };
}
