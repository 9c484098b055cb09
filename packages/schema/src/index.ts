export { CalibrationRecord } from './calibration-record.ts';
export { ChartDataRow, chartDataColumns } from './chart-data-row.ts';
export { Code, CodeList, codeList } from './code-list.ts';
export { borderProvinces, isBorderCounty } from './code-lists/border.ts';
export {
  type DirectiveArea,
  type DirectiveGroup,
  directiveAreas,
  directiveGroups,
} from './code-lists/directives.ts';
export { codeLists } from './code-lists/index.ts';
export { type MigrantTypeTrait, migrantTypeTraits } from './code-lists/migrant-type.ts';
export { prefectures } from './code-lists/prefecture.ts';
export {
  provinceFullNames,
  provinceRegions,
  provinceRegionsThree,
  surveyedProvinces,
} from './code-lists/province.ts';
export {
  type PublicHealthServiceEdition,
  publicHealthServiceEditions,
} from './code-lists/public-health-service.ts';
export { schoolingYears } from './code-lists/schooling-years.ts';
export {
  Absence,
  Alias,
  AskedWithoutName,
  Claim,
  Codebook,
  isReadable,
  isUsableOnRealFile,
  layoutSignature,
  Mapping,
  OtherColumn,
} from './codebook.ts';
export { ComparisonRow, comparisonColumns } from './comparison-row.ts';
export { Condition } from './condition.ts';
export { Confidence } from './confidence.ts';
export { ControlRow } from './control-row.ts';
export { CostAssumptions, Setting } from './cost-assumptions.ts';
export { CodeCrosswalk, CodeCrosswalkRow, recode } from './crosswalks/code-crosswalk.ts';
export {
  CategoryShare,
  ClusterFunnel,
  ClusterRow,
  DataQuality,
  HeapingIndex,
  LayoutEvidence,
  MemberQuality,
  MissingCount,
  NumberFormCount,
  NumberSummary,
  PlaceMatching,
  PublishedComparison,
  RuleCount,
  SeriesRow,
  StraightLining,
} from './data-quality.ts';
export { DesignComparisonRow, designComparisonColumns } from './design-comparison-row.ts';
export { designLabels } from './design-label.ts';
export { DesignRow } from './design-row.ts';
export { EstimateRow, estimateColumns, Quality } from './estimate-row.ts';
export { EnteredValue, FrameworkFile } from './framework-file.ts';
export { inUniverse, type RecordValues } from './in-universe.ts';
export { Indicator, Topic } from './indicator.ts';
export {
  AnyMeasure,
  FurtherMeasure,
  IndicatorDefinition,
  IndicatorStandard,
  IndicatorTopic,
  IndicatorUnit,
  MeasurableIndicator,
  NotMeasurableIndicator,
  PartialBattery,
  PublishedIndicator,
} from './indicator-definition.ts';
export { InstrumentDefinition, RecordDefinition } from './instrument-definition.ts';
export {
  AuditEntry,
  Issue,
  IssueAction,
  IssueCode,
  type IssueRule,
  IssueSeverity,
  issueLabel,
  issueRules,
} from './issue.ts';
export { type IssueMessage, issueMessages } from './issue-messages.ts';
export { Label, type Language, languages } from './label.ts';
export { type CodebookName, codebook, codebookNames } from './load-codebook.ts';
export { crosswalks } from './load-crosswalks.ts';
export { indicators } from './load-indicators.ts';
export { Manifest, ManifestWave } from './manifest.ts';
export { Measure } from './measure.ts';
export { MissingReason, missingReasonLabels } from './missing-reason.ts';
export {
  type Arm,
  armLabels,
  type PilotSite,
  type ProgrammeCode,
  pilotSites,
  programmeLabels,
  type SiteRole,
  sitesOf,
} from './pilot-sites.ts';
export {
  ProgrammeActivity,
  ProgrammeBaseline,
  ProgrammeIndicator,
  ProgrammeOutcome,
  ProgrammeOutput,
  ProgrammeProgress,
  ProgrammeRisk,
  ProgrammeTarget,
  ResultsFramework,
} from './programme.ts';
export {
  ProgrammeFigure,
  ProgrammeStatus,
  programmeFigureColumns,
  programmeQuantities,
  programmeStatusColumns,
} from './programme-figure.ts';
export {
  ProvincePopulation,
  PublishedSourceKey,
  PublishedValue,
  provincePopulationColumns,
  publishedColumns,
} from './published-value.ts';
export { BaselineChild } from './records/baseline-child.ts';
export { BaselineEnterprise } from './records/baseline-enterprise.ts';
export { BaselineVacancy } from './records/baseline-vacancy.ts';
export { BaselineWorker } from './records/baseline-worker.ts';
export {
  Acceptance,
  AgeGroup,
  Agreement,
  BirthCohort,
  CarePlace,
  Challenge,
  ChangeDirection,
  ChildbirthPlace,
  ChronicDisease,
  CityCluster,
  Companions,
  Contraception,
  Contract,
  ContractHolder,
  ContributionBase,
  ContributionScope,
  Difficulty,
  DiscriminationPlace,
  DisputeSettlement,
  Education,
  EducationEight,
  EducationSeven,
  EmployerType,
  EmploymentStatus,
  EnrolmentPlace,
  EnterpriseSize,
  Ethnicity,
  FiveInsurances,
  FiveYearAge,
  Frequency,
  Friends,
  HealthRecord,
  Housing,
  HukouType,
  Icse18,
  Icse93,
  Illness,
  Importance,
  Industry,
  InsuranceScheme,
  IntendedStay,
  Isced,
  IscoMajorGroup,
  IsicSection,
  JobChannel,
  LeaveDestination,
  LeftBehindFamily,
  LengthOfStay,
  MainMarket,
  MaritalStatus,
  MigrantType,
  MigrationRange,
  MigrationReason,
  Occupation,
  OvertimePay,
  PayBasis,
  PensionKind,
  Province,
  PublicHealthService,
  ReasonNoCare,
  ReasonNotInsured,
  ReasonNotReached,
  ReasonNotWorking,
  RecruitmentObstacle,
  Region,
  RegionThree,
  Relation,
  Residence,
  ReturnFrequency,
  ReturnTime,
  SchoolKind,
  SelfRatedHealth,
  ServiceUse,
  Sex,
  SocialSecurityBranch,
  SocialSecurityCard,
  StartUpObstacle,
  StayIntention,
  TrainingContribution,
  TrainingKind,
  TrainingTime,
  TrainingTopic,
  TravelTime,
  TrueFalse,
  WhoPays,
  Willing,
  YesNo,
  YesNoNotSure,
} from './records/codes.ts';
export { Member } from './records/member.ts';
export { ResidentRespondent } from './records/resident-respondent.ts';
export { Respondent } from './records/respondent.ts';
export { type RowFormat, rowFormats } from './row-formats.ts';
export { DesignSettings, Instrument, Snapshot } from './snapshot.ts';
export { unitLabels } from './unit.ts';
export { QuestionConfidence, Variable } from './variable.ts';
export { variableUnits } from './variable-unit.ts';
export { memberVariables } from './variables/member.ts';
export {
  integrationItems,
  participationItems,
  reversedIntegrationItems,
} from './variables/monitoring/integration.ts';
export {
  healthEducationChannelItems,
  healthEducationItems,
  medicalSchemes,
  respondentVariables,
} from './variables/respondent.ts';
export { baselineTraits, monitoringTraits, type TraitRule } from './variables/traits.ts';
export { WeightDiagnostics } from './weight-diagnostics.ts';
export {
  WeightedMemberColumns,
  WeightedRespondentColumns,
  weightedColumnLabels,
} from './weighted-columns.ts';
