import { CalibrationRecord } from './calibration-record.ts';
import { ChartDataRow } from './chart-data-row.ts';
import { ComparisonRow } from './comparison-row.ts';
import { ControlRow } from './control-row.ts';
import { ClusterRow, DataQuality, SeriesRow } from './data-quality.ts';
import { DesignComparisonRow } from './design-comparison-row.ts';
import { DesignRow } from './design-row.ts';
import { EstimateRow } from './estimate-row.ts';
import { AuditEntry, Issue } from './issue.ts';
import type { Label } from './label.ts';
import { Manifest } from './manifest.ts';
import { ProgrammeFigure, ProgrammeStatus } from './programme-figure.ts';
import { ProvincePopulation, PublishedValue } from './published-value.ts';
import { Snapshot } from './snapshot.ts';
import { WeightDiagnostics } from './weight-diagnostics.ts';
import { WeightedMemberColumns, WeightedRespondentColumns } from './weighted-columns.ts';
import type { z } from './zod.ts';

/**
 * What a file of the pipeline holds. `version` counts the changes of its format that a reader must know of: it rises when a column goes or
 * gets another type, not when one is added.
 */
export interface RowFormat {
  readonly version: number;
  readonly label: Label;
  /** `rows`: one object a row of a table; `document`: the whole file is one object; `columns`: columns beside those of a survey record. */
  readonly holds: 'rows' | 'document' | 'columns';
  readonly schema: z.ZodObject;
}

const format = (
  holds: RowFormat['holds'],
  schema: z.ZodObject,
  [zh, en]: readonly [string, string],
  version = 1,
): RowFormat => ({ version, label: { zh, en }, holds, schema });

/** Every file that wavebook writes or reads beside the survey records themselves, by its name in `data`. */
export const rowFormats: Readonly<Record<string, RowFormat>> = {
  'snapshot.json': format('document', Snapshot, ['原始数据快照', 'Snapshot of a raw wave']),
  'design.csv': format('rows', DesignRow, ['真实抽样设计', 'True design of a wave']),
  'manifest.json': format('document', Manifest, ['阶段清单', 'Manifest of a stage']),
  'issues.csv': format('rows', Issue, ['数据问题', 'Issues found in the data']),
  'audit.csv': format('rows', AuditEntry, ['清理记录', 'Audit of what cleaning changed']),
  'quality.json': format('document', DataQuality, ['数据质量', 'Quality of the data of a wave']),
  'clusters.csv': format('rows', ClusterRow, [
    '样本群的重复与直线作答',
    'Repeated and straight-lined records by cluster',
  ]),
  'series.csv': format('rows', SeriesRow, ['各轮类别占比', 'Shares of categories over the waves']),
  'controls.csv': format('rows', ControlRow, ['校准总量', 'Population totals for calibration']),
  'weighted respondents.arrow': format('columns', WeightedRespondentColumns, [
    '被访者权重与设计列',
    'Weight and design columns of respondents',
  ]),
  'weighted members.arrow': format('columns', WeightedMemberColumns, [
    '家庭成员权重列',
    'Weight column of household members',
  ]),
  'calibration.json': format('document', CalibrationRecord, ['校准记录', 'Record of calibration']),
  'diagnostics.json': format('document', WeightDiagnostics, ['权重诊断', 'Diagnostics of weights']),
  'estimates.csv': format('rows', EstimateRow, ['估计值', 'Estimates']),
  'comparisons.csv': format('rows', ComparisonRow, ['组间差异', 'Differences between levels']),
  'design-comparison.csv': format('rows', DesignComparisonRow, ['设计比较', 'Comparison of designs']),
  'programme figures': format('rows', ProgrammeFigure, [
    '项目数字（变化、差距、成本等）',
    'Figures of the programme (changes, gaps, cost)',
  ]),
  'programme status.csv': format('rows', ProgrammeStatus, ['项目指标状态', 'Statuses of the programme']),
  'chart.csv': format('rows', ChartDataRow, ['图表数据', 'Numbers behind a chart']),
  'published.csv': format('rows', PublishedValue, ['已发布数字', 'Figures published elsewhere']),
  'province-population.csv': format('rows', ProvincePopulation, ['分省人口', 'Population of provinces']),
};
