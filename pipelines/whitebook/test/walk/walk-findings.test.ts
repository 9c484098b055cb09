import type { ComparisonRow, EstimateRow } from '@wavebook/schema';
import { expect, test } from 'vitest';
import type { Numbers, Walk } from './walk.ts';
import { walkFindings } from './walk-findings.ts';

const row = (level: string, estimate: number) =>
  ({
    ...{ id: level, indicator: 'contract_signed', wave: '2017', domain: 'sex', level, unit: 'share' },
    ...{ estimate, ci_low: estimate - 0.02, ci_high: estimate + 0.02, n: 64, suppressed: false },
  }) as EstimateRow;
const tested = (p_holm: number) =>
  ({
    ...{
      indicator: 'contract_signed',
      wave: '2017',
      domain: 'sex',
      from: 'male',
      to: 'female',
      unit: 'share',
    },
    ...{ difference: 0.06, ci_low: 0.02, ci_high: 0.1, p_holm, confidential: false },
  }) as ComparisonRow;
const numbers = (p_holm: number): Numbers => ({
  estimates: new Map([row('male', 0.62), row('female', 0.68)].map((one) => [one.id, one])),
  everybody: new Map(),
  comparisons: [tested(p_holm)],
  printed: new Set(),
  others: new Map(),
});
const plan = {
  title: { zh: '合同', en: 'Contracts' },
  sentences: [{ says: { zh: '', en: 'over 44 hours' } }],
};
const told = (sentence: string, p_holm = 0.01): string[] => {
  const walk: Walk = { checked: {}, wrong: [] };
  const page = `<h4 id="employment-finding-1">Contracts</h4><p>${sentence}. </p>`;
  walkFindings(page, new Map([['employment', [plan]]]), numbers(p_holm), 'en', walk);
  expect(walk.checked.finding).toBe(1);
  return walk.wrong;
};
const at = (id: string, text: string): string => `<a href="#t:${id}" data-id="${id}">${text}</a>`;
const level = `In 2017, ${at('female', '68.0%')} (95% interval 66.0 to 70.0%; a small sample, n = 64)`;
const contrast = `The share stood at ${at('female', '68.0%')} for women, 6.0 percentage points (95% interval 2.0 to 10.0) above men (${at('male', '62.0%')}) (<a href="#f">Figure 2.1</a>)`;

test('numbers of the estimates and of the test between them, and what the author wrote, are right', () => {
  expect(told(level)).toEqual([]);
  expect(told(contrast)).toEqual([]);
  expect(told('Those working over 44 hours')).toEqual([]);
});

test.each([
  ['a bound', level.replace('70.0%', '70.1%'), '70.1'],
  ['a size', level.replace('n = 64', 'n = 65'), '65'],
  ['a year', level.replace('2017', '2016'), '2016'],
  ['a difference', contrast.replace('6.0 percentage', '6.1 percentage'), '6.1'],
  ['a number of no estimate', 'Those working over 45 hours', '45'],
])('%s that is wrong is found', (_, sentence, number) => {
  expect(told(sentence).join()).toContain(number);
});

test('a claim needs a test that is significant after Holm', () => {
  expect(told(contrast, 0.05).join()).toContain('claims what no test says');
});
