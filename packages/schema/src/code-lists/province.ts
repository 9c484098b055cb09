import { type CodeList, codeList } from '../code-list.ts';

/** NBS four regions of 2011-06-13. */
export const region = codeList(
  'region',
  { zh: '地区', en: 'Region' },
  [
    ['east', '东部', 'East'],
    ['central', '中部', 'Central'],
    ['west', '西部', 'West'],
    ['north_east', '东北', 'North-east'],
  ],
  { standard: 'NBS four regions (2011)' },
);

/** East, centre and west, the three classes of the white book. */
export const regionThree = codeList('region_three', { zh: '东中西部', en: 'East, centre, west' }, [
  ['east', '东部', 'East'],
  ['central', '中部', 'Centre'],
  ['west', '西部', 'West'],
]);

const rows = [
  ['11', '北京', 'Beijing', 'east'],
  ['12', '天津', 'Tianjin', 'east'],
  ['13', '河北', 'Hebei', 'east'],
  ['14', '山西', 'Shanxi', 'central'],
  ['15', '内蒙古', 'Inner Mongolia', 'west'],
  ['21', '辽宁', 'Liaoning', 'north_east'],
  ['22', '吉林', 'Jilin', 'north_east'],
  ['23', '黑龙江', 'Heilongjiang', 'north_east'],
  ['31', '上海', 'Shanghai', 'east'],
  ['32', '江苏', 'Jiangsu', 'east'],
  ['33', '浙江', 'Zhejiang', 'east'],
  ['34', '安徽', 'Anhui', 'central'],
  ['35', '福建', 'Fujian', 'east'],
  ['36', '江西', 'Jiangxi', 'central'],
  ['37', '山东', 'Shandong', 'east'],
  ['41', '河南', 'Henan', 'central'],
  ['42', '湖北', 'Hubei', 'central'],
  ['43', '湖南', 'Hunan', 'central'],
  ['44', '广东', 'Guangdong', 'east'],
  ['45', '广西', 'Guangxi', 'west'],
  ['46', '海南', 'Hainan', 'east'],
  ['50', '重庆', 'Chongqing', 'west'],
  ['51', '四川', 'Sichuan', 'west'],
  ['52', '贵州', 'Guizhou', 'west'],
  ['53', '云南', 'Yunnan', 'west'],
  ['54', '西藏', 'Tibet', 'west'],
  ['61', '陕西', 'Shaanxi', 'west'],
  ['62', '甘肃', 'Gansu', 'west'],
  ['63', '青海', 'Qinghai', 'west'],
  ['64', '宁夏', 'Ningxia', 'west'],
  ['65', '新疆', 'Xinjiang', 'west'],
  ['66', '新疆兵团', 'Xinjiang XPCC', 'west'],
  ['71', '台湾', 'Taiwan', null],
  ['81', '香港', 'Hong Kong', null],
  ['82', '澳门', 'Macao', null],
] as const;

/**
 * Provincial units by GB/T 2260 two-digit code. 66 is the Xinjiang Production and Construction Corps, the 32nd unit of the
 * monitoring survey (not in GB/T 2260; recalled). 71, 81 and 82 occur as places of hukou only.
 */
export const province: CodeList = codeList(
  'province',
  { zh: '省级单位', en: 'Province' },
  rows.map(([code, zh, en]) => [code, zh, en] as const),
  { standard: 'GB/T 2260, and 66 for XPCC' },
);

/** The 32 provincial units in which the monitoring survey is made. */
export const surveyedProvinces: readonly string[] = rows
  .filter(([, , , r]) => r !== null)
  .map(([code]) => code);

/** Province code to NBS region code; provinces of hukou outside the 32 units have none. */
export const provinceRegions: Readonly<Record<string, string>> = Object.fromEntries(
  rows.flatMap(([code, , , r]) => (r === null ? [] : [[code, r]])),
);

const northEastInThree: Readonly<Record<string, string>> = { '21': 'east', '22': 'central', '23': 'central' };

/** Province code to east, centre or west: of the north-east Liaoning is east, Jilin and Heilongjiang are centre (recalled). */
export const provinceRegionsThree: Readonly<Record<string, string>> = {
  ...provinceRegions,
  ...northEastInThree,
};

/** Full official names as they stand in raw files, by code. */
export const provinceFullNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(rows.map(([code, zh]) => [code, `${zh}省`])),
  '11': '北京市',
  '12': '天津市',
  '15': '内蒙古自治区',
  '31': '上海市',
  '45': '广西壮族自治区',
  '50': '重庆市',
  '54': '西藏自治区',
  '64': '宁夏回族自治区',
  '65': '新疆维吾尔自治区',
  '66': '新疆生产建设兵团',
  '81': '香港特别行政区',
  '82': '澳门特别行政区',
};
