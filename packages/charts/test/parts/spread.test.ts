import { describe, expect, it } from 'vitest';
import { spread } from '../../src/parts/spread.ts';

describe('spread', () => {
  it('leaves alone what does not meet', () => {
    expect(
      spread(
        [
          { centre: 10, length: 8 },
          { centre: 30, length: 8 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 30]);
  });

  it('moves apart what meets, in the order of the places', () => {
    expect(
      spread(
        [
          { centre: 12, length: 8 },
          { centre: 10, length: 8 },
        ],
        0,
        100,
      ),
    ).toEqual([15, 7]);
  });

  it('keeps all within the ends, and none meet, where there is room', () => {
    for (let seed = 1; seed < 100; seed++) {
      const boxes = [1, 2, 3, 4, 5, 6].map((index) => ({
        centre: 100 * Math.abs(Math.sin(seed * index)),
        length: 4 + 10 * Math.abs(Math.cos(seed * index)),
      }));
      const ends = spread(boxes, 0, 100)
        .map((centre, index) => {
          const half = (boxes[index]?.length ?? 0) / 2;
          return { start: centre - half, end: centre + half };
        })
        .sort((a, b) => a.start - b.start);
      expect(ends[0]?.start).toBeGreaterThanOrEqual(-1e-9);
      expect(ends.at(-1)?.end).toBeLessThanOrEqual(100 + 1e-9);
      for (const [index, box] of ends.slice(1).entries()) {
        expect(box.start).toBeGreaterThanOrEqual((ends[index]?.end ?? 0) - 1e-9);
      }
    }
  });
});
