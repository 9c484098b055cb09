/** Categories, in this order: the UK Analysis Function palette, each at least 3:1 on white. */
export const categoryColours = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1'] as const;

/** The second cue beside colour, in the same order. */
export const categoryShapes = [
  'circle',
  'diamond',
  'square',
  'triangle-up',
  'cross',
  'triangle-down',
] as const;

/** Five classes from low to high: one hue, even steps of lightness, so that they keep their order in grey. */
export const sequentialColours = ['#E1ECF6', '#B4CFE6', '#7AA9D0', '#3A75AB', '#12436D'] as const;

/**
 * Answers of a scale from one end to the other, by their number: warm against cold, so that they stay apart for the
 * colour-blind, dark at both ends.
 */
export const scaleColours: Readonly<Record<number, readonly string[]>> = {
  2: ['#D9772F', '#5B8DB8'],
  3: ['#D9772F', '#8A9099', '#5B8DB8'],
  4: ['#8A2F06', '#D9772F', '#5B8DB8', '#12436D'],
  5: ['#8A2F06', '#D9772F', '#8A9099', '#5B8DB8', '#12436D'],
};

/** Dashes of lines in the order of the categories, the second cue where a line has no points. */
export const categoryDashes = [[], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [1, 3]] as const;

/** @internal */
export const ink = {
  title: '#1A1A1A',
  text: '#333333',
  quiet: '#595959',
  axis: '#4D4D4D',
  grid: '#E4E6E9',
  rule: '#BFC4CA',
  bar: '#6F97BC',
  barStrong: '#12436D',
  interval: '#0B2238',
  reference: '#B3420B',
  /** Figures that are not ours. */
  published: '#6B6F75',
  /** Places without a number. */
  empty: '#F4F5F6',
  hatch: '#8A9099',
  /** Around fills that are too light to stand on white paper. */
  outline: '#8A9099',
  /** Between two dots of one row. */
  link: '#8A9099',
  paper: '#FFFFFF',
} as const;

/** @internal */
export const referenceStroke = { colour: ink.reference, strokeWidth: 1.5, strokeDash: [4, 3] };
