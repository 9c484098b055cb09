import { attachData, barDiverging, barStacked, type ChartRow, pyramid, withUsermeta } from '@wavebook/charts';
import type { ManifestWave } from '@wavebook/schema';
import { chartRow } from '../chart-row.ts';
import type { DrawnChart } from '../drawn-chart.ts';
import { headlineOf } from '../words/headline.ts';
import { categoryLabel, levelLabel, rowsOf } from '../words/labels.ts';
import { notesFor } from '../words/notes.ts';
import {
  answerCodes,
  axisOf,
  estimateFields,
  type FigureSource,
  figureRows,
  metaOver,
  textOver,
} from './figure-source.ts';

/**
 * The answers of a structure indicator in one wave: as parts of a bar for each level of a breakdown, or, over a breakdown of two levels,
 * back to back.
 */
export function drawAnswers(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { plan, indicator, estimates, lang } = source;
  const rows = figureRows(source, wave, 'level');
  const codes = answerCodes(indicator).filter((code) => rows.some(({ category }) => category === code));
  if (rows.length === 0 || codes.length === 0) return undefined;
  const overall = rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain: 'all' });
  const headline = headlineOf(indicator, overall, [], lang, source.comparisons);
  const n = (overall[0] ?? rows[0])?.n ?? 0;
  const text = textOver(source, [wave], headline, notesFor({ n, wave, mark: plan.mark }, lang));
  const answers = codes.map((code) => categoryLabel(indicator, code, lang));
  const levels = [...new Set(rows.map(({ level }) => levelLabel(plan.domain, level, lang)))];
  const isPyramid = plan.mark === 'pyramid';
  const data: ChartRow[] = rows.map((row) => {
    const [level, answer] = [
      levelLabel(plan.domain, row.level, lang),
      categoryLabel(indicator, row.category, lang),
    ];
    return chartRow(row, isPyramid ? { category: answer, group: level } : { category: level, group: answer });
  });
  const shared = { fields: estimateFields, text, axis: axisOf(source) };
  const [left, right] = levels;
  const build = () => {
    if (isPyramid && left !== undefined && right !== undefined)
      return pyramid({
        ...shared,
        sides: { field: 'group', order: [left, right] },
        categoryOrder: [...answers].reverse(),
      });
    const options = { ...shared, answers: { field: 'group', order: answers }, categoryOrder: levels };
    return plan.mark === 'diverging' ? barDiverging(options) : barStacked(options);
  };
  return { spec: withUsermeta(attachData(build(), data), metaOver(source, [wave], rows)), headline, data };
}
