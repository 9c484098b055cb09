import { describe, expect, it } from 'vitest';
import { textOn } from '../src/contrast.ts';
import { categoryColours, contrast, scaleColours } from '../src/index.ts';
import { ink, sequentialColours } from '../src/palette.ts';

describe('the colours', () => {
  it.each([
    ['#FFFFFF', '#000000', 21],
    ['#FFFFFF', '#777777', 4.48],
    ['#12436D', '#FFFFFF', 10.25],
  ])('%s on %s has the contrast of WCAG', (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2);
  });

  it('stand out from paper by 3 to 1 wherever a mark has no number of its own', () => {
    const marks = [...categoryColours, ...Object.values(scaleColours).flat(), ink.bar, ink.barStrong];
    const lines = [ink.interval, ink.reference, ink.published, ink.outline, ink.link, ink.hatch, ink.axis];
    for (const colour of [...marks, ...lines]) {
      expect(contrast(colour, ink.paper), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it('carry numbers that are read at 4.5 to 1, and words likewise', () => {
    for (const fill of [...sequentialColours, ...Object.values(scaleColours).flat(), ...categoryColours]) {
      expect(contrast(textOn(fill), fill), fill).toBeGreaterThanOrEqual(4.5);
    }
    for (const word of [ink.title, ink.text, ink.quiet, ink.reference]) {
      expect(contrast(word, ink.paper), word).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of neighbouring answers differ in lightness or stand on both sides of the middle', () => {
    for (const colours of Object.values(scaleColours)) expect(new Set(colours).size).toBe(colours.length);
  });
});
