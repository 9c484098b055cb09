/** One thing that speaks for (or, with points below 0, against) taking a column for a variable. */
export interface Witness {
  readonly kind: 'name' | 'label' | 'answers' | 'values';
  readonly points: number;
  /** Whether it tells this variable from nearly all others. */
  readonly strong: boolean;
  /** Whether it is enough by itself: the layout is recognised as a whole. */
  readonly certain?: boolean;
  readonly reason: string;
}
