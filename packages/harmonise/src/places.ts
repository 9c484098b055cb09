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
 * Four-digit code of a prefecture's name inside a province: whole, cut at ten characters, without its suffix, or as a code. A name that
 * fits two prefectures fits none.
 */
export function prefectureOf(text: string, province: string): string | undefined {
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
