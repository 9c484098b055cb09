import { codeLists, prefectures, provinceFullNames } from '@wavebook/schema';

/** Old Stata files cut place names at 20 bytes: ten Chinese characters. */
const cutCharacters = 10;

const provinceNames = new Map<string, string>();
for (const { code, label } of codeLists.province?.codes ?? []) {
  for (const name of [code, `${code}0000`, label.zh, provinceFullNames[code] ?? label.zh]) {
    provinceNames.set(name, code);
    provinceNames.set(name.slice(0, cutCharacters), code);
  }
}

/**
 * Names that files use and today's list does not: names before a change of status, short forms, slips of the pen, and units that are
 * counted with a prefecture. Source: S2, as collected in the harmonising script of the 2011-2017 waves.
 */
const prefectureAliases: Readonly<Record<string, string>> = {
  哈密地区: '6505',
  吐鲁番地区: '6504',
  日喀则地区: '5402',
  昌都地区: '5403',
  林芝地区: '5404',
  山南地区: '5405',
  那曲地区: '5406',
  毕节地区: '5205',
  铜仁地区: '5206',
  海东地区: '6302',
  博州: '6527',
  红河洲: '5325',
  巴音郭勒: '6528',
  巴音郭勒蒙古自治州: '6528',
  杨凌示范区: '6104',
  平潭综合实验区: '3501',
  绥芬河市: '2310',
  '绥芬河市（省直管县级市）': '2310',
  抚远市: '2308',
  '抚远市（省直管县级市）': '2308',
  莱芜市: '3701',
  黔西南州布依族苗族自治州: '5223',
  黔东南州苗族侗族自治州: '5226',
  省直辖: '4690',
  襄樊市: '4206',
  思茅市: '5308',
};

/** Provinces that are one city; files write the city where others write a prefecture. */
const municipalities: ReadonlySet<string> = new Set(['11', '12', '31', '50']);

/** The prefecture of another name, whole or cut. */
const aliasOf = (text: string): string | undefined =>
  prefectureAliases[text] ??
  (text.length < cutCharacters
    ? undefined
    : Object.entries(prefectureAliases).find(([name]) => name.startsWith(text))?.[1]);

/** Province code of a name (full, short or cut) or of a two- or six-digit code; undefined if it is none. */
export function provinceOf(text: string): string | undefined {
  return provinceNames.get(text) ?? provinceNames.get(text.replace(/省$/, ''));
}

const byProvince = new Map<string, (readonly [code: string, name: string])[]>();
for (const entry of prefectures) {
  const province = entry[0].slice(0, 2);
  const list = byProvince.get(province) ?? [];
  list.push(entry);
  byProvince.set(province, list);
}

const suffixes = /(市|地区|盟|自治州|州)$/;

/**
 * Four-digit code of a prefecture's name inside a province: whole, cut at ten characters, without its suffix, under an old or short name,
 * or as a code. The name of a municipality is its urban part. A name that fits two prefectures fits none.
 */
export function prefectureOf(text: string, province: string): string | undefined {
  const alias = aliasOf(text);
  if (alias?.startsWith(province)) return alias;
  if (municipalities.has(province) && provinceOf(text) === province) return `${province}01`;
  const list = byProvince.get(province) ?? [];
  const candidates = [
    list.filter(([code, name]) => name === text || code === text.slice(0, 4)),
    text.length >= cutCharacters ? list.filter(([, name]) => name.startsWith(text)) : [],
    list.filter(([, name]) => name.replace(suffixes, '') === text.replace(suffixes, '')),
    text.length >= 2 && suffixes.test(text)
      ? list.filter(([, name]) => /自治州$/.test(name) && name.startsWith(text.replace(suffixes, '')))
      : [],
  ];
  const found = candidates.find((c) => c.length > 0);
  return found?.length === 1 ? found[0]?.[0] : undefined;
}

/** Whether a text looks decoded with the wrong code page: letters beyond ASCII, but no Chinese character. */
export function isGarbled(text: string): boolean {
  return /\P{ASCII}/u.test(text) && (!/\p{Script=Han}/u.test(text) || text.includes('\ufffd'));
}
