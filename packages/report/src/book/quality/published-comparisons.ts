import type { DataQuality, EstimateRow, Indicator, Label, PublishedValue } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { estimateCell, numberCell, textCell } from '../../table/estimate-cells.ts';
import type { Table, TableCell, TableRow } from '../../table/table.ts';
import { decimalsOf } from '../../words/number.ts';
import type { BookData, BookWave } from '../book-data.ts';
import { inBoth } from '../in-both.ts';
import { publishedInWords } from '../published-table.ts';
import { labelWithUnit } from '../summary-table.ts';
import { answerLabel, textColumn } from './names.ts';
import { isFew, shareShown } from './shown-cells.ts';

type Compared = DataQuality['published'][number];

/** A figure printed for the year of a wave beside the wave's own; `agrees` is absent where our estimate may not be shown. */
export interface Comparison {
  readonly value: PublishedValue;
  readonly indicator: Indicator;
  readonly compared: Compared;
  readonly estimate: EstimateRow | undefined;
  readonly agrees: boolean | undefined;
}

/** Whether a printed figure, which may be a limit, lies within our interval. */
function isWithin({ relation, value, tolerance }: PublishedValue, low: number, high: number): boolean {
  const margin = tolerance ?? 0;
  const isAbove = value > high + margin;
  const isBelow = value < low - margin;
  if (relation === 'at_least' || relation === 'over') return !isAbove;
  if (relation === 'at_most' || relation === 'under') return !isBelow;
  return !isAbove && !isBelow;
}

const indicators = Object.values(indicatorsByTopic).flat();

/** The figures printed elsewhere for the year of a wave that an indicator of ours measures too. */
export function comparisonsOf(
  { chapters }: Pick<BookData, 'chapters'>,
  { wave, quality }: BookWave,
): Comparison[] {
  return (quality?.published ?? []).flatMap((compared): Comparison[] => {
    const value = chapters.flatMap(({ published }) => published).find((p) => p.id === compared.published);
    const indicator = indicators.find(({ id }) => id === compared.indicator);
    if (!value || !indicator) return [];
    const estimate = chapters
      .flatMap(({ rows }) => rows)
      .find(
        (row) =>
          row.indicator === compared.indicator &&
          row.instrument === wave.instrument &&
          row.wave === wave.wave &&
          row.domain === 'all' &&
          row.variant === 'level' &&
          row.weighting === 'weighted' &&
          (compared.category === null || row.category === compared.category),
      );
    const isShown = estimate && !estimate.suppressed && estimate.ci_low !== null && estimate.ci_high !== null;
    const agrees = isShown
      ? isWithin(value, estimate.ci_low as number, estimate.ci_high as number)
      : undefined;
    return [{ value, indicator, compared, estimate, agrees }];
  });
}

const weightings: Record<PublishedValue['weighted'], Label> = {
  yes: { zh: '加权', en: 'weighted' },
  no: { zh: '未加权', en: 'unweighted' },
  not_stated: { zh: '是否加权未说明', en: 'weighting not stated' },
};

/** Our unweighted figure, where those counted are not few. */
function unweightedCell({ n, value }: Compared, unit: string): TableCell {
  if (unit === 'share') return shareShown(Math.round(n * value), n);
  return isFew(n) ? { kind: 'few' } : numberCell(value, decimalsOf(unit));
}

const nameOf = (indicator: Indicator, category: string | null): Label => {
  const label = labelWithUnit(indicator);
  if (category === null || indicator.measure.kind !== 'structure') return label;
  const answer = answerLabel(indicator.measure.variable, category);
  return { zh: `${label.zh}：${answer.zh}`, en: `${label.en}: ${answer.en}` };
};

/** Whom and what a printed figure counts, and where it was printed. */
const described = (p: PublishedValue): Label =>
  inBoth((lang) =>
    lang === 'zh'
      ? `${p.population_zh}；${p.definition_zh}。${p.source_zh}（${weightings[p.weighted].zh}）`
      : `${p.population_en}; ${p.definition_en}. ${p.source_en} (${weightings[p.weighted].en})`,
  );

const verdict = (agrees: boolean | undefined): Label | string =>
  agrees === undefined ? '' : agrees ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };

/** Figures printed elsewhere for the year of a wave beside the wave's own, each with whom and what it counts. */
export function comparisonsTable(data: BookData, number: Label): Table | undefined {
  const rows = data.waves.flatMap((book): TableRow[] => {
    const lines = comparisonsOf(data, book).map(({ value, indicator, compared, estimate, agrees }) => ({
      cells: [
        textCell(nameOf(indicator, compared.category), { indent: 1 }),
        textCell(publishedInWords(value)),
        unweightedCell(compared, value.unit),
        estimateCell(estimate),
        textCell(verdict(agrees)),
        textCell(described(value)),
      ],
    }));
    return lines.length === 0 ? [] : [{ heading: book.wave.title }, ...lines];
  });
  if (rows.length === 0) return undefined;
  return {
    ...{ id: 'quality-published', number },
    title: { zh: '各轮数字与同年公布数字', en: 'Figures of each wave beside those published for its year' },
    columns: [
      textColumn('指标', 'Indicator', 20),
      textColumn('公布值', 'Published', 13),
      { label: { zh: '本轮未加权', en: 'Ours, unweighted' }, kind: 'number', width: 13 },
      { label: { zh: '本轮加权', en: 'Ours, weighted' }, kind: 'estimate', width: 12 },
      textColumn('在区间内', 'Within the interval', 11),
      textColumn('公布值的总体、定义与来源', 'Population, definition and source of the published figure', 42),
    ],
    rows,
    notes: [
      {
        zh: '比例以百分数表示；加权估计之下为95%置信区间。总体或定义不同的数字本应不同：不在区间内是查问的起点，不是错误。',
        en: 'Shares in per cent; beneath a weighted estimate its 95% interval. Other populations and definitions give other figures: one outside the interval is a question to ask, no error by itself.',
      },
    ],
  };
}
