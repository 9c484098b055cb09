import fc from 'fast-check';
import { expect, test } from 'vitest';
import { domainCells, type SurveyDesign, surveyDesign } from '../../src/index.ts';

const sample = fc
  .array(
    fc.record({
      stratum: fc.integer({ min: 0, max: 2 }),
      psu: fc.integer({ min: 0, max: 3 }),
      code: fc.integer({ min: -1, max: 3 }),
      weight: fc.constantFrom(0, 1, 2.5),
      other: fc.constantFrom(0, 1, 3),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => {
    const designOf = (weight: number[], psu = rows.map((r) => r.psu)): SurveyDesign =>
      surveyDesign({ weight, strata: rows.map((r) => r.stratum), psu });
    return {
      codes: Int32Array.from(rows, (r) => r.code),
      weight: rows.map((r) => r.weight),
      other: rows.map((r) => r.other),
      designOf,
    };
  });

test('cells like those of another design are those made without them', () => {
  fc.assert(
    fc.property(sample, ({ codes, weight, other, designOf }) => {
      const like = domainCells(designOf(weight), codes, 4);
      for (const design of [
        designOf(other),
        designOf(weight.map((w) => w * 2)),
        designOf(
          weight,
          weight.map((_, i) => i % 2),
        ),
      ])
        expect(domainCells(design, codes, 4, like)).toEqual(domainCells(design, codes, 4));
      const shifted = codes.map((code) => (code === 3 ? -1 : code + 1));
      const { design } = like;
      expect(domainCells(design, shifted, 4, like)).toEqual(domainCells(design, shifted, 4));
    }),
  );
});

test('cells of the same sample under other weights share what the weights do not change', () => {
  const strata = ['a', 'a', 'b', 'b'];
  const psu = [1, 2, 1, 2];
  const like = domainCells(surveyDesign({ weight: [1, 2, 3, 4], strata, psu }), Int32Array.of(0, 1, 0, 1), 2);
  const plain = surveyDesign({ weight: [1, 1, 1, 1], strata, psu });
  const cells = domainCells(plain, Int32Array.of(0, 1, 0, 1), 2, like);
  expect(cells.cellOfRow).toBe(like.cellOfRow);
  expect([...cells.weight]).toEqual([2, 2]);
  expect([...like.weight]).toEqual([4, 6]);
});

test('the places of the cells by stratum: strata in turn, in each the domains in turn, no cell lost', () => {
  fc.assert(
    fc.property(sample, ({ codes, weight, designOf }) => {
      const design = designOf(weight);
      const { cells, cellOfRow, levelOfRow, unit, byStratum } = domainCells(design, codes, 4);
      const { placeOfRow, levelOfPlace, runStart, runOfStratum, rowOfStratum } = byStratum;
      const order = [...codes.keys()].sort((a, b) => design.unit[a]! - design.unit[b]! || a - b);
      const placeOfCell = new Map(order.map((row, i) => [cellOfRow[row]!, placeOfRow[i]!]));
      placeOfCell.set(cells, cells);
      expect(new Set(placeOfCell.values()).size).toBe(cells + 1);
      order.forEach((row, i) => {
        expect([placeOfRow[i], levelOfPlace[placeOfRow[i]!]]).toEqual([
          placeOfCell.get(cellOfRow[row]!),
          levelOfRow[row],
        ]);
      });
      const inPlace = [...placeOfCell.keys()]
        .filter((cell) => cell < cells)
        .sort((a, b) => placeOfCell.get(a)! - placeOfCell.get(b)!)
        .map((cell, place) => [design.stages[0]!.group[unit[cell]!]!, levelOfPlace[place]!, unit[cell]!]);
      expect(inPlace).toEqual([...inPlace].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!));
      for (let h = 0; h < design.strata; h++) {
        expect(
          order.slice(rowOfStratum[h], rowOfStratum[h + 1]).every((row) => design.stratum[row] === h),
        ).toBe(true);
        const runs = [...runStart.slice(runOfStratum[h], runOfStratum[h + 1]! + 1)];
        const own = inPlace.slice(runs[0], runs.at(-1));
        expect(own).toEqual(inPlace.filter(([stratum]) => stratum === h));
        expect(runs.slice(0, -1).map((place) => levelOfPlace[place])).toEqual([
          ...new Set(own.map((cell) => cell[1])),
        ]);
      }
      expect([rowOfStratum.at(-1), runStart.at(-1)]).toEqual([codes.length, cells]);
    }),
  );
});
