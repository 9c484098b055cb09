import {
  attachData,
  type ChartRow,
  type ChartSpec,
  type Language,
  niceBins,
  type ProvinceTileGridOptions,
  provinceTileGrid,
} from '../src/index.ts';
import { type Samples, text } from './sample-texts.ts';

const units: [code: string, zh: string, en: string, short: string][] = [
  ['11', '北京', 'Beijing', 'BJ'],
  ['12', '天津', 'Tianjin', 'TJ'],
  ['13', '河北', 'Hebei', 'HE'],
  ['14', '山西', 'Shanxi', 'SX'],
  ['15', '内蒙古', 'Inner Mongolia', 'NM'],
  ['21', '辽宁', 'Liaoning', 'LN'],
  ['22', '吉林', 'Jilin', 'JL'],
  ['23', '黑龙江', 'Heilongjiang', 'HL'],
  ['31', '上海', 'Shanghai', 'SH'],
  ['32', '江苏', 'Jiangsu', 'JS'],
  ['33', '浙江', 'Zhejiang', 'ZJ'],
  ['34', '安徽', 'Anhui', 'AH'],
  ['35', '福建', 'Fujian', 'FJ'],
  ['36', '江西', 'Jiangxi', 'JX'],
  ['37', '山东', 'Shandong', 'SD'],
  ['41', '河南', 'Henan', 'HA'],
  ['42', '湖北', 'Hubei', 'HB'],
  ['43', '湖南', 'Hunan', 'HN'],
  ['44', '广东', 'Guangdong', 'GD'],
  ['45', '广西', 'Guangxi', 'GX'],
  ['46', '海南', 'Hainan', 'HI'],
  ['50', '重庆', 'Chongqing', 'CQ'],
  ['51', '四川', 'Sichuan', 'SC'],
  ['52', '贵州', 'Guizhou', 'GZ'],
  ['53', '云南', 'Yunnan', 'YN'],
  ['54', '西藏', 'Tibet', 'XZ'],
  ['61', '陕西', 'Shaanxi', 'SN'],
  ['62', '甘肃', 'Gansu', 'GS'],
  ['63', '青海', 'Qinghai', 'QH'],
  ['64', '宁夏', 'Ningxia', 'NX'],
  ['65', '新疆', 'Xinjiang', 'XJ'],
  ['71', '台湾', 'Taiwan', 'TW'],
  ['81', '香港', 'Hong Kong', 'HK'],
  ['82', '澳门', 'Macao', 'MO'],
];

export const unitLabels = {
  zh: Object.fromEntries(units.map(([code, zh]) => [code, zh])),
  en: Object.fromEntries(units.map(([code, , en]) => [code, en])),
  short: Object.fromEntries(units.map(([code, , , short]) => [code, short])),
};

export const tileRow = (level: string, estimate: number | null, mark = ''): ChartRow => ({
  level,
  estimate,
  mark: estimate === null ? '×' : mark,
});

export const tileOptions = (lang: Language): ProvinceTileGridOptions => ({
  fields: { category: 'level', estimate: 'estimate', mark: 'mark' },
  text: {
    ...text[lang],
    headline:
      lang === 'zh'
        ? '东部沿海省份签订劳动合同的比例最高'
        : 'Contract cover is highest along the eastern coast',
    description: lang === 'zh' ? '方格图：上海最高。' : 'Tile grid: Shanghai is highest.',
  },
  measure: {
    title: lang === 'zh' ? '签订劳动合同的比例' : 'Share with a labour contract',
    format: 'percent',
  },
  bins: [0.35, 0.45, 0.55, 0.65],
  labels: unitLabels[lang],
});

const surveyed = units.filter(([code]) => !['71', '81', '82'].includes(code));
const shareOf = (index: number) => 0.26 + (((index * 17) % 31) / 31) * 0.5;

function tiles(lang: Language, more: Partial<ProvinceTileGridOptions> = {}): ChartSpec {
  const rows = surveyed.map(([code], index) =>
    tileRow(code, code === '54' ? null : shareOf(index), index % 8 === 5 ? '†' : ''),
  );
  const estimates = rows.map(({ estimate }) => estimate as number | null);
  const spec = provinceTileGrid({ ...tileOptions(lang), bins: niceBins(estimates), ...more });
  return attachData(spec, more.corpsLabel ? [...rows, tileRow('66', 0.412, '†')] : rows);
}

function manyWithheld(): ChartSpec {
  const rows = surveyed
    .filter((_, index) => index % 6 !== 2)
    .map(([code], index) => tileRow(code, index % 2 === 0 ? null : 3000 + 130 * index));
  const zh = tileOptions('zh');
  const spec = provinceTileGrid({
    ...zh,
    text: { ...zh.text, headline: '半数省份的样本不足以发布月收入' },
    measure: { title: '月平均收入（元）', format: 'yuan' },
    bins: niceBins(rows.map(({ estimate }) => estimate as number | null)),
  });
  return attachData(spec, rows);
}

export const tileSamples: Samples = {
  'tiles-zh': { spec: () => tiles('zh', { corpsLabel: '新疆生产建设兵团' }), lang: 'zh' },
  'tiles-en': {
    spec: () => tiles('en', { corpsLabel: 'Xinjiang Production and Construction Corps' }),
    lang: 'en',
  },
  'tiles-half-zh': { spec: () => tiles('zh', { width: 'half' }), lang: 'zh' },
  'tiles-half-en': { spec: () => tiles('en', { width: 'half', labels: unitLabels.short }), lang: 'en' },
  'tiles-withheld-zh': { spec: manyWithheld, lang: 'zh' },
};
