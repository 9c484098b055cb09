import type { Font } from './text/text-width.ts';

/** `full` is the width of a page of the book, `half` fits two charts side by side, `slide` fills a screen of 16 to 9. */
export type ChartWidth = 'full' | 'half' | 'slide';

interface Type extends Font {
  lineHeight: number;
}

/** Sizes in pixels. @internal */
export interface Measures {
  width: number;
  margin: number;
  headline: Type;
  subtitle: Type;
  label: Type;
  number: Type;
  small: Type;
  /** Widest gutter for category labels, as a share of the width. */
  gutterShare: number;
  /** Whether there is room to print the interval beside the estimate. */
  printsInterval: boolean;
}

const full: Measures = {
  width: 760,
  margin: 20,
  headline: { size: 19, weight: 700, lineHeight: 26 },
  subtitle: { size: 13, weight: 400, lineHeight: 19 },
  label: { size: 12.5, weight: 400, lineHeight: 16 },
  number: { size: 12, weight: 400, lineHeight: 16 },
  small: { size: 11, weight: 400, lineHeight: 16.5 },
  gutterShare: 0.37,
  printsInterval: true,
};

const half: Measures = {
  width: 372,
  margin: 12,
  headline: { size: 15, weight: 700, lineHeight: 21 },
  subtitle: { size: 11.5, weight: 400, lineHeight: 16.5 },
  label: { size: 11.5, weight: 400, lineHeight: 15 },
  number: { size: 11, weight: 400, lineHeight: 15 },
  small: { size: 10, weight: 400, lineHeight: 14.5 },
  gutterShare: 0.36,
  printsInterval: false,
};

/** A slide is drawn like a full page and shown larger. @internal */
export const measures: Record<ChartWidth, Measures> = { full, half, slide: full };

/** Height of a slide in the pixels of its layout, and its size on the screen. @internal */
export const slide = { height: (full.width * 9) / 16, screen: { width: 1280, height: 720 } };
