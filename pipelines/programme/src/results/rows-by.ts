import { estimateRow, type WeightedWave } from '@wavebook/indicators';
import type { EstimateRow, Indicator, ManifestWave } from '@wavebook/schema';
import {
  domainCells,
  type SurveyDesign,
  surveyMean,
  surveyProportion,
  surveyRatio,
} from '@wavebook/survey-stats';

/** What is estimated: its name in ids, its unit, a value a row (NaN without an answer), a second for a ratio of totals. */
export interface Quantity {
  readonly id: string;
  readonly unit: string;
  readonly y: Float64Array;
  readonly x?: Float64Array | undefined;
  readonly category?: string;
}

/** Where: a domain, the place of each row's level (-1 outside), and the levels. */
export interface Groups {
  readonly domain: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

const measures = {
  proportion: { kind: 'share', variable: 'y', codes: ['1'] },
  ratio: { kind: 'ratio', variable: 'y', denominator: 'x' },
  mean: { kind: 'mean', variable: 'y' },
} as const;

/** The kind of figure: it decides the interval and the rule of quality. */
function figureKind({ y, x }: Pick<Quantity, 'y' | 'x'>): keyof typeof measures {
  if (x) return 'ratio';
  return y.every((v) => Number.isNaN(v) || v === 0 || v === 1) ? 'proportion' : 'mean';
}

/** Estimates a quantity in every level, on the full design: rows as they stand in `estimates.csv`. A level without anybody gives none. */
export function rowsBy(
  wave: ManifestWave,
  design: SurveyDesign,
  quantity: Quantity,
  { domain, codes, levels }: Groups,
): EstimateRow[] {
  const { id, unit, y, x, category = '' } = quantity;
  const kind = figureKind(quantity);
  const indicator = { id, unit, measure: measures[kind] } as unknown as Indicator;
  const domains = domainCells(design, codes, levels.length);
  const estimates = x
    ? surveyRatio(design, y, x, { domains })
    : kind === 'proportion'
      ? surveyProportion(design, y, { domains, ciMethod: 'logit' })
      : surveyMean(design, y, { domains });
  const ones = new Int32Array(levels.length);
  for (let row = 0; row < y.length; row++) {
    const code = codes[row] as number;
    if (code >= 0 && y[row] === 1) ones[code] = (ones[code] as number) + 1;
  }
  return estimates.flatMap((estimate, cell) => {
    if (estimate.nDomain === 0) return [];
    const place = {
      indicator,
      variant: 'level' as const,
      domain,
      level: levels[cell] as string,
      category,
      weighting: 'weighted' as const,
    };
    return [estimateRow({ wave } as WeightedWave, place, { ...estimate, ones: ones[cell] as number })];
  });
}
