import { prefectures } from '@wavebook/schema';
import { describe, expect, test } from 'vitest';
import { isGarbled, prefectureOf, provinceOf } from '../src/places.ts';

const nameOf = new Map(prefectures.map(([code, name]) => [code, name]));

describe('names of prefectures as files write them (surveys 3.2.10)', () => {
  test.each([
    ['short form', '临夏州', '62', '临夏回族自治州'],
    ['short form', '博州', '65', '博尔塔拉蒙古自治州'],
    ['before a change of status', '哈密地区', '65', '哈密市'],
    ['before a change of status', '毕节地区', '52', '毕节市'],
    ['before a renaming', '襄樊市', '42', '襄阳市'],
    ['slip of the pen', '红河洲', '53', '红河哈尼族彝族自治州'],
    ['slip of the pen', '巴音郭勒', '65', '巴音郭楞蒙古自治州'],
    ['one character too many', '黔西南州布依族苗族自治州', '52', '黔西南布依族苗族自治州'],
    ['without its suffix', '六盘水', '52', '六盘水市'],
    ['cut at 20 bytes', '克孜勒苏柯尔克孜自治', '65', '克孜勒苏柯尔克孜自治州'],
    ['cut, with one character too many', '黔西南州布依族苗族自', '52', '黔西南布依族苗族自治州'],
    ['cut, with one character too many', '黔东南州苗族侗族自治', '52', '黔东南苗族侗族自治州'],
    ['counted with a prefecture', '杨凌示范区', '61', '咸阳市'],
    ['counted with a prefecture', '绥芬河市（省直管县级市）', '23', '牡丹江市'],
    ['cut and counted with a prefecture', '绥芬河市（省直管县级', '23', '牡丹江市'],
  ])('%s: %s', (_, written, province, official) => {
    expect(nameOf.get(prefectureOf(written, province) ?? '')).toBe(official);
  });

  test('a municipality stands for its urban part, in its own province alone', () => {
    expect(prefectureOf('北京市', '11')).toBe('1101');
    expect(prefectureOf('110000', '11')).toBe('1101');
    expect(prefectureOf('北京市', '13')).toBeUndefined();
  });

  test('a name of another province, an unknown one and one that fits two fit none', () => {
    expect(prefectureOf('哈密地区', '62')).toBeUndefined();
    expect(prefectureOf('不存在市', '62')).toBeUndefined();
    expect(prefectureOf('自治州', '65')).toBeUndefined();
  });

  test('every official name, whole or cut at ten characters, is itself', () => {
    const wrong = prefectures.filter(([code, name]) =>
      [name, name.slice(0, 10)].some((text) => prefectureOf(text, code.slice(0, 2)) !== code),
    );
    expect(wrong).toEqual([]);
  });
});

test('the word for farmers read in another code page is garbled, and no province is', () => {
  expect(isGarbled('ũҵ')).toBe(true);
  expect(isGarbled('农业')).toBe(false);
  expect(provinceOf('新疆生产建设兵团')).toBe('66');
});
