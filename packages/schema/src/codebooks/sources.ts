import type { Label } from '../label.ts';

/** What kind of reading stands behind a source key. */
export type SourceKind = 'script' | 'audit' | 'paper' | 'official' | 'report' | 'note';

export interface Source {
  readonly kind: SourceKind;
  readonly label: Label;
}

const source = (kind: SourceKind, zh: string, en: string): Source => ({ kind, label: { zh, en } });

/** The readings behind the codebooks, by the key that mappings cite. No microdata were seen: all are about the files, none is one. */
export const sources: Readonly<Record<string, Source>> = {
  S1: source(
    'audit',
    '对2009-2018年原始文件的核查记录（样本量、变量名、跳答、缺失比例）',
    'Audit of the raw files 2009-2018: sizes, variable names, routing, missing shares',
  ),
  S1b: source(
    'audit',
    '同一核查的证据文件：2017年标签与取值频数',
    'Evidence file of that audit: labels and value counts of 2017',
  ),
  S1c: source('script', '同一核查的复算脚本', 'Recalculation script of that audit'),
  S1d: source('audit', '同一核查的变量审查', 'Variable review of that audit'),
  S2: source(
    'script',
    '2011-2017年各轮数据清理 do 文件（Stata）',
    'Stata do-file that cleans the waves 2011-2017',
  ),
  S3: source('script', '2011年 Python 清理脚本', 'Python cleaning script for 2011'),
  S4: source(
    'script',
    '文件名为2018、列为2017年版式的 csv 脚本',
    'Script for a csv file named 2018 whose columns have the layout of 2017',
  ),
  S5: source('script', '2013年 Python 清理脚本', 'Python cleaning script for 2013'),
  S6: source(
    'script',
    '2014、2015年 Python 脚本；不存在的列填为缺失，列名可能是猜测',
    'Python scripts for 2014 and 2015; absent columns are filled as missing, so its names may be guesses',
  ),
  S6b: source('script', '2012年 Python 清理脚本', 'Python cleaning script for 2012'),
  S7: source(
    'script',
    '2015年 do 文件（健康知识与过度劳动），在真实文件上运行过',
    'Do-file for 2015 (health knowledge and overwork) that ran on the real file',
  ),
  S8: source('script', '2011年流出流入地 R 脚本', 'R script on origin and destination, 2011'),
  S9: source('note', '人口调查数据获取说明', 'Note on access to population survey data'),
  S10: source(
    'official',
    '《全国流动人口动态监测数据集（2014年）》（转载）',
    'Official data book of the 2014 wave (mirror)',
  ),
  S11: source(
    'paper',
    '2017年常见病数据论文（含技术文件摘要）',
    'Data article on common diseases, 2017 wave',
  ),
  S12: source('report', '《中国流动人口发展报告2016》内容介绍', 'Presentation of the white book of 2016'),
  S12b: source('report', '《中国流动人口发展报告2016》内容概要', 'Summary of the white book of 2016'),
  S12c: source('report', '中新网2016年10月20日报道', 'News report on the white book, 20 October 2016'),
  S13: source(
    'paper',
    '社会融合与住房论文（2017年题目）',
    'Paper on integration and housing with items of 2017',
  ),
  S14: source('report', '《中国流动人口发展报告2017》报道', 'Press on the white book of 2017'),
  S15: source(
    'paper',
    '健康档案论文，合并2014、2016、2017年（N = 539,926）',
    'Paper on health records, waves 2014, 2016 and 2017 pooled (N = 539,926)',
  ),
  S16: source(
    'paper',
    '青年流动人口公共卫生服务论文（2017年）',
    'Paper on services for young migrants, 2017',
  ),
  S17: source('paper', '家庭医生签约论文（2018年）', 'Paper on family-doctor contracts, 2018'),
  S18: source('paper', '健康档案论文（2014、2015年）', 'Paper on health records, 2014 and 2015'),
  S19: source('paper', '养老保险论文（2011年农业户口）', 'Paper on pensions, rural hukou, 2011'),
  S20: source('paper', '孕产期地点论文（2012年）', 'Paper on place of pregnancy and birth, 2012'),
  S21: source('paper', '产前检查论文（2014年）', 'Paper on antenatal care, 2014'),
  S22: source('paper', '首次分娩产前检查论文（2014年）', 'Paper on antenatal visits at first birth, 2014'),
  S23: source('note', '数据集卡片', 'Card of the data set'),
  S24: source('report', '106个城市调查报道', 'Report on a survey of 106 cities'),
  S25: source('report', '2017年柳州现场调查报道', 'Report on field work in Liuzhou, 2017'),
  S26: source('report', '2018年岳阳楼区现场调查报道', 'Report on field work in Yueyanglou, 2018'),
  S27: source('note', '中国家庭调查编码本网页', 'Web codebooks of Chinese household surveys'),
  S28: source('report', '就业身份四分类结果', 'Results by four classes of status in employment'),
  S29: source('note', '数据集目录', 'Index of data sets'),
  S30: source('note', '中文清理指南（GB18030）', 'Chinese cleaning guide (GB18030)'),
  S31: source('note', 'Stata、SPSS 文件读取工具文档', 'Documentation of readers of Stata and SPSS files'),
  S32: source(
    'script',
    '流动网络项目说明（流入流出地颠倒）',
    'Mobility-network project (swaps origin and destination)',
  ),
  S33: source('report', '《中国流动人口发展报告2017》摘要', 'Digest of the white book of 2017'),
  S34: source('report', '《中国流动人口发展报告2013》报道', 'Press on the white book of 2013'),
  S35: source('report', '2013年收入报道', 'Report on incomes, 2013'),
  S36: source('report', '流动老人专题报道（2015年）', 'Report on elderly migrants, 2015'),
  S37: source('paper', '城市群与流动人口论文（2021年）', 'Paper on city clusters, 2021'),
  S38: source('paper', '住院返乡就医论文（2014年）', 'Paper on returning home for hospital care, 2014'),
  S39: source('paper', '劳动合同论文（2017年）', 'Paper on labour contracts, 2017'),
  S40: source('paper', '留城意愿论文（2015年）', 'Paper on the wish to stay in town, 2015'),
  S41: source('official', '联合国项目概况', 'United Nations project factsheet'),
  S41b: source(
    'report',
    '青年就业与流动项目终期评估',
    'Final evaluation of the youth employment and migration programme',
  ),
  S42: source('report', '《中国流动人口发展报告2018》内容概要', 'Summary of the white book of 2018'),
  S43: source('official', '《2011年我国农民工调查监测报告》', 'Monitoring report on migrant workers, 2011'),
  S44: source('official', '《2017年农民工监测调查报告》', 'Monitoring report on migrant workers, 2017'),
  S45: source('official', '《2013年全国农民工监测调查报告》', 'Monitoring report on migrant workers, 2013'),
  S46: source('official', '《2014年全国农民工监测调查报告》', 'Monitoring report on migrant workers, 2014'),
  S47: source('official', '《2012年全国农民工监测调查报告》（权益）', 'Monitoring report, 2012 (rights)'),
  S48: source('official', '《2012年全国农民工监测调查报告》（收入）', 'Monitoring report, 2012 (income)'),
  S49: source('official', '《2013年全国农民工监测调查报告》（续）', 'Monitoring report, 2013 (continued)'),
  S50: source('official', '《2015年农民工监测调查报告》', 'Monitoring report on migrant workers, 2015'),
  S51: source('official', '《2016年农民工监测调查报告》', 'Monitoring report on migrant workers, 2016'),
  S52: source('official', '《2018年农民工监测调查报告》', 'Monitoring report on migrant workers, 2018'),
  S53: source('official', '《2019年农民工监测调查报告》', 'Monitoring report on migrant workers, 2019'),
  S54: source('official', '2011年农民工居住情况', 'Housing of migrant workers, 2011'),
  S55: source('official', '2013年农民工居住情况', 'Housing of migrant workers, 2013'),
  S56: source('official', '世界银行 STEP 雇主调查', 'World Bank STEP employer survey'),
  S57: source('official', '国际劳工组织体面劳动指标手册', 'Manual of the ILO decent-work indicators'),
  S58: source('official', '体面劳动指标框架', 'Framework of decent-work indicators'),
  S59: source('official', '可持续发展目标8指标文本', 'Texts of indicators of Sustainable Development Goal 8'),
  S60: source(
    'official',
    '国际劳工统计学家会议决议',
    'Resolutions of the conference of labour statisticians',
  ),
  S61: source('note', '省级代码文件', 'File of province codes'),
  S62: source('official', '国家统计局东中西部和东北地区划分', 'Regions of the National Bureau of Statistics'),
  S63: source('paper', '五大城市群论文（2021年）', 'Paper on five city clusters, 2021'),
  S64: source('official', 'GB/T 4754-2017 门类数', 'Counts of classes of GB/T 4754-2017'),
  S65: source('paper', '基本公共卫生服务项目演变论文', 'Paper on the growth of basic public health services'),
  S66: source('official', '2011年基本公共卫生服务规范', 'Standard of basic public health services, 2011'),
};

/** Keys that name no reading: general knowledge, and inventions for synthetic files. */
const withoutReading: Readonly<Record<string, Label>> = {
  R: { zh: '一般知识，未在任何来源中读到', en: 'general knowledge, read in no source' },
  'invented for synthetic files': { zh: '为合成文件虚构', en: 'invented for synthetic files' },
};

/** The keys that a mapping's `source` cites. */
export const sourceKeys = (cited: string): string[] => (cited in withoutReading ? [cited] : cited.split(','));

/** What the source behind a key is; undefined for a key that the list does not have. */
export const sourceLabel = (key: string): Label | undefined => sources[key]?.label ?? withoutReading[key];
