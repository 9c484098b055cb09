import { type CellsByStratum, cellsByStratum } from './cells-by-stratum.ts';
import { sortByKey } from './counting-sort.ts';
import type { SurveyDesign } from './survey-design.ts';
import { unitOrder } from './unit-order.ts';

/**
 * The (domain, sampling unit) pairs that occur in one breakdown: what is needed to sum a variable once per cell and to
 * get every domain's estimate and variance from these sums. Rows of weight 0 belong to no cell.
 */
export interface DomainCells {
  readonly design: SurveyDesign;
  /** number of domains */
  readonly levels: number;
  /** number of cells; cell index `cells` is the dump for rows in no domain */
  readonly cells: number;
  /** row → cell */
  readonly cellOfRow: Int32Array;
  /** row → domain; `levels` for rows in no domain and rows of weight 0 */
  readonly levelOfRow: Int32Array;
  /** the same with rows of weight 0 in their domains */
  readonly domainOfRow: Int32Array;
  /** cell → sampling unit (PSU, or unit of the last stage with fpc); ascending in each domain */
  readonly unit: Int32Array;
  /** domain → its first cell; `levels + 1` entries */
  readonly start: Int32Array;
  readonly byStratum: CellsByStratum;
  /** domain → rows in it, weight 0 included */
  readonly rows: Int32Array;
  /** domain → rows of non-zero weight in it */
  readonly weightedRows: Int32Array;
  /** domain → sum of the weights */
  readonly weight: Float64Array;
  /** domain → PSUs minus strata that hold its rows of non-zero weight */
  readonly df: Int32Array;
}

const wholePopulations = new WeakMap<SurveyDesign, DomainCells>();

/**
 * Domains of a breakdown: prepares one breakdown for any number of variables.
 *
 * @param codes row → domain, 0 to `levels` − 1; −1: in no domain (this row is left out of this breakdown alone).
 * @param levels number of domains; a domain without rows gives an estimate with n = 0.
 * @param like cells of the same codes in another design of this sample (calibrated, say, or with every weight 1): what
 *   the two have in common is not worked out again. It changes no result.
 * @returns cells for the estimators' option `domains`. They belong to this design: a calibrated design needs its own.
 * @throws if the length is not that of the design, or a code is outside −1 … `levels` − 1.
 *
 * R equivalent: the `by` of `survey::svyby`, or `subset(design, …)` for each level. Source: bookkeeping, no formula; df as
 * `degreesOfFreedom`.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const cells = domainCells(design, Int32Array.of(0, 0, 1, -1), 2);
 * cells.df; // Int32Array [1, 0]
 */
export function domainCells(
  design: SurveyDesign,
  codes: Int32Array,
  levels: number,
  like?: DomainCells,
): DomainCells {
  const { rows, weight, unit, psu, psuStratum } = design;
  if (codes.length !== rows) {
    throw new RangeError(
      `domainCells: codes must have one entry a row of the design; expected ${rows}, got ${codes.length}`,
    );
  }
  const domainOfRow = new Int32Array(rows);
  const levelRows = new Int32Array(levels + 1);
  const weightedRows = new Int32Array(levels + 1);
  const totalWeight = new Float64Array(levels + 1);
  for (let row = 0; row < rows; row++) {
    const code = codes[row]!;
    if (code < -1 || code >= levels) {
      throw new RangeError(`domainCells: codes must be -1 to ${levels - 1}; row index ${row} has ${code}`);
    }
    const level = code === -1 ? levels : code;
    levelRows[level]!++;
    const counted = weight[row] === 0 ? levels : level;
    weightedRows[counted]!++;
    totalWeight[counted]! += weight[row]!;
    domainOfRow[row] = level;
  }
  const levelOfRow = weight.includes(0)
    ? domainOfRow.map((level, row) => (weight[row] === 0 ? levels : level))
    : domainOfRow;
  const counts = {
    rows: levelRows.slice(0, levels),
    weightedRows: weightedRows.slice(0, levels),
    weight: totalWeight.slice(0, levels),
  };
  if (like && haveSameCells(design, levels, levelOfRow, like)) {
    return Object.freeze({ ...like, design, domainOfRow, ...counts });
  }
  const order = sortByKey(unitOrder(design).rows, levelOfRow, levels + 1);
  const cellOfRow = new Int32Array(rows);
  const cellUnit = new Int32Array(rows);
  const start = new Int32Array(levels + 1);
  const runs = { first: [] as number[], level: [] as number[], stratum: [] as number[] };
  const df = new Int32Array(levels);
  let cells = 0;
  let level = -1;
  let previousUnit = -1;
  let previousPsu = -1;
  let previousStratum = -1;
  let i = 0;
  for (; i < rows; i++) {
    const row = order[i]!;
    const rowLevel = levelOfRow[row]!;
    if (rowLevel === levels) break;
    while (level < rowLevel) {
      level++;
      start[level] = cells;
      previousUnit = -1;
      previousPsu = -1;
      previousStratum = -1;
    }
    const u = unit[row]!;
    if (u !== previousUnit) {
      previousUnit = u;
      cellUnit[cells] = u;
      cells++;
      const p = psu[row]!;
      if (p !== previousPsu) {
        previousPsu = p;
        df[level]!++;
        const h = psuStratum[p]!;
        if (h !== previousStratum) {
          previousStratum = h;
          runs.first.push(cells - 1);
          runs.level.push(level);
          runs.stratum.push(h);
          df[level]!--;
        }
      }
    }
    cellOfRow[row] = cells - 1;
  }
  while (level < levels) {
    level++;
    start[level] = cells;
  }
  for (; i < rows; i++) cellOfRow[order[i]!] = cells;
  return Object.freeze({
    design,
    levels,
    cells,
    cellOfRow,
    levelOfRow,
    domainOfRow,
    unit: cellUnit.slice(0, cells),
    start,
    byStratum: cellsByStratum(design, runs, cells, levels, cellOfRow),
    ...counts,
    df,
  });
}

/** Whether cells are those of a design in all but the weights: the same units in the same strata, the same rows in the same domains. */
function haveSameCells(
  design: SurveyDesign,
  levels: number,
  levelOfRow: Int32Array,
  like: DomainCells,
): boolean {
  const other = like.design;
  return (
    like.levels === levels &&
    isEqual(other.unit, design.unit) &&
    isEqual(other.psu, design.psu) &&
    isEqual(other.psuStratum, design.psuStratum) &&
    isEqual(like.levelOfRow, levelOfRow)
  );
}

function isEqual(a: Int32Array, b: Int32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The one domain that holds every row. */
export function wholePopulation(design: SurveyDesign): DomainCells {
  let cells = wholePopulations.get(design);
  if (!cells) {
    cells = domainCells(design, new Int32Array(design.rows), 1);
    wholePopulations.set(design, cells);
  }
  return cells;
}

/** The cells an estimator was given, or the whole population; cells made for another design throw. */
export function cellsFor(
  caller: string,
  design: SurveyDesign,
  domains: DomainCells | undefined,
): DomainCells {
  if (domains === undefined) return wholePopulation(design);
  if (domains.design !== design) {
    throw new TypeError(
      `${caller}: options.domains were made for another design; make them with domainCells(design, codes, levels) on the design that is passed (a calibrated design is a new design)`,
    );
  }
  return domains;
}
