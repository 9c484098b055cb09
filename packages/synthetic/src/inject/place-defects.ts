import { encodeGb18030 } from '../raw/gb18030.ts';
import { cutPlaceName } from '../raw/place-name.ts';
import { asks, type Defect } from './defect.ts';

/** Names before a change of status (surveys.md 3.2.10). */
const oldNames: Readonly<Record<string, string>> = {
  哈密市: '哈密地区',
  吐鲁番市: '吐鲁番地区',
  日喀则市: '日喀则地区',
  毕节市: '毕节地区',
  铜仁市: '铜仁地区',
  海东市: '海东地区',
  林芝市: '林芝地区',
};
const shortForms: Readonly<Record<string, string>> = {
  临夏回族自治州: '临夏州',
  博尔塔拉蒙古自治州: '博州',
  延边朝鲜族自治州: '延边州',
  恩施土家族苗族自治州: '恩施州',
  湘西土家族苗族自治州: '湘西州',
  凉山彝族自治州: '凉山州',
};
const typos: Readonly<Record<string, string>> = {
  红河哈尼族彝族自治州: '红河洲',
  巴音郭楞蒙古自治州: '巴音郭勒蒙古自治州',
};
/** Development zones and cities under a province, counted with a prefecture. */
const pseudoUnits: Readonly<Record<string, string>> = {
  咸阳市: '杨凌示范区',
  福州市: '平潭综合实验区',
  牡丹江市: '绥芬河市（省直管县级市）',
  佳木斯市: '抚远市',
  济南市: '莱芜市',
};
const withoutSuffix: Readonly<Record<string, string>> = { 六盘水市: '六盘水', 呼和浩特市: '呼和浩特' };

/** Another name of the same prefecture, which a reader who knows the country reads without a word. */
function otherName(name: string, names: Readonly<Record<string, string>>): Defect {
  const written = new Map(
    Object.entries(names).map(([official, other]) => [cutPlaceName(official), cutPlaceName(other)]),
  );
  return {
    name,
    code: '',
    variable: 'prefecture',
    fits: (row) => written.has(row.value('prefecture').trim()),
    change: (row) => ({ [row.column('prefecture')]: written.get(row.value('prefecture').trim()) as string }),
  };
}

/** Place names that nobody knows, that went through the wrong code page, or that are written in another way. */
export const placeDefects: readonly Defect[] = [
  otherName('old_place_name', oldNames),
  otherName('short_place_name', shortForms),
  otherName('misspelt_place_name', typos),
  otherName('pseudo_unit', pseudoUnits),
  otherName('place_without_its_suffix', withoutSuffix),
  {
    name: 'blanks_around_place',
    code: '',
    variable: 'prefecture',
    fits: (row) => row.value('prefecture') === row.value('prefecture').trim(),
    change: (row) => ({ [row.column('prefecture')]: ` ${row.value('prefecture')}  ` }),
  },
  {
    name: 'place_that_is_not',
    code: 'unknown_place',
    variable: 'prefecture',
    fits: () => true,
    change: (row) => ({ [row.column('prefecture')]: '不存在市' }),
  },
  {
    name: 'hukou_province_that_is_not',
    code: 'unknown_place',
    variable: 'hukou_province',
    in: asks('hukou_province'),
    fits: (row) => row.value('hukou_province') !== '',
    change: (row) => ({
      [row.column('hukou_province')]: row.value('hukou_province').length === 6 ? '990000' : '99',
    }),
  },
  {
    name: 'wrong_code_page',
    code: 'garbled_text',
    variable: 'prefecture',
    fits: (row) => row.value('prefecture') !== '',
    change: (row) => ({
      [row.column('prefecture')]: encodeGb18030(row.value('prefecture')).toString('latin1'),
    }),
  },
];
