import type { EstimateRow, Language } from '@wavebook/schema';
import type { Run } from '../../document/block.ts';
import { figureInWords } from '../number.ts';

/** A sentence without its full stop: its runs, the wave that it is about (said where it is new), and the figures that show it. */
export interface Sentence {
  readonly runs: readonly Run[];
  readonly wave?: string;
  readonly indicator: string;
  readonly domain: string;
  readonly mark: 'breakdown' | 'trend';
}

/** A figure with its unit, linked to its estimate. */
export const said = (row: EstimateRow & { estimate: number }, lang: Language): Run => ({
  text: figureInWords(row.estimate, row.unit, lang),
  id: row.id,
});

/** A text with one place for something: `{value}` is replaced by runs. */
export function filled(text: string, place: string, runs: readonly Run[]): Run[] {
  const [before = '', after = ''] = text.split(`{${place}}`);
  return [before, ...runs, after].filter((run) => run !== '');
}
