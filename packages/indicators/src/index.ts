export { CalibrationRecord } from '@wavebook/schema';
export { always, type Breakdown, breakdownOf } from './breakdown.ts';
export { calibratedDesign, calibrationColumns } from './calibration-record.ts';
export { type EstimatePlan, estimateWaves } from './estimate-waves.ts';
export { evaluateIndicators } from './evaluate.ts';
export { universeMask } from './universe.ts';
export { readWeightedWave, type WeightedWave } from './weighted-wave.ts';
