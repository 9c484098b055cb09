import type { EstimateRow, ManifestWave } from '@wavebook/schema';
import {
  type Covariate,
  domainCells,
  dummyVariables,
  oaxaca,
  type SurveyDesign,
  surveyContrast,
  surveyRegression,
  type TestedEstimate,
} from '@wavebook/survey-stats';
import { type Found, type Verdict, worstOf } from '../results/figure-row.ts';
import { rowsBy } from '../results/rows-by.ts';
import { numbersOr, texts } from '../survey/columns.ts';
import type { Source } from './source.ts';

/** A figure of a gap with its error. */
export type GapFigure = Omit<Found, 'n'>;

/**
 * The gap between two groups in an outcome: first minus second. `adjusted` is at equal characteristics (the coefficient of the group in a
 * linear model with the controls), `explained` and `unexplained` are the parts of the Oaxaca-Blinder decomposition with the coefficients of the
 * second group. `sides` are the shares of both groups, whose verdicts decide whether the gap may be shown.
 */
export interface Gap {
  readonly sides: readonly [EstimateRow, EstimateRow];
  readonly verdict: Verdict;
  readonly raw: GapFigure;
  readonly adjusted: GapFigure | undefined;
  readonly explained: GapFigure | undefined;
  readonly unexplained: GapFigure | undefined;
  readonly n: readonly [number, number];
}

const figure = ({ estimate, se, ciLow, ciHigh, pValue }: TestedEstimate, df: number): GapFigure => ({
  estimate,
  se,
  ciLow,
  ciHigh,
  df,
  pValue,
});

/** Fewest rows of each group that a model is fitted to. */
const FEWEST = 50;

/** Fewest rows that a class of a control needs in each of the groups; smaller ones join the most common. */
const FEWEST_IN_CLASS = 10;

/** Categories of a variable as columns; `group` is that of the rows that enter, -1 for others. */
function classes(name: string, values: readonly string[], group: Int32Array): Covariate[] {
  const counts = new Map<string, [number, number]>();
  values.forEach((value, row) => {
    const side = group[row] as number;
    if (value === '' || side < 0) return;
    const own = counts.get(value) ?? [0, 0];
    own[side as 0 | 1] += 1;
    counts.set(value, own);
  });
  const common = [...counts].sort(([, a], [, b]) => b[0] + b[1] - (a[0] + a[1]));
  const kept = common.filter(([, own]) => Math.min(...own) >= FEWEST_IN_CLASS).map(([level]) => level);
  if (kept.length < 2) return [];
  const places = new Map(kept.map((level, i) => [level, i]));
  const codes = Int32Array.from(values, (value) => (value === '' ? -1 : (places.get(value) ?? 0)));
  return dummyVariables({ name, codes, levels: kept });
}

/** Age, sex, education and place of those who enter, without the one that makes the groups and those that nobody was asked for. */
export function controlsOf({ records }: Source, without: readonly string[], group: Int32Array): Covariate[] {
  const age = numbersOr(records, 'age');
  return [
    ...(without.includes('age') ||
    age.every((value, row) => (group[row] as number) < 0 || Number.isNaN(value))
      ? []
      : [
          { name: 'age', values: age.map((value) => (value - 35) / 10) },
          { name: 'age squared', values: age.map((value) => ((value - 35) / 10) ** 2) },
        ]),
    ...['sex', 'education', 'region', 'city'].flatMap((name) =>
      without.includes(name) || !records.columns.has(name) ? [] : classes(name, texts(records, name), group),
    ),
  ];
}

/** What is compared: an outcome (0 and 1, NaN without an answer) of group 0 and group 1 (-1: neither), and how both are called in ids. */
export interface Compared {
  readonly outcome: string;
  readonly y: Float64Array;
  readonly group: Int32Array;
  readonly comparison: string;
  readonly levels: readonly [string, string];
  /** The wave that each group was asked in. */
  readonly waves: readonly [ManifestWave, ManifestWave];
}

/** How many rows of each group have the outcome and every control. */
const complete = (y: Float64Array, group: Int32Array, controls: readonly Covariate[]): [number, number] => {
  const rows: [number, number] = [0, 0];
  const needed = [y, ...controls.map(({ values }) => values)];
  group.forEach((side, row) => {
    if (side >= 0 && needed.every((values) => !Number.isNaN(values[row]))) rows[side as 0 | 1] += 1;
  });
  return rows;
};

/** Measures a gap; `controlsFor` gives the controls of those who enter. */
export function gapBetween(
  design: SurveyDesign,
  { outcome, y, group, comparison, levels, waves }: Compared,
  controlsFor: (entering: Int32Array) => readonly Covariate[],
): Gap | undefined {
  const [one, two] = waves.map(
    (wave, side) =>
      rowsBy(
        wave,
        design,
        { id: outcome, unit: 'share', y },
        {
          domain: comparison,
          codes: group.map((own) => (own === side ? 0 : -1)),
          levels: [levels[side] as string],
        },
      )[0],
  );
  if (!one?.n || !two?.n) return undefined;
  const domains = domainCells(design, group, 2);
  const base = {
    sides: [one, two] as const,
    verdict: worstOf([one, two]),
    raw: surveyContrast(design, y, { domains, coefficients: [1, -1] }),
    n: [one.n, two.n] as const,
  };
  const controls = controlsFor(group.map((side, row) => (Number.isNaN(y[row]) ? -1 : side)));
  if (controls.length === 0 || Math.min(...complete(y, group, controls)) < FEWEST)
    return { ...base, adjusted: undefined, explained: undefined, unexplained: undefined };
  const first = Float64Array.from(group, (side) => (side < 0 ? Number.NaN : 1 - side));
  const domain = Uint8Array.from(group, (side) => (side < 0 ? 0 : 1));
  const model = surveyRegression(design, { y, x: [{ name: 'group', values: first }, ...controls], domain });
  const own = model.coefficients.find(({ name }) => name === 'group');
  const parts = oaxaca(design, { y, x: controls, group, domain, reference: 'second' });
  return {
    ...base,
    adjusted: own && figure(own, model.df),
    explained: figure(parts.explained, parts.df),
    unexplained: figure(parts.unexplained, parts.df),
  };
}
