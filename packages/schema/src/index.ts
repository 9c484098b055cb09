export { Code, CodeList, codeList } from './code-list.ts';
export { codeLists } from './code-lists/index.ts';
export { prefectures } from './code-lists/prefecture.ts';
export { provinceFullNames, provinceRegions, surveyedProvinces } from './code-lists/province.ts';
export { Absence, Codebook, isUsableOnRealFile, layoutSignature, Mapping } from './codebook.ts';
export { codebooks } from './codebooks/index.ts';
export { ComparisonRow, comparisonColumns } from './comparison-row.ts';
export { Condition } from './condition.ts';
export { Confidence } from './confidence.ts';
export { DesignComparisonRow, designComparisonColumns } from './design-comparison-row.ts';
export { designLabels } from './design-label.ts';
export { EstimateRow, estimateColumns, Quality } from './estimate-row.ts';
export { Indicator, Measure, Topic } from './indicator.ts';
export { indicatorsByTopic } from './indicators/index.ts';
export {
  AuditEntry,
  Issue,
  IssueAction,
  IssueCode,
  type IssueRule,
  IssueSeverity,
  issueRules,
} from './issue.ts';
export { Label, type Language, languages } from './label.ts';
export { Manifest, ManifestWave } from './manifest.ts';
export { MissingReason, missingReasonLabels } from './missing-reason.ts';
export {
  ProvincePopulation,
  PublishedSourceKey,
  PublishedValue,
  provincePopulationColumns,
  publishedColumns,
} from './published-value.ts';
export { DesignSettings, Instrument, Snapshot } from './snapshot.ts';
export { unitLabels } from './unit.ts';
export { Variable } from './variable.ts';
export { memberVariables } from './variables/member.ts';
export { healthEducationItems, medicalSchemes, respondentVariables } from './variables/respondent.ts';
