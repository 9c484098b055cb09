import type { EstimateRow, Language } from '@wavebook/schema';
import type { Run } from '../../document/block.ts';
import { figureInWords, plainFigure } from '../number.ts';

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

/** How far two figures lie apart, without a sign. */
export function gapInWords(difference: number, unit: string, lang: Language): string {
  const size = Math.abs(difference);
  if (unit !== 'share') return figureInWords(size, unit, lang);
  return lang === 'zh'
    ? `${plainFigure(size, unit)}个百分点`
    : `${plainFigure(size, unit)} percentage points`;
}

/** Respondents below which a sentence says how few they are. */
const FEW = 100;

/** The interval of a figure in brackets, with what a reader must know of its precision. */
export function precision(row: EstimateRow, lang: Language): string {
  const zh = lang === 'zh';
  const interval =
    row.ci_low === null ||
    row.ci_high === null ||
    plainFigure(row.ci_low, row.unit) === plainFigure(row.ci_high, row.unit)
      ? []
      : [
          zh
            ? `95%置信区间${figureInWords(row.ci_low, row.unit, lang)}～${figureInWords(row.ci_high, row.unit, lang)}`
            : `95% interval ${plainFigure(row.ci_low, row.unit)} to ${figureInWords(row.ci_high, row.unit, lang)}`,
        ];
  const few = row.n < FEW ? [zh ? `样本量较小，n = ${row.n}` : `a small sample, n = ${row.n}`] : [];
  const caution =
    row.quality === 'reliable' ? [] : [zh ? '精度有限，慎用' : 'of limited precision, use with caution'];
  const parts = [...interval, ...few, ...caution];
  if (parts.length === 0) return '';
  return zh ? `（${parts.join('；')}）` : ` (${parts.join('; ')})`;
}
