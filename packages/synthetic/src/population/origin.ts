import { surveyedProvinces } from '@wavebook/schema';
import { logistic, logit } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { FramePoint } from './frame.ts';
import { countiesOf, prefecturesOf } from './places.ts';
import { provinceProfile } from './province-profiles.ts';

export type MigrationRange = 'inter_province' | 'inter_prefecture' | 'inter_county';

/** Where a household comes from and what its people have in common by that. */
export interface Origin {
  readonly range: MigrationRange;
  readonly hukouProvince: string;
  readonly hukouCounty: string;
  readonly han: boolean;
}

const INTER_PREFECTURE = 0.64;
const FROM_HONG_KONG_MACAO_TAIWAN = 0.0006;
const outside = ['71', '81', '82'];

const sendingProvinces = surveyedProvinces.filter((code) => code !== '66');
const sendingWeights = new Map(
  surveyedProvinces.map((here) => [
    here,
    sendingProvinces.map((code) =>
      code === here || (here === '66' && code === '65') ? 0 : provinceProfile(code).sending,
    ),
  ]),
);

function interProvinceOrigin(here: string, random: Random): { province: string; county: string } {
  if (random.chance(FROM_HONG_KONG_MACAO_TAIWAN)) {
    const province = random.pick(outside);
    return { province, county: `${province}0000` };
  }
  const province = sendingProvinces[random.weighted(sendingWeights.get(here) as number[])] as string;
  return { province, county: random.pick(countiesOf(random.pick(prefecturesOf(province)))) };
}

function originOf(point: FramePoint, range: MigrationRange, random: Random) {
  if (range === 'inter_province') return interProvinceOrigin(point.province, random);
  const { province, prefecture, county } = point;
  if (range === 'inter_prefecture') {
    const others = prefecturesOf(province).filter((code) => code !== prefecture);
    return { province, county: random.pick(countiesOf(random.pick(others))) };
  }
  return { province, county: random.pick(countiesOf(prefecture).filter((code) => code !== county)) };
}

/** Draws range, place of hukou and ethnicity of a household. `shift` is the effect of the point and the solved constant. */
export function drawOrigin(point: FramePoint, shift: number, random: Random): Origin {
  const municipality = prefecturesOf(point.province).length === 1;
  const interProvince = random.chance(logistic(logit(provinceProfile(point.province).interProvince) + shift));
  const range: MigrationRange = interProvince
    ? 'inter_province'
    : !municipality && random.chance(INTER_PREFECTURE)
      ? 'inter_prefecture'
      : 'inter_county';
  const { province, county } = originOf(point, range, random);
  const minorities = outside.includes(province) ? 0 : provinceProfile(province).minorities;
  return { range, hukouProvince: province, hukouCounty: county, han: !random.chance(minorities) };
}
