import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/display-width.ts';
import { formatResult } from '../../src/estimate/format-result.ts';
import type { ResultRow } from '../../src/estimate/result-row.ts';

const row: ResultRow = {
  statistic: 'proportion',
  variable: '合同',
  category: '有\u001b[31m',
  by: '性别',
  group: '女',
  estimate: 0.123456789,
  se: 0,
  ci_low: Number.NaN,
  ci_high: Number.NaN,
  cv: 0,
  deff: Number.NaN,
  df: 12,
  n: 1234567,
  n_weighted: 1234567.891,
  quality: 'review',
};
const dress = { footer: ['Design: 工人'], bold: false };

describe('formatResult', () => {
  it('aligns wide characters and lets no control character through', () => {
    const lines = formatResult([row, { ...row, group: '男性农民工' }], 'table', dress).split('\n');
    expect(displayWidth(lines[2] ?? '')).toBe(displayWidth(lines[3] ?? ''));
    expect(lines.join('')).not.toContain('\u001b');
    expect(lines.join('')).not.toContain('NaN');
    expect(lines.at(-2)).toBe('Design: 工人');
  });

  it('leaves out empty text columns in a table, never in csv', () => {
    const plain = { ...row, category: '', by: '', group: '' };
    expect(formatResult([plain], 'table', dress).split('\n')[0]).toMatch(/^statistic +variable +estimate/);
    expect(formatResult([plain], 'csv', dress)).toBe(
      'statistic,variable,category,by,group,estimate,se,ci_low,ci_high,cv,deff,df,n,n_weighted,quality\n' +
        'proportion,合同,,,,0.123456789,0,,,0,,12,1234567,1234567.891,review\n',
    );
  });

  it('writes null for no number in json', () => {
    expect(JSON.parse(formatResult([row], 'json', dress))).toEqual([
      { ...row, ci_low: null, ci_high: null, deff: null },
    ]);
    expect(JSON.parse(formatResult([], 'json', dress))).toEqual([]);
  });
});
