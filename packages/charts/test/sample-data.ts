import type { ChartRow, Language } from '../src/index.ts';

const provinces: [zh: string, en: string][] = [
  ['北京', 'Beijing'],
  ['天津', 'Tianjin'],
  ['河北', 'Hebei'],
  ['山西', 'Shanxi'],
  ['内蒙古', 'Inner Mongolia'],
  ['辽宁', 'Liaoning'],
  ['吉林', 'Jilin'],
  ['黑龙江', 'Heilongjiang'],
  ['上海', 'Shanghai'],
  ['江苏', 'Jiangsu'],
  ['浙江', 'Zhejiang'],
  ['安徽', 'Anhui'],
  ['福建', 'Fujian'],
  ['江西', 'Jiangxi'],
  ['山东', 'Shandong'],
  ['河南', 'Henan'],
  ['湖北', 'Hubei'],
  ['湖南', 'Hunan'],
  ['广东', 'Guangdong'],
  ['广西', 'Guangxi'],
  ['海南', 'Hainan'],
  ['重庆', 'Chongqing'],
  ['四川', 'Sichuan'],
  ['贵州', 'Guizhou'],
  ['云南', 'Yunnan'],
  ['西藏', 'Tibet'],
  ['陕西', 'Shaanxi'],
  ['甘肃', 'Gansu'],
  ['青海', 'Qinghai'],
  ['宁夏', 'Ningxia'],
  ['新疆', 'Xinjiang'],
  ['新疆生产建设兵团', 'Xinjiang Production and Construction Corps'],
];

export const provinceNames = (lang: Language) => provinces.map(([zh, en]) => (lang === 'zh' ? zh : en));

export const industries = (lang: Language): string[] =>
  lang === 'zh'
    ? [
        '制造业',
        '建筑业',
        '批发和零售业',
        '住宿和餐饮业',
        '居民服务、修理和其他服务业',
        '交通运输、仓储和邮政业',
        '教育',
        '采矿业',
        '农、林、牧、渔业',
      ]
    : [
        'Manufacturing',
        'Construction',
        'Wholesale and retail',
        'Hotels and catering',
        'Residential services, repair and other services',
        'Transport, storage and post',
        'Education',
        'Mining',
        'Agriculture, forestry and fishing',
      ];

export const longChinese = [
  '居民服务、修理和其他服务业以及无法归入上述类别的其他行业的从业人员',
  '科学研究和技术服务业、信息传输软件和信息技术服务业',
  '水利、环境和公共设施管理业（含城市环卫、园林绿化作业人员）',
  '公共管理、社会保障和社会组织及国际组织驻华机构工作人员',
  '制造业',
];

/** An estimate with its interval, made up from a number. */
export function estimateOf(
  seed: number,
  kind: 'plain' | 'withheld' | 'huge' | 'negative' = 'plain',
  sign = 0,
): ChartRow {
  if (kind === 'withheld' || (kind === 'plain' && sign % 11 === 7))
    return { estimate: null, ci_low: null, ci_high: null, mark: '×' };
  const wave = (Math.sin(seed * 1.7) + 1) / 2;
  const estimate = kind === 'negative' ? wave * 0.4 - 0.22 : 0.12 + wave * 0.7;
  const half = kind === 'huge' ? 0.45 : 0.012 + 0.004 * (Math.round(seed) % 5);
  const floor = kind === 'negative' ? -1 : 0;
  return {
    estimate,
    ci_low: Math.max(floor, estimate - half),
    ci_high: Math.min(1, estimate + half),
    mark: sign % 8 === 5 || kind === 'huge' ? '†' : '',
  };
}
