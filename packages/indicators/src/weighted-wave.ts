import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CalibrationRecord, type ManifestWave, Snapshot } from '@wavebook/schema';
import { type SurveyDesign, surveyDesign } from '@wavebook/survey-stats';
import { numbersOf, readArrow, type Table, textOf } from '@wavebook/tables';
import { calibratedDesign } from './calibration-record.ts';

/** A weighted wave ready for estimation: its records, the design with final weights, and the same design with every weight 1. */
export interface WeightedWave {
  readonly wave: ManifestWave;
  readonly records: Table;
  /** Household members, one row each, with `household_weight`. */
  readonly members: Table;
  readonly design: SurveyDesign;
  /** The design that the published file would force, where the true one is known: compared with it, not used for results. */
  readonly fallback?: { readonly name: string; readonly design: SurveyDesign };
  readonly unweighted: SurveyDesign;
  /** Month of the interviews where no codebook of the schema says it: that in which the field work began. */
  readonly interview?: { readonly year: number; readonly month: number };
}

/** Ids of a design variable; records whose place is not known form a cluster of their own in their stratum. */
const idsOf = (records: Table, name: string): string[] => {
  const column = textOf(records, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? 'unknown');
};

const hasValues = (records: Table, name: string): boolean => {
  const column = records.columns.get(name);
  return column?.kind === 'text' && column.codes.some((code) => code >= 0);
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
  const weight = numbersOf(records, 'base_weight');
  const base = surveyDesign({ weight, strata, psu, lonelyPsu });
  const cluster = hasValues(records, 'county') ? 'county' : 'prefecture';
  const fallback =
    snapshot.design.name === 'as_sampled' && hasValues(records, cluster)
      ? surveyDesign({
          weight,
          strata: idsOf(records, 'province'),
          psu: idsOf(records, cluster),
          lonelyPsu: 'average',
        })
      : undefined;
  const [year, month] = snapshot.field_dates[0].split('-').map(Number) as [number, number];
  return {
    wave,
    interview: { year, month },
    records,
    members: await readArrow(join(path, 'members.arrow')),
    design: calibratedDesign(base, records, calibration),
    ...(fallback
      ? {
          fallback: { name: `province_${cluster}`, design: calibratedDesign(fallback, records, calibration) },
        }
      : {}),
    unweighted: surveyDesign({ weight: new Float64Array(records.rows).fill(1), strata, psu, lonelyPsu }),
  };
}
