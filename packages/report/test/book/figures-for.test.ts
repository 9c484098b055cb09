import { expect, test } from 'vitest';
import { figuresFor } from '../../src/book/figures-for.ts';

const chart = (
  indicator: string,
  domain: string,
  mark: 'bars' | 'dots' | 'trend' | 'dumbbell' | 'comparator',
) => ({
  ...{ indicator, domain, mark },
});
const charts = [
  chart('employed', 'sex:age_group', 'dots'),
  chart('employed', 'province', 'bars'),
  chart('employed', 'all', 'trend'),
  chart('employed', 'region', 'dumbbell'),
  chart('employed', 'all', 'comparator'),
  { indicator: 'pension', domain: 'industry', mark: 'profile' as const, beside: ['employed'] },
];
const of = (domain: string, mark: 'breakdown' | 'trend' = 'breakdown', indicator = 'employed') =>
  figuresFor({ indicator, domain, mark }, charts);

test('a sentence points to the figures of its own breakdown, those of several indicators among them', () => {
  expect(of('province')).toEqual([1]);
  expect(of('industry')).toEqual([5]);
});

test('else to one that crosses it; a figure of everybody to the first that shows everybody beside groups', () => {
  expect(of('sex')).toEqual([0]);
  expect(of('all')).toEqual([0]);
  expect(of('education')).toEqual([]);
});

test('a change points to figures over the waves, never a level to them or to other sources', () => {
  expect(of('all', 'trend')).toEqual([2]);
  expect(of('region', 'trend')).toEqual([2, 3]);
  expect(of('all', 'trend', 'pension')).toEqual([]);
});
