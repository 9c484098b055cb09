import { describe, expect, test } from 'vitest';
import { type EstimateRow, estimateColumns } from '../../src/estimate-row.ts';
import { exportFiles, sdmxCsv } from '../../src/exports/index.ts';

const row: EstimateRow = {
  id: 'a1',
  indicator: 'contract_signed',
  variant: 'level',
  instrument: 'monitoring',
  wave: '2017',
  domain: 'sex',
  level: 'male',
  statistic: 'proportion',
  category: '',
  unit: 'share',
  weighting: 'weighted',
  estimate: 0.61,
  se: 0.01,
  ci_low: 0.59,
  ci_high: 0.63,
  ci_method: 'logit',
  ci_level: 0.95,
  cv: 0.0164,
  deff: 1.5,
  df: 366,
  n: 4000,
  n_weighted: 700000,
  missing_share: 0.02,
  design: 'as_sampled',
  quality: 'reliable',
  quality_rule: '',
  confidential: false,
  suppressed: false,
  synthetic: true,
};
const cells = (text: string): Record<string, string> => {
  const [head = '', line = ''] = text.split('\n').map((l) => l);
  const values = line.split(',');
  return Object.fromEntries(head.split(',').map((name, i) => [name, values[i] ?? '']));
};

describe('SDMX-CSV', () => {
  test('one observation a row, under the header that is published', () => {
    const text = sdmxCsv([row]);
    expect(text.split('\n')[0]).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,.*,TIME_PERIOD,OBS_VALUE,/);
    expect(sdmxCsv([])).toBe(exportFiles('sdmx').find(({ path }) => path === 'estimates.sdmx.csv')?.text);
    expect(cells(text)).toMatchObject({
      STRUCTURE: 'dataflow',
      STRUCTURE_ID: 'WAVEBOOK:DF_ESTIMATES(1.0.0)',
      ACTION: 'I',
      CATEGORY: '_T',
      TIME_PERIOD: '2017',
      OBS_VALUE: '0.61',
      STD_ERR: '0.01',
      OBS_STATUS: 'A',
      CONF_STATUS: 'F',
    });
  });

  test('a suppressed or confidential row has no number at all', () => {
    for (const flags of [
      { suppressed: true },
      { suppressed: true, confidential: true },
      { confidential: true },
    ]) {
      const text = sdmxCsv([{ ...row, ...flags }]);
      expect(cells(text)).toMatchObject({
        OBS_VALUE: '',
        STD_ERR: '',
        CI_LOW: '',
        N_OBS: '',
        OBS_STATUS: 'Q',
      });
      for (const number of ['0.61', '0.59', '0.0164', '4000', '700000']) expect(text).not.toContain(number);
    }
    expect(cells(sdmxCsv([{ ...row, estimate: null }])).OBS_STATUS).toBe('M');
  });

  test('every column of estimates.csv has its place', () => {
    const distinct = Object.fromEntries(
      estimateColumns.map((name, i) => [name, `v${i}`]),
    ) as unknown as EstimateRow;
    const text = sdmxCsv([{ ...distinct, suppressed: false, confidential: false, wave: '2011-endline' }]);
    const held = estimateColumns.filter((name) => !['suppressed', 'confidential', 'wave'].includes(name));
    for (const name of held) expect(text.split(/[\n,]/)).toContain(distinct[name]);
    expect(cells(text)).toMatchObject({ WAVE: '2011-endline', TIME_PERIOD: '2011' });
  });

  test('every code list that a component names is there', () => {
    const files = exportFiles('sdmx');
    const components = files.find(({ path }) => path === 'components.csv')?.text ?? '';
    for (const [, list] of components.matchAll(/,(CL_[A-Z_]+)$/gm))
      expect(files.map(({ path }) => path)).toContain(`codelists/${list}.csv`);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });
});
