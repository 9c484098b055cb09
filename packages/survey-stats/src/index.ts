export { degreesOfFreedom } from './design/degrees-of-freedom.ts';
export { type DomainCells, domainCells } from './design/domain-cells.ts';
export type { SamplingStage } from './design/sampling-stage.ts';
export { type DesignInput, type LonelyPsu, type SurveyDesign, surveyDesign } from './design/survey-design.ts';
export { pbeta, qbeta } from './distributions/beta.ts';
export { pf } from './distributions/fisher.ts';
export { pchisq } from './distributions/gamma.ts';
export { pnorm, qnorm } from './distributions/normal.ts';
export { lgamma } from './distributions/stirling-error.ts';
export { pt, qt } from './distributions/student.ts';
export { influenceCovariance } from './estimation/influence-covariance.ts';
export {
  type Interval,
  type IntervalMethod,
  kornGraubardEffectiveSize,
  type ProportionIntervalInput,
  proportionInterval,
} from './estimation/proportion-interval.ts';
export { type ContrastOptions, type SurveyContrast, surveyContrast } from './estimation/survey-contrast.ts';
export type { EstimateOptions, SurveyEstimate } from './estimation/survey-estimate.ts';
export { surveyMean } from './estimation/survey-mean.ts';
export { surveyProportion } from './estimation/survey-proportion.ts';
export { type QuantileOptions, surveyQuantile } from './estimation/survey-quantile.ts';
export { surveyRatio } from './estimation/survey-ratio.ts';
export { surveyTotal } from './estimation/survey-total.ts';
export type { QuantileRule } from './estimation/weighted-quantile.ts';
export { type CountQualityInput, countQuality } from './quality/count-quality.ts';
export { type GeneralQualityInput, generalQuality } from './quality/general-quality.ts';
export { type ProportionQualityInput, proportionQuality } from './quality/proportion-quality.ts';
export type { Quality, QualityVerdict } from './quality/quality.ts';
export {
  type ReplicateMethod,
  type ReplicateOptions,
  type ReplicateWeights,
  replicateWeights,
} from './replication/replicate-weights.ts';
export { type CalibrationInput, calibrate } from './weighting/calibrate.ts';
export type { CalibrationKind } from './weighting/calibration-function.ts';
export type { CalibrationLayer } from './weighting/calibration-layer.ts';
export { effectiveSampleSize, kishDesignEffect } from './weighting/kish-design-effect.ts';
export type { Margin, MarginResult } from './weighting/margins.ts';
export { type PoststratifyOptions, poststratify } from './weighting/poststratify.ts';
export { type RakeOptions, type RakeResult, rake } from './weighting/rake.ts';
export { restoreCalibration, type StoredCalibration } from './weighting/restore-calibration.ts';
export { type TrimOptions, type TrimResult, trimWeights } from './weighting/trim-weights.ts';
