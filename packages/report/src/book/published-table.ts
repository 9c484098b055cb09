import type { EstimateRow, Label, PublishedValue } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { isForEverybody } from '../published-series.ts';
import { figureCell, textCell } from '../table/estimate-cells.ts';
import type { Table } from '../table/table.ts';
import { plainFigure } from '../words/number.ts';
import type { BookChapter } from './book-data.ts';
import type { EstimateFinder } from './estimate-finder.ts';
import { heads } from './heads.ts';
import { inBoth } from './in-both.ts';
import { labelWithUnit } from './summary-table.ts';

const relations: Record<PublishedValue['relation'], Label> = {
  equal: { zh: '', en: '' },
  about: { zh: '约', en: 'about ' },
  at_least: { zh: '不低于', en: 'at least ' },
  at_most: { zh: '不超过', en: 'at most ' },
  over: { zh: '高于', en: 'over ' },
  under: { zh: '低于', en: 'under ' },
};

/** A printed figure with how the true one lies to it: `at least 81.8`. */
export const publishedInWords = ({ relation, value, unit }: PublishedValue): Label =>
  inBoth((lang) => `${relations[relation][lang]}${plainFigure(value, unit)}`);

/** Our estimate nearest in time: the level of the wave of that year, else of the nearest wave. */
const nearest = (
  find: EstimateFinder,
  waves: readonly string[],
  value: PublishedValue,
): EstimateRow | undefined => {
  const year = Number(value.year);
  const far = (wave: string): number => (Number.isNaN(year) ? -Number(wave) : Math.abs(Number(wave) - year));
  return [...waves]
    .sort((a, b) => far(a) - far(b))
    .flatMap((wave) => find.of({ indicator: value.indicator, wave, domain: 'all' }))[0];
};

/**
 * Figures of other sources beside ours, for the whole of their own population, each with its year, population, definition and source. They are printed
 * for orientation: another population or definition is another number. Undefined where no source prints an indicator of the chapter.
 */
export function publishedTable(
  { file, published }: BookChapter,
  find: EstimateFinder,
  waves: readonly string[],
  frame: Pick<Table, 'id' | 'number'>,
): Table | undefined {
  const indicators = indicatorsByTopic[file.topic];
  const rows = indicators.flatMap((indicator) =>
    published
      .filter((p) => p.indicator === indicator.id && isForEverybody(p, indicator))
      .sort((a, b) => (a.year < b.year ? -1 : 1))
      .map((p) => {
        const ours = nearest(find, waves, p);
        return {
          cells: [
            textCell(labelWithUnit(indicator)),
            textCell(p.year ? p.year : { zh: '未注明', en: 'not stated' }),
            textCell(publishedInWords(p)),
            textCell({
              zh: `${p.population_zh}；${p.definition_zh}`,
              en: `${p.population_en}; ${p.definition_en}`,
            }),
            textCell({ zh: p.source_zh, en: p.source_en }),
            figureCell(ours),
            textCell(ours?.wave ?? ''),
          ],
        };
      }),
  );
  if (rows.length === 0) return undefined;
  return {
    ...frame,
    title: { zh: '其他来源公布的数字与本书估计', en: 'Figures of other sources beside ours' },
    columns: [
      { ...heads.indicator, width: 17 },
      { label: { zh: '年份', en: 'Year' }, kind: 'text', width: 8 },
      { label: { zh: '公布值', en: 'Published' }, kind: 'text', width: 11 },
      { label: { zh: '其总体和定义', en: 'Their population and definition' }, kind: 'text', width: 26 },
      { label: { zh: '来源', en: 'Source' }, kind: 'text', width: 28 },
      { label: { zh: '本书', en: 'Ours' }, kind: 'figure' },
      { label: { zh: '本书年份', en: 'Our wave' }, kind: 'text', width: 8 },
    ],
    rows,
    notes: [
      {
        zh: '各来源的总体和定义各不相同，仅供参照，不与本书估计混用；右侧为本书时间最近的一轮估计。',
        en: 'Populations and definitions differ from ours and from each other; the figures are here for orientation. On the right, our estimate of the nearest wave.',
      },
    ],
  };
}
