import { expect, test } from 'vitest';
import { plannedValue, type StatusInput, statusOf, timeOf } from '../src/results/status.ts';

const input = (more: Partial<StatusInput>): StatusInput => ({
  direction: 'higher_is_better',
  baseline: { value: 0.2, date: '2009-Q4' },
  target: { value: 0.4, due: '2011-Q4' },
  latest: { low: 0.3, high: 0.38, date: '2011-Q4' },
  ...more,
});

test('a quarter is its middle, a year its middle', () => {
  expect(timeOf('2009-Q1')).toBe(2009.125);
  expect(timeOf('2009')).toBe(2009.5);
});

test('half way in time the path is half way in value; once due it is the target', () => {
  expect(plannedValue(input({}), '2010-Q4')).toBeCloseTo(0.3, 12);
  expect(plannedValue(input({}), '2012-Q1')).toBe(0.4);
  expect(plannedValue(input({ baseline: undefined }), '2010-Q4')).toBe(0.4);
  expect(plannedValue(input({ target: { value: 0.4, due: null } }), '2010-Q4')).toBe(0.4);
});

test('met: the whole interval at or above the target, its limit on the target included', () => {
  expect(statusOf(input({ latest: { low: 0.4, high: 0.5, date: '2011-Q4' } }))).toBe('met');
  expect(statusOf(input({ latest: { low: 0.399, high: 0.5, date: '2011-Q4' } }))).toBe('cannot_tell');
});

test('behind: the whole interval below the path at that date, which is lower before the target is due', () => {
  expect(statusOf(input({}))).toBe('behind');
  expect(statusOf(input({ latest: { low: 0.3, high: 0.38, date: '2010-Q4' } }))).toBe('cannot_tell');
  expect(statusOf(input({ latest: { low: 0.2, high: 0.29, date: '2010-Q4' } }))).toBe('behind');
});

test('where lower is better, above and below change places', () => {
  const lower = {
    direction: 'lower_is_better',
    baseline: { value: 0.3, date: '2009-Q4' },
    target: { value: 0.1, due: '2011-Q4' },
  } as const;
  expect(statusOf(input({ ...lower, latest: { low: 0.05, high: 0.1, date: '2011-Q4' } }))).toBe('met');
  expect(statusOf(input({ ...lower, latest: { low: 0.11, high: 0.2, date: '2011-Q4' } }))).toBe('behind');
  expect(statusOf(input({ ...lower, latest: { low: 0.05, high: 0.2, date: '2011-Q4' } }))).toBe(
    'cannot_tell',
  );
});

test('without a survey not measured, without a number no target', () => {
  expect(statusOf(input({ latest: undefined }))).toBe('not_measured');
  expect(statusOf(input({ target: undefined }))).toBe('no_target');
  expect(statusOf(input({ latest: undefined, target: undefined }))).toBe('not_measured');
});
