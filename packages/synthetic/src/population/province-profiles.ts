/**
 * What sets a provincial unit apart in the synthetic population.
 *
 * - `grade`: sample size of the real survey in thousands (eight grades, surveys.md 1.1; which province has which is invented).
 * - `pointsPerDraw`: frame points for each sampled point; at least 33 keeps every inclusion probability below 5 %.
 * - `householdsPerPoint`: mean households of a sample point.
 * - `interProvince`: share of households from another province. - `prosperity`: -1 to 1, moves income, contracts and schooling.
 */
export interface ProvinceProfile {
  readonly grade: number;
  readonly pointsPerDraw: number;
  readonly householdsPerPoint: number;
  readonly interProvince: number;
  readonly prosperity: number;
  /** Weight as a province of origin of inter-provincial migrants. */
  readonly sending: number;
  /** Share of ethnicities other than Han among people with hukou here. */
  readonly minorities: number;
}

const rows: readonly (readonly [string, number, number, number, number, number, number, number])[] = [
  ['11', 10, 44, 64, 0.995, 1, 0.2, 0.03],
  ['12', 6, 36, 50, 0.98, 0.5, 0.2, 0.03],
  ['13', 7, 34, 44, 0.3, -0.2, 5, 0.04],
  ['14', 5, 33, 38, 0.35, -0.2, 1.5, 0.01],
  ['15', 6, 33, 40, 0.4, 0, 1.5, 0.2],
  ['21', 6, 34, 42, 0.4, -0.1, 1.5, 0.15],
  ['22', 4, 33, 34, 0.25, -0.3, 2, 0.09],
  ['23', 4, 33, 34, 0.15, -0.4, 3.5, 0.05],
  ['31', 12, 46, 68, 0.99, 1, 0.2, 0.02],
  ['32', 12, 46, 66, 0.65, 0.6, 4, 0.01],
  ['33', 14, 48, 70, 0.85, 0.7, 2, 0.02],
  ['34', 6, 33, 42, 0.15, -0.1, 12, 0.01],
  ['35', 8, 42, 58, 0.55, 0.4, 2.5, 0.02],
  ['36', 5, 33, 38, 0.2, -0.1, 6, 0.01],
  ['37', 8, 38, 54, 0.2, 0.1, 4.5, 0.01],
  ['41', 7, 34, 44, 0.1, -0.2, 12, 0.02],
  ['42', 6, 34, 46, 0.2, 0, 7, 0.05],
  ['43', 6, 33, 42, 0.15, 0, 8, 0.1],
  ['44', 14, 52, 76, 0.62, 0.6, 1.5, 0.02],
  ['45', 5, 34, 40, 0.25, -0.2, 5, 0.38],
  ['46', 4, 33, 34, 0.6, -0.1, 0.4, 0.17],
  ['50', 6, 34, 44, 0.35, 0, 6, 0.07],
  ['51', 8, 36, 50, 0.15, 0, 12, 0.06],
  ['52', 5, 34, 38, 0.3, -0.3, 6.5, 0.36],
  ['53', 6, 34, 40, 0.4, -0.3, 2.5, 0.34],
  ['54', 4, 33, 30, 0.9, 0.2, 0.1, 0.92],
  ['61', 6, 33, 42, 0.3, -0.1, 3, 0.01],
  ['62', 4, 33, 34, 0.3, -0.4, 3, 0.1],
  ['63', 4, 33, 32, 0.6, -0.2, 0.8, 0.46],
  ['64', 4, 33, 33, 0.45, -0.2, 0.6, 0.36],
  ['65', 5, 34, 40, 0.85, 0.1, 0.7, 0.55],
  ['66', 4, 33, 32, 0.9, 0, 0.2, 0.15],
];

/** The profile of each of the 32 provincial units, by code. */
export const provinceProfiles: Readonly<Record<string, ProvinceProfile>> = Object.fromEntries(
  rows.map(
    ([code, grade, pointsPerDraw, householdsPerPoint, interProvince, prosperity, sending, minorities]) => [
      code,
      { grade, pointsPerDraw, householdsPerPoint, interProvince, prosperity, sending, minorities },
    ],
  ),
);

/** The profile of a provincial unit; throws on a code outside the 32. */
export function provinceProfile(code: string): ProvinceProfile {
  const profile = provinceProfiles[code];
  if (!profile) throw new Error(`provinceProfile: "${code}" is none of the 32 provincial units`);
  return profile;
}
