import { type CodeList, codeList } from '../code-list.ts';
import { designLabels } from '../design-label.ts';
import { unitLabels } from '../unit.ts';
import type { ExportSource } from './export-source.ts';

const list = (
  id: string,
  [zh, en]: readonly [string, string],
  rows: Parameters<typeof codeList>[2],
): CodeList => codeList(id, { zh, en }, rows);

const labelled = (
  labels: Readonly<Record<string, { zh: string; en: string }>>,
): Parameters<typeof codeList>[2] =>
  Object.entries(labels).map(([code, { zh, en }]) => [code, zh, en] as const);

/** The code lists that the columns of the SDMX-CSV file refer to. Observation and confidentiality status are those of SDMX's common lists. */
export function sdmxCodeLists({ indicators, instruments }: ExportSource): CodeList[] {
  return [
    list(
      'CL_INDICATOR',
      ['指标', 'Indicator'],
      indicators.map(({ id, label }) => [id, label.zh, label.en]),
    ),
    list(
      'CL_VARIANT',
      ['口径', 'Variant'],
      [
        ['level', '当年水平', 'level of the wave'],
        ['trend', '趋势可比', 'comparable over waves'],
      ],
    ),
    list(
      'CL_INSTRUMENT',
      ['调查', 'Survey'],
      instruments.map(({ id, label }) => [id, label.zh, label.en]),
    ),
    list(
      'CL_STATISTIC',
      ['统计量', 'Statistic'],
      [
        ['mean', '均值', 'mean'],
        ['proportion', '比例', 'proportion'],
        ['total', '总量', 'total'],
        ['ratio', '比率', 'ratio'],
        ['quantile', '分位数', 'quantile'],
      ],
    ),
    list(
      'CL_WEIGHTING',
      ['加权', 'Weighting'],
      [
        ['weighted', '加权', 'weighted'],
        ['unweighted', '未加权', 'unweighted'],
      ],
    ),
    list('CL_UNIT_MEASURE', ['单位', 'Unit'], labelled(unitLabels)),
    list('CL_SAMPLE_DESIGN', ['误差所依据的设计', 'Design of the errors'], labelled(designLabels)),
    list(
      'CL_QUALITY',
      ['质量', 'Quality'],
      [
        ['reliable', '可靠', 'reliable'],
        ['use_with_caution', '谨慎使用', 'use with caution'],
        ['unreliable', '不可靠', 'unreliable'],
        ['review', '待审核', 'to be reviewed'],
      ],
    ),
    list(
      'CL_OBS_STATUS',
      ['观测状态', 'Observation status'],
      [
        ['A', '正常值', 'normal value'],
        ['M', '缺失', 'missing value'],
        ['Q', '隐去', 'missing value; suppressed'],
      ],
    ),
    list(
      'CL_CONF_STATUS',
      ['保密状态', 'Confidentiality status'],
      [
        ['C', '保密', 'confidential'],
        ['F', '可公开', 'free for publication'],
      ],
    ),
  ];
}
