import {
  type Covariate,
  calibrate,
  dummyVariables,
  type SurveyDesign,
  surveyDesign,
} from '../../src/index.ts';
import { type Golden, golden, numbers } from '../golden.ts';

/** The unequal design of `fixtures/r/models/unequal-design.R`, in the versions that the R runners use. */
export interface UnequalCase {
  readonly design: SurveyDesign;
  readonly domain?: Uint8Array;
  readonly column: (name: string) => Float64Array;
  readonly text: (name: string) => readonly (string | null)[];
  readonly region: Covariate[];
}

export const models: Golden = golden('models');
const data = models.unequal;
const REGIONS = ['east', 'middle', 'west'];

const all = Int32Array.from(data.weight, (_, row) => row);
const weighted = all.filter((row) => data.weight[row] > 0);

const plain = surveyDesign({ weight: data.weight, strata: data.stratum, psu: data.psu });
const pick = <T>(column: readonly T[]): T[] => Array.from(weighted, (row) => column[row]!);
const calibrated = calibrate(
  surveyDesign({ weight: pick(data.weight), strata: pick(data.stratum), psu: pick<number>(data.psu) }),
  {
    x: [
      new Float64Array(weighted.length).fill(1),
      numbers(pick(data.female)),
      Float64Array.from(pick<number>(data.age), (age) => (age >= 40 ? 1 : 0)),
    ],
    totals: models.calibration_totals,
    kind: 'linear',
  },
);

function unequalCase(design: SurveyDesign, rows: Int32Array, inside: boolean): UnequalCase {
  const take = <T>(name: string): T[] => Array.from(rows, (row) => data[name][row]);
  const codes = Int32Array.from(take<string | null>('region'), (own) =>
    own === null ? -1 : REGIONS.indexOf(own),
  );
  return {
    design,
    ...(inside ? { domain: Uint8Array.from(take<number>('inside')) } : {}),
    column: (name) => numbers(take<number | null>(name)),
    text: (name) => take<string | null>(name),
    region: dummyVariables({ name: 'region', codes, levels: REGIONS }),
  };
}

export const unequalCases: Record<string, UnequalCase> = {
  whole: unequalCase(plain, all, false),
  inside: unequalCase(plain, all, true),
  calibrated: unequalCase(calibrated, weighted, false),
  calibrated_inside: unequalCase(calibrated, weighted, true),
};
