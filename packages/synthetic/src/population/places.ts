import { prefectures } from '@wavebook/schema';
import { Random } from '../random/random.ts';

const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
const WITHOUT_MIGRANTS = new Set(['4603', '5002']);

const byProvince = new Map<string, string[]>();
for (const [code] of prefectures) {
  if (code.endsWith('90') || WITHOUT_MIGRANTS.has(code)) continue;
  const province = code.slice(0, 2);
  byProvince.set(province, [...(byProvince.get(province) ?? []), code]);
}

/** Codes of the prefectures of a province in which migrants live, the capital first. */
export function prefecturesOf(province: string): readonly string[] {
  return byProvince.get(province) ?? [];
}

/** Names of prefectures by code. */
export const prefectureNames: ReadonlyMap<string, string> = new Map(prefectures);

/** Six-digit codes of the counties of a prefecture: invented, three to eight, sixteen in a municipality. */
export function countiesOf(prefecture: string): readonly string[] {
  const known = counties.get(prefecture);
  if (known) return known;
  const number = MUNICIPALITIES.has(prefecture.slice(0, 2))
    ? 16
    : new Random('counties', prefecture).between(3, 8);
  const codes = Array.from({ length: number }, (_, i) => `${prefecture}${String(i + 1).padStart(2, '0')}`);
  counties.set(prefecture, codes);
  return codes;
}
const counties = new Map<string, readonly string[]>();
