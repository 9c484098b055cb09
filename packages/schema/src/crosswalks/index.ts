import { provinceRegions, provinceRegionsThree } from '../code-lists/province.ts';
import type { CodeCrosswalk } from './code-crosswalk.ts';
import { educationEightToEducation, educationSevenToEducation, educationToIsced } from './education.ts';
import { industryToIsic } from './industry.ts';
import { schemeToBranch } from './insurance.ts';
import { occupationToIsco } from './occupation.ts';
import { crosswalk } from './rows.ts';
import { statusToIcse18, statusToIcse93 } from './status.ts';

const xpcc = '66';
const printedRegions = crosswalk(
  'province',
  'region',
  'verified',
  Object.entries(provinceRegions).map(([from, to]) => [from, to, 'narrower']),
);
const provinceToRegion: CodeCrosswalk = {
  ...printedRegions,
  rows: printedRegions.rows.map((row) => (row.from === xpcc ? { ...row, confidence: 'recalled' } : row)),
};

const provinceToRegionThree = crosswalk(
  'province',
  'region_three',
  'recalled',
  Object.entries(provinceRegionsThree).map(([from, to]) => [from, to, 'narrower']),
);

/** Every crosswalk, by its id. */
export const crosswalks: Readonly<Record<string, CodeCrosswalk>> = Object.fromEntries(
  [
    industryToIsic,
    occupationToIsco,
    statusToIcse93,
    statusToIcse18,
    educationEightToEducation,
    educationSevenToEducation,
    educationToIsced,
    schemeToBranch,
    provinceToRegion,
    provinceToRegionThree,
  ].map((one) => [one.id, one]),
);
