import { expect, test } from 'vitest';
import { degreesOfFreedom, domainCells, surveyDesign } from '../../src/index.ts';

test('domains of another design are refused', () => {
  const design = surveyDesign({ weight: [1, 1, 1] });
  const other = surveyDesign({ weight: [1, 1, 1] });
  const domains = domainCells(other, Int32Array.of(0, 0, 1), 2);
  expect([...degreesOfFreedom(other, domains)]).toEqual([1, 0]);
  expect(() => degreesOfFreedom(design, domains)).toThrow('made for another design');
});
