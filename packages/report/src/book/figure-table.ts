import { type EstimateRow, type Indicator, type Label, unitLabels } from '@wavebook/schema';
import type { ChapterFile } from '../chapter.ts';
import { countCell, estimateCell, figureCell, intervalCell, textCell } from '../table/estimate-cells.ts';
import { sameInBoth, type Table, type TableColumn, type TableRow } from '../table/table.ts';
import { categoryLabel, domainLabel, levelLabel } from '../words/labels.ts';
import type { EstimateFinder } from './estimate-finder.ts';
import { heads } from './heads.ts';
import { capitalised, inBoth } from './in-both.ts';

type Chart = ChapterFile['charts'][number];
type Frame = Pick<Table, 'id' | 'number'>;

const unitOf = (indicator: Indicator): Label =>
  indicator.unit === 'share' ? sameInBoth('%') : unitLabels[indicator.unit];

const numbersColumns = (indicator: Indicator): TableColumn[] => [
  { ...heads.weighted, unit: unitOf(indicator) },
  heads.interval,
  { ...heads.unweighted, unit: unitOf(indicator) },
  heads.n,
];

const firstColumn = (domain: string, other: Label): TableColumn => ({
  label: domain === 'all' ? other : inBoth((lang) => capitalised(domainLabel(domain, lang))),
  kind: 'text',
});

const titleOf = (indicator: Indicator, domain: string, waves: string): Label =>
  inBoth((lang) => {
    const by =
      domain === 'all'
        ? ''
        : lang === 'zh'
          ? `，按${domainLabel(domain, lang)}分`
          : ` by ${domainLabel(domain, lang)}`;
    return lang === 'zh' ? `${indicator.label.zh}${by}，${waves}年` : `${indicator.label.en}${by}, ${waves}`;
  });

/** The numbers behind a chart of one wave. */
function breakdownTable(chart: Chart, indicator: Indicator, find: EstimateFinder, frame: Frame): Table {
  const { domain, wave } = chart;
  const found = find.of({ indicator: indicator.id, wave, domain });
  const structure = indicator.measure.kind === 'structure';
  const rows = found.map((row): TableRow => {
    const name = inBoth((lang) => {
      const category = structure ? [categoryLabel(indicator, row.category, lang)] : [];
      const level = domain === 'all' && structure ? [] : [levelLabel(domain, row.level, lang)];
      return [...level, ...category].join(lang === 'zh' ? '：' : ': ');
    });
    return {
      cells: [
        textCell(name),
        figureCell(row),
        intervalCell(row),
        figureCell(find.unweighted(row)),
        countCell(row),
      ],
    };
  });
  return {
    ...frame,
    title: titleOf(indicator, domain, wave),
    columns: [firstColumn(domain, indicator.label), ...numbersColumns(indicator)],
    rows,
  };
}

/** The numbers behind a trend: a line a wave, or a line a level with the waves side by side. */
function trendTable(
  { domain }: Chart,
  indicator: Indicator,
  find: EstimateFinder,
  waves: readonly string[],
  frame: Frame,
): Table {
  const measured = waves.filter(
    (wave) => find.of({ indicator: indicator.id, wave, domain, variant: 'trend' }).length > 0,
  );
  const of = (wave: string) => find.of({ indicator: indicator.id, wave, domain, variant: 'trend' });
  const title = titleOf(indicator, domain, [measured[0], measured.at(-1)].join('–'));
  if (domain === 'all')
    return {
      ...frame,
      title,
      columns: [heads.wave, ...numbersColumns(indicator)],
      rows: measured.flatMap((wave) =>
        of(wave).map((row) => ({
          cells: [
            textCell(wave),
            figureCell(row),
            intervalCell(row),
            figureCell(find.unweighted(row)),
            countCell(row),
          ],
        })),
      ),
    };
  const levels = [...new Set(measured.flatMap((wave) => of(wave).map(({ level }) => level)))];
  return {
    ...frame,
    title,
    columns: [
      firstColumn(domain, indicator.label),
      ...measured.map((wave) => ({
        label: sameInBoth(wave),
        unit: unitOf(indicator),
        kind: 'estimate' as const,
      })),
    ],
    rows: levels.map((level) => ({
      cells: [
        textCell(inBoth((lang) => levelLabel(domain, level, lang))),
        ...measured.map((wave) => estimateCell(of(wave).find((row) => row.level === level))),
      ],
    })),
  };
}

/** Several indicators side by side: levels or answers as lines, indicators as columns. */
function besideTable(
  { domain, wave, headline, mark }: Chart,
  indicators: readonly Indicator[],
  find: EstimateFinder,
  frame: Frame,
): Table {
  const [first] = indicators as [Indicator, ...Indicator[]];
  const of = (indicator: Indicator): EstimateRow[] => find.of({ indicator: indicator.id, wave, domain });
  const keyOf = ({ category, level }: EstimateRow): string => (mark === 'items' ? category : level);
  const keys = [...new Set(indicators.flatMap((indicator) => of(indicator).map(keyOf)))];
  const nameOf = (key: string): Label =>
    inBoth((lang) => (mark === 'items' ? categoryLabel(first, key, lang) : levelLabel(domain, key, lang)));
  return {
    ...frame,
    title: inBoth((lang) => `${headline[lang]}${lang === 'zh' ? `，${wave}年` : `, ${wave}`}`),
    columns: [
      mark === 'items'
        ? { label: { zh: '回答', en: 'Answer' }, kind: 'text' }
        : firstColumn(domain, first.label),
      ...indicators.map((indicator) => ({
        label: indicator.label,
        unit: unitOf(indicator),
        kind: 'estimate' as const,
      })),
    ],
    rows: keys.map((key) => ({
      cells: [
        textCell(nameOf(key)),
        ...indicators.map((indicator) => estimateCell(of(indicator).find((row) => keyOf(row) === key))),
      ],
    })),
  };
}

/** Several indicators for everybody, a line each. */
function indicatorsTable(
  { domain, wave, headline }: Chart,
  indicators: readonly Indicator[],
  find: EstimateFinder,
  frame: Frame,
): Table {
  const [first] = indicators as [Indicator, ...Indicator[]];
  return {
    ...frame,
    title: inBoth((lang) => `${headline[lang]}${lang === 'zh' ? `，${wave}年` : `, ${wave}`}`),
    columns: [{ label: { zh: '指标', en: 'Indicator' }, kind: 'text' }, ...numbersColumns(first)],
    rows: indicators.flatMap((indicator) =>
      find.of({ indicator: indicator.id, wave, domain }).map((row) => ({
        cells: [
          textCell(indicator.label),
          figureCell(row),
          intervalCell(row),
          figureCell(find.unweighted(row)),
          countCell(row),
        ],
      })),
    ),
  };
}

/** The pairs of places that may be shown, largest first within each destination. */
function flowTable({ domain, wave }: Chart, indicator: Indicator, find: EstimateFinder, frame: Frame): Table {
  const shown = find
    .of({ indicator: indicator.id, wave, domain })
    .filter(({ suppressed, estimate }) => !suppressed && estimate !== null);
  shown.sort((a, b) =>
    a.level < b.level ? -1 : a.level > b.level ? 1 : (b.estimate ?? 0) - (a.estimate ?? 0),
  );
  return {
    ...frame,
    title: titleOf(indicator, domain, wave),
    columns: [
      firstColumn(domain, indicator.label),
      { label: { zh: '户籍省份', en: 'Province of hukou' }, kind: 'text' },
      ...numbersColumns(indicator),
    ],
    rows: shown.map((row) => ({
      cells: [
        textCell(inBoth((lang) => levelLabel(domain, row.level, lang))),
        textCell(inBoth((lang) => categoryLabel(indicator, row.category, lang))),
        figureCell(row),
        intervalCell(row),
        figureCell(find.unweighted(row)),
        countCell(row),
      ],
    })),
  };
}

/** The numbers behind a figure of its own indicator and, where it has more, of those beside it. */
export function figureTable(
  chart: Chart,
  indicators: readonly Indicator[],
  find: EstimateFinder,
  waves: readonly string[],
  frame: Frame,
): Table {
  const [indicator] = indicators as [Indicator, ...Indicator[]];
  switch (chart.mark) {
    case 'trend':
    case 'ribbon':
    case 'dumbbell':
    case 'slope':
    case 'multiples':
    case 'tile-multiples':
      return trendTable(chart, indicator, find, waves, frame);
    case 'items':
    case 'profile':
      return besideTable(chart, indicators, find, frame);
    case 'indicators':
      return indicatorsTable(chart, indicators, find, frame);
    case 'matrix':
      return flowTable(chart, indicator, find, frame);
    default:
      return breakdownTable(chart, indicator, find, frame);
  }
}
