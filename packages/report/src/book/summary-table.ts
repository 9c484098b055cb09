import { type EstimateRow, type Indicator, type Label, unitLabels } from '@wavebook/schema';
import {
  countCell,
  estimateCell,
  figureCell,
  numberCell,
  percentCell,
  textCell,
} from '../table/estimate-cells.ts';
import { sameInBoth, type Table, type TableCell, type TableRow } from '../table/table.ts';
import { categoryLabel } from '../words/labels.ts';
import type { EstimateFinder } from './estimate-finder.ts';
import { heads } from './heads.ts';
import { inBoth } from './in-both.ts';

const latest: Label = { zh: '最近一轮', en: 'Latest wave' };
const waveGroup: Label = { zh: '加权估计及95%置信区间', en: 'Weighted estimate and 95% interval' };

/** The label of an indicator, with its unit where that is no percentage. */
export const labelWithUnit = (indicator: Indicator): Label =>
  indicator.unit === 'share'
    ? indicator.label
    : inBoth((lang) => {
        const unit = unitLabels[indicator.unit][lang];
        return lang === 'zh'
          ? `${indicator.label.zh}（${unit}）`
          : `${indicator.label.en} (${unit.toLowerCase()})`;
      });

/**
 * The chapter at a glance: a line for each indicator, and for each class of a structure, with its estimate in every wave, and what the
 * latest of them rests on. Indicators that no wave measured are left out.
 */
export function summaryTable(
  indicators: readonly Indicator[],
  find: EstimateFinder,
  waves: readonly string[],
  frame: Pick<Table, 'id' | 'number' | 'title' | 'notes'>,
): Table {
  const cellsOf = (label: TableCell, byWave: ReadonlyMap<string, EstimateRow>): TableRow => {
    const last = waves.flatMap((wave) => byWave.get(wave) ?? []).at(-1);
    return {
      cells: [
        label,
        ...waves.map((wave) => estimateCell(byWave.get(wave))),
        figureCell(last && find.unweighted(last)),
        countCell(last),
        last?.suppressed ? { kind: 'blank' } : numberCell(last?.deff, 2),
        last?.suppressed ? { kind: 'blank' } : percentCell(last?.missing_share),
      ],
    };
  };
  const rows = indicators.flatMap((indicator): TableRow[] => {
    const found = waves.flatMap((wave) => find.of({ indicator: indicator.id, wave, domain: 'all' }));
    if (found.length === 0) return [];
    const byWave = (category: string): Map<string, EstimateRow> =>
      new Map(found.filter((row) => row.category === category).map((row) => [row.wave, row]));
    if (indicator.measure.kind !== 'structure')
      return [cellsOf(textCell(labelWithUnit(indicator)), byWave(''))];
    const categories = [...new Set(found.map((row) => row.category))];
    return [
      { heading: indicator.label },
      ...categories.map((category) =>
        cellsOf(
          textCell(
            inBoth((lang) => categoryLabel(indicator, category, lang)),
            { indent: 1 },
          ),
          byWave(category),
        ),
      ),
    ];
  });
  return {
    ...frame,
    columns: [
      { ...heads.indicator, width: 26 },
      ...waves.map((wave) => ({ label: sameInBoth(wave), group: waveGroup, kind: 'estimate' as const })),
      ...[heads.unweighted, heads.n, heads.deff, heads.missing].map((column) => ({
        ...column,
        group: latest,
      })),
    ],
    rows,
  };
}
