import type { ComparisonRow, Language } from '@wavebook/schema';
import { figureInWords, plainFigure } from '../number.ts';

/** A size with the unit of a difference: shares lie percentage points apart. */
function sized(size: string, unit: string, lang: Language, inUnit: string): string {
  if (unit !== 'share') return inUnit;
  return lang === 'zh' ? `${size}个百分点` : `${size} percentage points`;
}

/**
 * How far two figures that differ lie apart, without a sign, and the interval of that, with a note if it needs one:
 * `6.0 percentage points (95% interval 4.1 to 7.9)`.
 */
export function gapInWords(
  { difference, ci_low, ci_high, unit }: Pick<ComparisonRow, 'difference' | 'ci_low' | 'ci_high' | 'unit'>,
  lang: Language,
  note = '',
): string {
  const size = Math.abs(difference);
  const [low, high] = difference < 0 ? [-ci_high, -ci_low] : [ci_low, ci_high];
  const gap = sized(plainFigure(size, unit), unit, lang, figureInWords(size, unit, lang));
  const upper = sized(plainFigure(high, unit), unit, lang, figureInWords(high, unit, lang));
  return lang === 'zh'
    ? `${gap}（95%置信区间${plainFigure(low, unit)}～${upper}${note === '' ? '' : `；${note}`}）`
    : `${gap} (95% interval ${plainFigure(low, unit)} to ${plainFigure(high, unit)}${note === '' ? '' : `; ${note}`})`;
}
