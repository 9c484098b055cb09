import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellBuffers, sumPrepared } from '../../src/estimation/cell-sums.ts';
import { laneKernel } from '../../src/estimation/lane-kernel.ts';
import { linearFormVariances } from '../../src/estimation/linear-form.ts';
import { type ColumnToSum, emptyRows, LANES, prepareColumns } from '../../src/estimation/prepared-columns.ts';
import { meanForm } from '../../src/estimation/survey-mean.ts';
import {
  domainCells,
  rake,
  surveyBatch,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
} from '../../src/index.ts';

const ROWS = 2500;
const rowsOf = (value: (row: number) => number) =>
  Float64Array.from({ length: ROWS }, (_, row) => value(row));

/** Columns with gaps, one of them with few answers, in a design whose rows are in no order. */
function sample(seed: number) {
  const number = (row: number, salt: number) => Math.abs(Math.sin(seed + salt + row * 1.7)) * 1e4;
  const gap = (row: number, salt: number, share: number) => number(row, salt) % 1 < share;
  const design = surveyDesign({
    weight: rowsOf((row) => (gap(row, 1, 0.05) ? 0 : 1 + (number(row, 2) % 3))),
    strata: Int32Array.from({ length: ROWS }, (_, row) => (row * 7) % 10),
    psu: Int32Array.from({ length: ROWS }, (_, row) => (row * 7) % 130),
  });
  const codes = Int32Array.from({ length: ROWS }, (_, row) => (Math.floor(number(row, 3)) % 8) - 1);
  const column = (salt: number, missing: number) =>
    rowsOf((row) => (gap(row, salt + 1, missing) ? Number.NaN : (number(row, salt) % 1) * 10 ** (row % 7)));
  const [wage, hours, rare] = [column(4, 0.1), column(6, 0.2), column(8, 0.9)];
  const columns: ColumnToSum[] = [
    { y: wage, centre: 1234.5, squares: true },
    { y: wage, with: hours, centre: 0, squares: true },
    { y: rare, centre: -3, squares: true },
    { y: hours, centre: 0.1, squares: true },
  ];
  return { design, cells: domainCells(design, codes, 9), columns };
}

const kept = ({ n, weight, totalY, squares, cellSums }: ReturnType<typeof sumPrepared>[number]) =>
  structuredClone({ n, weight, totalY, squares, cellSums: cellSums().slice(0, -LANES * 2) });

it.each([2, 3, 4])('sums %s columns as the plain loops do, to the last bit', (count) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const { design, cells, columns } = sample(seed);
      const kernel = laneKernel(design, cells.cells, cells.levels)!;
      const some = columns.slice(0, count);
      const plain = sumPrepared(cells, prepareColumns(design.weight, some));
      const prepared = prepareColumns(design.weight, some, emptyRows(kernel, cells.byStratum.order));
      const sums = sumPrepared(cells, prepared, cellBuffers(cells.cells, LANES, kernel));
      expect(sums.map(kept)).toEqual(plain.map(kept));
      expect(prepared.data).toEqual(plain[0]!.prepared.data);
      expect(linearFormVariances(sums, sums.map(meanForm))).toEqual(
        linearFormVariances(plain, plain.map(meanForm)),
      );
    }),
    { numRuns: 4 },
  );
});

it.each([
  ['all of them', () => 0],
  ['not that of the last row', (row: number) => (row === ROWS - 1 ? 0.1 : 0)],
  ['none that are far off', (row: number) => (row % 2) * 2 ** 40 + (row % 3)],
])('is the same whether 32 bits hold the differences or not: %s', (_, more) => {
  const { design, cells } = sample(3);
  const whole = (salt: number) =>
    rowsOf((row) => (row % 9 === salt ? Number.NaN : ((row * 7919) % 4000) + more(row)));
  const columns = [1, 2, 3].map((salt) => ({ y: whole(salt), centre: 17.25, squares: true }));
  const kernel = laneKernel(design, cells.cells, cells.levels)!;
  const prepared = prepareColumns(design.weight, columns, emptyRows(kernel, cells.byStratum.order));
  const sums = sumPrepared(cells, prepared, cellBuffers(cells.cells, LANES, kernel));
  expect(sums.map(kept)).toEqual(sumPrepared(cells, prepareColumns(design.weight, columns)).map(kept));
});

it.each([
  ['a stratum and a domain without rows', (stratum: number, code: number) => (stratum === 4 ? -1 : code)],
  ['no row in any domain', () => -1],
])('gives what the plain loops give with %s', (_, codeOf) => {
  const { design, cells, columns } = sample(7);
  const codes = cells.domainOfRow.map((level, row) =>
    level === cells.levels ? -1 : codeOf(design.stratum[row]!, level),
  );
  const some = domainCells(design, codes, 10);
  const kernel = laneKernel(design, some.cells, some.levels)!;
  const prepared = prepareColumns(design.weight, columns, emptyRows(kernel, cells.byStratum.order));
  const sums = sumPrepared(some, prepared, cellBuffers(some.cells, LANES, kernel));
  const plain = sumPrepared(some, prepareColumns(design.weight, columns));
  expect(sums.map(kept)).toEqual(plain.map(kept));
  expect(linearFormVariances(sums, sums.map(meanForm))).toEqual(
    linearFormVariances(plain, plain.map(meanForm)),
  );
});

it('a batch with a share of other values than 0 and 1 throws what the single call throws, for the first of them', () => {
  const { design, columns } = sample(4);
  const share = rowsOf((row) => (row % 5 === 3 ? Number.NaN : row % 2));
  const [half, large] = [0.5, 2].map((other) => share.map((own, row) => (row === ROWS - 2 ? other : own)));
  const mean = { statistic: 'mean', y: columns[0]!.y } as const;
  const ofShares = (...ys: Float64Array[]) =>
    surveyBatch(design, [mean, ...ys.map((y) => ({ statistic: 'proportion', y }) as const)]);
  expect(() => ofShares(share, half!, large!)).toThrow(
    /1 of 2500 rows are not, the first at index 2498 \(0.5\)/,
  );
  expect(() => ofShares(share, share, share, share, large!, half!)).toThrow(/index 2498 \(2\)/);
  expect(ofShares(share, share)[1]).toStrictEqual([surveyProportion(design, share)]);
});

it('takes nothing over from the batch before: other columns, fewer of them, another weight', () => {
  const [first, second] = [sample(1), sample(2)];
  const most = first.cells.cells + second.cells.cells;
  const kernel = laneKernel(first.design, most, 9)!;
  const buffers = cellBuffers(most, LANES, kernel);
  const sumsWith = ({ design, cells }: typeof first, columns: ColumnToSum[]) =>
    sumPrepared(
      cells,
      prepareColumns(design.weight, columns, emptyRows(kernel, cells.byStratum.order)),
      buffers,
    ).map(kept);
  sumsWith(first, first.columns);
  const two = second.columns.slice(2);
  const plain = sumPrepared(second.cells, prepareColumns(second.design.weight, two)).map(kept);
  expect(sumsWith(second, two)).toEqual(plain);
});

it('is not made for a few rows, or for more than a memory holds', () => {
  expect(laneKernel({ rows: 100, strata: 3 }, 10, 2)).toBeUndefined();
  expect(laneKernel({ rows: 0, strata: 0 }, 0, 0)).toBeUndefined();
  expect(laneKernel({ rows: 1e9, strata: 1 }, 1e9, 2)).toBeUndefined();
});

it('a batch with it gives what the single calls give, to the last bit', () => {
  const weight = rowsOf((row) => 1 + ((row * 37) % 11) / 4);
  const strata = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 250));
  const psu = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 25));
  const design = surveyDesign({ weight, strata, psu });
  const wage = rowsOf((row) => (row % 7 === 3 ? Number.NaN : 2000.5 + ((row * 7919) % 4000)));
  const hours = rowsOf((row) => (row % 11 === 3 ? Number.NaN : 30 + ((row * 13) % 30)));
  const breakdowns = [3, 9].map((levels) =>
    domainCells(
      design,
      Int32Array.from({ length: ROWS }, (_, row) => ((row * 7) % (levels + 1)) - 1),
      levels,
    ),
  );
  const batch = surveyBatch(
    design,
    [
      { statistic: 'mean', y: wage },
      { statistic: 'ratio', numerator: wage, denominator: hours },
      { statistic: 'mean', y: hours },
    ],
    { breakdowns },
  );
  const alone = [
    breakdowns.map((domains) => surveyMean(design, wage, { domains })),
    breakdowns.map((domains) => surveyRatio(design, wage, hours, { domains })),
    breakdowns.map((domains) => surveyMean(design, hours, { domains })),
  ];
  expect(batch).toStrictEqual(alone);
});

it('and so does a calibrated one, whatever stands in a block: one column, two, four', () => {
  const { design: drawn, columns } = sample(5);
  const codes = Int32Array.from({ length: ROWS }, (_, row) => row % 3);
  const margin = { name: 'm', codes, levels: ['a', 'b', 'c'], totals: [1500, 1800, 1700] };
  const { design } = rake(drawn, [margin]);
  const breakdowns = [domainCells(design, codes, 3)];
  const [wage, , rare, hours] = columns.map(({ y }) => y) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const batch = surveyBatch(
    design,
    [
      { statistic: 'mean', y: wage },
      { statistic: 'ratio', numerator: wage, denominator: hours },
      { statistic: 'quantile', y: wage, probability: 0.5 },
      { statistic: 'quantile', y: rare, probability: 0.2 },
    ],
    { breakdowns },
  );
  const options = { domains: breakdowns[0] };
  expect(batch.flat()).toStrictEqual([
    surveyMean(design, wage, options),
    surveyRatio(design, wage, hours, options),
    surveyQuantile(design, wage, 0.5, options),
    surveyQuantile(design, rare, 0.2, options),
  ]);
});
