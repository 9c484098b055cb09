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
import { numbersOr, texts } from '../survey/round.ts';
import type { Source } from './source.ts';

/** A figure of a gap with its error. */
export interface GapFigure {
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The gap between two groups in an outcome: first minus second. `adjusted` is at equal characteristics (the coefficient of the group in a
 * linear model with the controls), `explained` and `unexplained` are the parts of the Oaxaca-Blinder decomposition with pooled coefficients.
 */
export interface Gap {
  readonly raw: GapFigure;
  readonly adjusted: GapFigure | undefined;
  readonly explained: GapFigure | undefined;
  readonly unexplained: GapFigure | undefined;
  readonly n: readonly [number, number];
  readonly df: number;
}

const figure = ({ estimate, se, ciLow, ciHigh }: TestedEstimate): GapFigure => ({
  estimate,
  se,
  low: ciLow,
  high: ciHigh,
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

/** Age, sex, education and place of those who enter, without the one that makes the groups. */
export function controlsOf({ records }: Source, without: readonly string[], group: Int32Array): Covariate[] {
  const age = numbersOr(records, 'age');
  return [
    ...(without.includes('age')
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

/** Measures a gap; `group` is 0 for the first group, 1 for the second, -1 for neither; `controlsFor` gives the controls of those who enter. */
export function gapBetween(
  design: SurveyDesign,
  y: Float64Array,
  group: Int32Array,
  controlsFor: (entering: Int32Array) => readonly Covariate[],
): Gap | undefined {
  const n: [number, number] = [0, 0];
  group.forEach((side, row) => {
    if (side >= 0 && !Number.isNaN(y[row])) n[side as 0 | 1] += 1;
  });
  if (Math.min(...n) === 0) return undefined;
  const domains = domainCells(design, group, 2);
  const raw = surveyContrast(design, y, { domains, coefficients: [1, -1] });
  const base = {
    raw: { estimate: raw.estimate, se: raw.se, low: raw.ciLow, high: raw.ciHigh },
    n,
    df: raw.df,
  };
  const controls = controlsFor(group.map((side, row) => (Number.isNaN(y[row]) ? -1 : side)));
  if (Math.min(...n) < FEWEST || controls.length === 0)
    return { ...base, adjusted: undefined, explained: undefined, unexplained: undefined };
  const first = Float64Array.from(group, (side) => (side < 0 ? Number.NaN : 1 - side));
  const domain = Uint8Array.from(group, (side) => (side < 0 ? 0 : 1));
  const model = surveyRegression(design, { y, x: [{ name: 'group', values: first }, ...controls], domain });
  const own = model.coefficients.find(({ name }) => name === 'group');
  const parts = oaxaca(design, { y, x: controls, group, domain });
  return {
    ...base,
    adjusted: own && { estimate: own.estimate, se: own.se, low: own.ciLow, high: own.ciHigh },
    explained: figure(parts.explained),
    unexplained: figure(parts.unexplained),
  };
}
