import type { EstimateRow } from '../estimate-row.ts';

/** A column of the SDMX-CSV file of estimates: what it is, and the column of `estimates.csv` that it holds. */
export interface SdmxComponent {
  readonly id: string;
  readonly role: 'dimension' | 'measure' | 'attribute';
  readonly codeList?: string;
  readonly value: (row: EstimateRow) => string | number | boolean | null;
}

const withheld = (row: EstimateRow): boolean => row.suppressed || row.confidential;
const shown =
  (
    name:
      | 'estimate'
      | 'se'
      | 'ci_low'
      | 'ci_high'
      | 'cv'
      | 'deff'
      | 'df'
      | 'n'
      | 'n_weighted'
      | 'missing_share',
  ) =>
  (row: EstimateRow): number | null =>
    withheld(row) ? null : row[name];

/** The columns after `STRUCTURE, STRUCTURE_ID, ACTION`: dimensions, the measure, attributes. */
export const sdmxComponents: readonly SdmxComponent[] = [
  { id: 'INDICATOR', role: 'dimension', codeList: 'CL_INDICATOR', value: (row) => row.indicator },
  { id: 'VARIANT', role: 'dimension', codeList: 'CL_VARIANT', value: (row) => row.variant },
  { id: 'INSTRUMENT', role: 'dimension', codeList: 'CL_INSTRUMENT', value: (row) => row.instrument },
  { id: 'WAVE', role: 'dimension', value: (row) => row.wave },
  { id: 'BREAKDOWN', role: 'dimension', value: (row) => row.domain },
  { id: 'LEVEL', role: 'dimension', value: (row) => row.level },
  { id: 'STATISTIC', role: 'dimension', codeList: 'CL_STATISTIC', value: (row) => row.statistic },
  { id: 'CATEGORY', role: 'dimension', value: (row) => row.category || '_T' },
  { id: 'WEIGHTING', role: 'dimension', codeList: 'CL_WEIGHTING', value: (row) => row.weighting },
  { id: 'TIME_PERIOD', role: 'dimension', value: (row) => row.wave.slice(0, 4) },
  { id: 'OBS_VALUE', role: 'measure', value: shown('estimate') },
  { id: 'UNIT_MEASURE', role: 'attribute', codeList: 'CL_UNIT_MEASURE', value: (row) => row.unit },
  { id: 'STD_ERR', role: 'attribute', value: shown('se') },
  { id: 'CI_LOW', role: 'attribute', value: shown('ci_low') },
  { id: 'CI_HIGH', role: 'attribute', value: shown('ci_high') },
  { id: 'CI_METHOD', role: 'attribute', value: (row) => row.ci_method },
  { id: 'CI_LEVEL', role: 'attribute', value: (row) => row.ci_level },
  { id: 'CV', role: 'attribute', value: shown('cv') },
  { id: 'DEFF', role: 'attribute', value: shown('deff') },
  { id: 'DF', role: 'attribute', value: shown('df') },
  { id: 'N_OBS', role: 'attribute', value: shown('n') },
  { id: 'N_WEIGHTED', role: 'attribute', value: shown('n_weighted') },
  { id: 'MISSING_SHARE', role: 'attribute', value: shown('missing_share') },
  { id: 'SAMPLE_DESIGN', role: 'attribute', codeList: 'CL_SAMPLE_DESIGN', value: (row) => row.design },
  { id: 'QUALITY', role: 'attribute', codeList: 'CL_QUALITY', value: (row) => row.quality },
  { id: 'QUALITY_RULE', role: 'attribute', value: (row) => row.quality_rule },
  {
    id: 'OBS_STATUS',
    role: 'attribute',
    codeList: 'CL_OBS_STATUS',
    value: (row) => (withheld(row) ? 'Q' : row.estimate === null ? 'M' : 'A'),
  },
  {
    id: 'CONF_STATUS',
    role: 'attribute',
    codeList: 'CL_CONF_STATUS',
    value: (row) => (row.confidential ? 'C' : 'F'),
  },
  { id: 'SYNTHETIC', role: 'attribute', value: (row) => row.synthetic },
  { id: 'ROW_ID', role: 'attribute', value: (row) => row.id },
];
