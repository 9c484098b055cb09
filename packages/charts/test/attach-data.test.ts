import { describe, expect, it } from 'vitest';
import { attachData, barWithIntervals, type ChartRow, dotWhisker, withUsermeta } from '../src/index.ts';
import { fields, text } from './samples.ts';

const options = {
  fields,
  text: text.en,
  axis: { title: 'Share', format: 'percent' as const },
  categoryOrder: ['a', 'b'],
};
const spec = barWithIntervals(options);
const a: ChartRow = { category: 'a', estimate: 0.5, ci_low: 0.4, ci_high: 0.6, mark: '' };
const b: ChartRow = { category: 'b', estimate: 0.3, ci_low: 0.2, ci_high: 0.4, mark: null };

describe('attachData', () => {
  it('changes neither spec nor rows', () => {
    const before = JSON.stringify([spec, a, b]);
    const attached = attachData(spec, [a, b]);
    expect(attached.data).toEqual({ name: 'estimates', values: [a, b] });
    expect(JSON.stringify([spec, a, b])).toBe(before);
    expect(spec.data).toBeUndefined();
  });

  it.each([
    ['a category beyond the order', [a, b, { ...a, category: 'c' }], /must be one of categoryOrder/],
    ['a category twice', [a, b, a], /a second one came/],
    ['a category without a row', [a], /"b" has none/],
    ['a number that is none', [a, { ...b, estimate: Number.NaN }], /finite number or null; got NaN/],
    ['a percentage in place of a share', [a, { ...b, estimate: 41.2 }], /larger than axis\.largest 1/],
    ['no estimate and no mark', [a, { ...b, estimate: null, ci_low: null, ci_high: null }], /needs a mark/],
    ['an interval of a withheld estimate', [a, { ...b, estimate: null, mark: '×' }], /no interval either/],
    ['a sentence as the mark of an estimate', [a, { ...b, mark: 'with caution' }], /single sign/],
  ])('refuses %s', (_what, rows, message) => {
    expect(() => attachData(spec, rows)).toThrow(message);
  });

  it('refuses a number beyond the fixed axis', () => {
    const fixed = barWithIntervals({ ...options, axis: { ...options.axis, domain: [0, 0.5] } });
    expect(() => attachData(fixed, [a, b])).toThrow(/outside axis\.domain 0 to 0\.5/);
  });

  it('refuses an unknown group', () => {
    const grouped = dotWhisker({ ...options, group: { field: 'sex', order: ['male', 'female'] } });
    expect(() => attachData(grouped, [a, b])).toThrow(/sex must be one of male, female/);
  });
});

describe('withUsermeta', () => {
  it('adds facts and keeps those of the builder', () => {
    const before = JSON.stringify(spec);
    const told = withUsermeta(spec, { ids: ['x1'] });
    expect(told.usermeta).toMatchObject({ ids: ['x1'], chart: { kind: 'bar-with-intervals' } });
    expect(JSON.stringify(spec)).toBe(before);
    expect(() => withUsermeta(spec, { chart: 1 })).toThrow(/kept for the builders/);
  });
});
