export {
  type ChangeDfRule,
  type ChangeOptions,
  changeBetween,
  type SurveyChange,
  type WaveEstimate,
  type WaveOverlap,
} from './change/change-between.ts';
export type { CollapsedStratum, CollapseOptions } from './design/collapse-strata.ts';
export { degreesOfFreedom } from './design/degrees-of-freedom.ts';
export { type DomainCells, domainCells } from './design/domain-cells.ts';
export type { JointBlock, JointProbabilities } from './design/joint-probabilities.ts';
export { reweight } from './design/reweight.ts';
export type { SamplingStage } from './design/sampling-stage.ts';
export { type DesignInput, type LonelyPsu, type SurveyDesign, surveyDesign } from './design/survey-design.ts';
export type { PpsEstimator, PpsInput, UnequalProbabilities } from './design/unequal-probabilities.ts';
export { pbeta, qbeta } from './distributions/beta.ts';
export { pf } from './distributions/fisher.ts';
export { pchisq } from './distributions/gamma.ts';
export { pnorm, qnorm } from './distributions/normal.ts';
export { lgamma } from './distributions/stirling-error.ts';
export { pt, qt } from './distributions/student.ts';
export { type DeltaEstimate, type DeltaOptions, deltaMethod } from './estimation/delta-method.ts';
export { domainInfluenceVariance } from './estimation/domain-influence.ts';
export { type GeometricMeanOptions, geometricMean } from './estimation/geometric-mean.ts';
export { gini } from './estimation/gini.ts';
export type { Gradient, SmoothFunction } from './estimation/gradient.ts';
export { influenceCovariance } from './estimation/influence-covariance.ts';
export {
  type JointEstimates,
  type JointOptions,
  jointEstimates,
  jointMeans,
} from './estimation/joint-estimates.ts';
export type { Bandwidth } from './estimation/kernel-density.ts';
export { type LowPayOptions, type LowPayShare, lowPayShare } from './estimation/low-pay-share.ts';
export {
  type Interval,
  type IntervalMethod,
  kornGraubardEffectiveSize,
  type ProportionIntervalInput,
  proportionInterval,
} from './estimation/proportion-interval.ts';
export type { Statistic } from './estimation/statistic.ts';
export { type BatchOptions, type BatchStatistic, surveyBatch } from './estimation/survey-batch.ts';
export { type ContrastOptions, type SurveyContrast, surveyContrast } from './estimation/survey-contrast.ts';
export {
  type ContrastsOptions,
  type SurveyContrasts,
  surveyContrasts,
} from './estimation/survey-contrasts.ts';
export { surveyCorrelation } from './estimation/survey-correlation.ts';
export { surveyCovariance, surveyVariance } from './estimation/survey-covariance.ts';
export type { DfRule, EstimateOptions, SurveyEstimate } from './estimation/survey-estimate.ts';
export { type FunctionOptions, surveyFunction } from './estimation/survey-function.ts';
export { type LorenzOptions, type LorenzPoint, surveyLorenz } from './estimation/survey-lorenz.ts';
export { surveyMean } from './estimation/survey-mean.ts';
export { surveyProportion } from './estimation/survey-proportion.ts';
export { type QuantileOptions, surveyQuantile } from './estimation/survey-quantile.ts';
export { surveyRatio } from './estimation/survey-ratio.ts';
export { type ShareOptions, surveyShare } from './estimation/survey-share.ts';
export { surveyTotal } from './estimation/survey-total.ts';
export type { QuantileRule } from './estimation/weighted-quantile.ts';
export { adjustPValues, type PAdjustment } from './hypothesis-tests/adjust-p-values.ts';
export {
  type IndependenceInput,
  type IndependenceStatistic,
  type IndependenceTest,
  independenceTest,
} from './hypothesis-tests/independence-test.ts';
export type { RankTest, TieRule } from './hypothesis-tests/rank-scores.ts';
export {
  type RankDifference,
  type RankTestInput,
  type SurveyRankTest,
  surveyRankTest,
} from './hypothesis-tests/survey-rank-test.ts';
export { surveyTTest, type TTest, type TTestInput } from './hypothesis-tests/survey-t-test.ts';
export {
  type SurveyTable,
  type SurveyTableCell,
  type SurveyTableInput,
  surveyTable,
} from './hypothesis-tests/survey-table.ts';
export type { TwoWayInput } from './hypothesis-tests/two-way-cells.ts';
export {
  averageMarginalEffects,
  type MarginalEffect,
  type MarginalEffectOptions,
} from './models/average-marginal-effects.ts';
export { type CodedVariable, type Covariate, dummyVariables, type FactorLevel } from './models/covariate.ts';
export type { RegressionFamily } from './models/family.ts';
export type { ModelInfluence, RegressionInput } from './models/model-influence.ts';
export {
  type OaxacaDecomposition,
  type OaxacaInput,
  type OaxacaReference,
  type OaxacaVariable,
  oaxaca,
} from './models/oaxaca.ts';
export {
  type PredictiveMargin,
  type PredictiveMarginOptions,
  predictiveMargins,
} from './models/predictive-margins.ts';
export type { CovariateSampling } from './models/row-averages.ts';
export { type Coefficient, type SurveyRegression, surveyRegression } from './models/survey-regression.ts';
export type { TestedEstimate } from './models/tested-estimate.ts';
export { type WaldTest, waldTest } from './models/wald-test.ts';
export { assessQuality, type QualityInput, type QualityRuleName } from './quality/assess-quality.ts';
export { type CountQualityInput, countQuality } from './quality/count-quality.ts';
export { type GeneralQualityInput, generalQuality } from './quality/general-quality.ts';
export { type ProportionQualityInput, proportionQuality } from './quality/proportion-quality.ts';
export type { Quality, QualityVerdict } from './quality/quality.ts';
export {
  DHS,
  NCHS_30_30,
  type QualityThresholds,
  STATCAN_CV,
  type ThresholdQualityInput,
  thresholdQuality,
} from './quality/threshold-quality.ts';
export { calibrateReplicates } from './replication/calibrate-replicates.ts';
export {
  type GivenReplicates,
  type GivenReplicateType,
  givenReplicates,
} from './replication/given-replicates.ts';
export { hadamard } from './replication/hadamard.ts';
export { type ReplicateEstimate, replicateEstimate } from './replication/replicate-estimate.ts';
export {
  type PsuReplicates,
  type ReplicateMethod,
  type ReplicateOptions,
  type ReplicateWeights,
  type RowReplicates,
  replicateWeights,
} from './replication/replicate-weights.ts';
export { type CalibrationInput, type CalibrationPartition, calibrate } from './weighting/calibrate.ts';
export { type CalibrationBoundsInput, calibrationBounds } from './weighting/calibration-bounds.ts';
export type { CalibrationOptions } from './weighting/calibration-factors.ts';
export type { CalibrationKind } from './weighting/calibration-function.ts';
export type { CalibrationLayer } from './weighting/calibration-layer.ts';
export type { BoundsOn } from './weighting/factor-limits.ts';
export type { FeasibleBounds } from './weighting/feasible-bounds.ts';
export { effectiveSampleSize, kishDesignEffect } from './weighting/kish-design-effect.ts';
export type { Margin, MarginResult } from './weighting/margins.ts';
export type { MergedClass } from './weighting/merged-classes.ts';
export {
  type NonresponseClass,
  type NonresponseInput,
  type NonresponseResult,
  nonresponseClasses,
  type ResponseClasses,
  type ResponseStatus,
} from './weighting/nonresponse-classes.ts';
export { type PoststratifyOptions, poststratify } from './weighting/poststratify.ts';
export { rIndicator } from './weighting/r-indicator.ts';
export { type RakeOptions, type RakeResult, rake } from './weighting/rake.ts';
export {
  type PropensityInput,
  type PropensityResult,
  responsePropensity,
} from './weighting/response-propensity.ts';
export { restoreCalibration, type StoredCalibration } from './weighting/restore-calibration.ts';
export { type StandardiseInput, standardise } from './weighting/standardise.ts';
export { standardisedDifference } from './weighting/standardised-difference.ts';
export {
  type TrimAndCalibrateOptions,
  type TrimAndCalibrateResult,
  trimAndCalibrate,
} from './weighting/trim-and-calibrate.ts';
export { type TrimLimits, type TrimRule, trimLimits } from './weighting/trim-limits.ts';
export { type TrimOptions, type TrimResult, trimWeights } from './weighting/trim-weights.ts';
export {
  type DiagnosticOptions,
  type MarginDiagnostic,
  type Spread,
  type WeightDiagnostics,
  type WeightsSummary,
  weightDiagnostics,
} from './weighting/weight-diagnostics.ts';
