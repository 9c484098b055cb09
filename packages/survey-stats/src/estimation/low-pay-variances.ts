import { type DomainCells, wholePopulation } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { domainInfluenceVariance, domainUnitTotals } from './domain-influence.ts';
import { influenceSimpleVariance, simpleSpread } from './influence-simple-variance.ts';
import type { LowPayOptions } from './low-pay-share.ts';
import { stageVariance } from './stage-variance.ts';

/** What the influence of a row on low-pay shares is made of: z = ofShare − slope · ofMedian, weights in both. */
interface LowPayInfluence {
  /** row → influence on its own domain's share at a fixed line; NaN where it does not enter */
  readonly ofShare: Float64Array;
  /** row → influence on the cumulative share at the median of the line's people; NaN for all others */
  readonly ofMedian: Float64Array;
  /** domain → by how much its share moves with that */
  readonly slope: Float64Array;
}

interface LowPayVariances {
  readonly variance: Float64Array;
  readonly simpleVariance: Float64Array;
}

/** Variance of low-pay shares in every domain, by design and under simple random sampling; NaN where the slope is not finite. */
export function lowPayVariances(
  cells: DomainCells,
  influence: LowPayInfluence,
  { lineOf, deff }: Pick<LowPayOptions, 'lineOf' | 'deff'>,
): LowPayVariances {
  const of = lineOf === 'population' ? oneLine : ownLines;
  const { variance, simpleVariance } = of(cells, influence, deff);
  const known = (v: number, level: number) => (Number.isFinite(influence.slope[level]) ? v : Number.NaN);
  return { variance: variance.map(known), simpleVariance: simpleVariance.map(known) };
}

/** The line is the domain's own: the influence stays inside the domain. */
function ownLines(
  cells: DomainCells,
  { ofShare, ofMedian, slope }: LowPayInfluence,
  deff: LowPayOptions['deff'],
): LowPayVariances {
  const z = ofShare.map((own, row) => {
    const by = slope[cells.levelOfRow[row]!] ?? Number.NaN;
    return Number.isFinite(by) ? own - by * ofMedian[row]! : Number.NaN;
  });
  return {
    variance: domainInfluenceVariance(cells, z),
    simpleVariance: influenceSimpleVariance(cells, z, deff),
  };
}

/** The line is that of everybody: each domain takes its own multiple of one column. */
function oneLine(
  cells: DomainCells,
  { ofShare, ofMedian, slope }: LowPayInfluence,
  deff: LowPayOptions['deff'],
): LowPayVariances {
  const { design } = cells;
  const [median] = domainUnitTotals(wholePopulation(design), ofMedian);
  const units = unitsPresent(design, ofMedian);
  const variance = Float64Array.from(domainUnitTotals(cells, ofShare), (own, level) => {
    const by = slope[level]!;
    const total = Float64Array.from(units, (unit) => own[unit]! - by * median![unit]!);
    return Number.isFinite(by) ? stageVariance(design, units, total) : Number.NaN;
  });
  return { variance, simpleVariance: simpleVariances(cells, { ofShare, ofMedian, slope }, deff) };
}

/** Units that hold one of the line's people; all in a calibrated design, where residuals are nowhere 0. */
function unitsPresent(design: SurveyDesign, ofMedian: Float64Array): Int32Array {
  const count = design.stages.at(-1)?.units ?? 0;
  const present = new Uint8Array(count).fill(design.calibration ? 1 : 0);
  ofMedian.forEach((own, row) => {
    if (!Number.isNaN(own)) present[design.unit[row]!] = 1;
  });
  return Int32Array.from(present.keys()).filter((unit) => present[unit] === 1);
}

/** Over all of the line's people: Σ w (u − ū)² of u = z/w from the sums of squares and products of the two parts. */
function simpleVariances(
  { levels, levelOfRow, design }: DomainCells,
  { ofShare, ofMedian, slope }: LowPayInfluence,
  deff: LowPayOptions['deff'],
): Float64Array {
  const shares = new Float64Array(levels);
  const shareSquares = new Float64Array(levels);
  const products = new Float64Array(levels);
  let n = 0;
  let weight = 0;
  let medians = 0;
  let medianSquares = 0;
  for (let row = 0; row < ofMedian.length; row++) {
    const m = ofMedian[row]!;
    if (Number.isNaN(m)) continue;
    const w = design.weight[row]!;
    n++;
    weight += w;
    medians += m;
    medianSquares += (m * m) / w;
    const s = ofShare[row]!;
    if (Number.isNaN(s)) continue;
    const level = levelOfRow[row]!;
    shares[level]! += s;
    shareSquares[level]! += (s * s) / w;
    products[level]! += (s * m) / w;
  }
  return slope.map((by, level) => {
    const squares = by * by * medianSquares - 2 * by * products[level]! + shareSquares[level]!;
    const total = shares[level]! - by * medians;
    return simpleSpread(squares - (total * total) / weight, n, weight, deff);
  });
}
