import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ManifestWave, Snapshot } from '@wavebook/schema';
import { type SurveyDesign, surveyDesign } from '@wavebook/survey-stats';
import { numbersOf, readArrow, type Table, textOf } from '@wavebook/tables';
import { CalibrationRecord, calibratedDesign } from './calibration-record.ts';

/** A weighted wave ready for estimation: its records, the design with final weights, and the same design with every weight 1. */
export interface WeightedWave {
  readonly wave: ManifestWave;
  readonly records: Table;
  /** Household members, one row each, with `household_weight`. */
  readonly members: Table;
  readonly design: SurveyDesign;
  readonly unweighted: SurveyDesign;
}

const idsOf = (records: Table, name: string): string[] => {
  const column = textOf(records, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? '');
};

/**
 * Reads a wave of `data/weighted`. Where weights were calibrated the design carries the calibration variables, so that variances use
 * residuals; calibrated weights are never taken as fixed.
 */
export async function readWeightedWave(folder: string, wave: ManifestWave): Promise<WeightedWave> {
  const path = join(folder, wave.instrument, wave.wave);
  const records = await readArrow(join(path, 'respondents.arrow'));
  const snapshot = Snapshot.parse(JSON.parse(await readFile(join(path, 'snapshot.json'), 'utf8')));
  const calibration = CalibrationRecord.parse(
    JSON.parse(await readFile(join(path, 'calibration.json'), 'utf8')),
  );
  const strata = idsOf(records, 'stratum');
  const psu = idsOf(records, 'psu');
  const lonelyPsu = snapshot.design.lonely_psu;
  const base = surveyDesign({ weight: numbersOf(records, 'base_weight'), strata, psu, lonelyPsu });
  return {
    wave,
    records,
    members: await readArrow(join(path, 'members.arrow')),
    design: calibratedDesign(base, records, calibration),
    unweighted: surveyDesign({ weight: new Float64Array(records.rows).fill(1), strata, psu, lonelyPsu }),
  };
}
