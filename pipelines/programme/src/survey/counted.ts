import type { MeasurableIndicator } from '@wavebook/schema';
import { numbersOr, texts } from './columns.ts';
import type { Round } from './round.ts';
import { valuesOf } from './values.ts';

/**
 * The records that an indicator counts in a round, as columns: the values, two weights, the design, and what groups them. A child or vacancy
 * has the design and the arm of its worker or enterprise.
 */
export interface Counted {
  readonly round: Round;
  readonly y: Float64Array;
  readonly x?: Float64Array;
  /** For estimates of the round. */
  readonly weight: Float64Array;
  /** For those who were followed; NaN for others. */
  readonly panelWeight: Float64Array;
  readonly id: readonly string[];
  readonly unit: readonly string[];
  readonly stratum: readonly string[];
  readonly psu: readonly string[];
  readonly arm: readonly string[];
  readonly part: readonly string[];
  readonly site: readonly string[];
  /** Where the unit is now is where it was first drawn. */
  readonly stays: readonly boolean[];
  readonly sex: readonly string[];
  readonly ageGroup: readonly string[];
  /** The age groups that there can be; none for enterprises. */
  readonly ages: readonly string[];
}

/** Age groups of workers, the young, for whom YEM works, apart; and of their children: before school, primary and lower secondary school. */
const workerAges = ['15-24', '25-34', '35+'] as const;
const childAges = ['0-5', '6-11', '12-15'] as const;

const workerAge = (age: number): string =>
  Number.isNaN(age) ? '' : age < 25 ? '15-24' : age < 35 ? '25-34' : '35+';
const childAge = (age: number): string =>
  Number.isNaN(age) || age > 15 ? '' : age < 6 ? '0-5' : age < 12 ? '6-11' : '12-15';

/** The records of a round that an indicator counts; undefined where the round did not ask for it. */
export function countedIn(round: Round, definition: MeasurableIndicator): Counted | undefined {
  const { units, side, key, wave } = round;
  const ofUnits = definition.record === 'respondent' || definition.record === 'enterprise';
  const records = ofUnits ? units : side;
  const values = valuesOf(wave, records, definition);
  if (!values) return undefined;
  const unit = texts(records, key);
  const places = new Map(texts(units, key).map((id, row) => [id, row]));
  const rows = ofUnits ? unit.map((_, row) => row) : unit.map((id) => places.get(id) as number);
  const own = (name: string): string[] => {
    const column = texts(units, name);
    return rows.map((row) => column[row] as string);
  };
  const [site, here] = [own('site_assigned'), own('site')];
  const weights = (name: string): Float64Array => {
    const column = numbersOr(units, name);
    const spouse = !ofUnits && units.columns.has('spouse_here') ? own('spouse_here') : undefined;
    return Float64Array.from(rows, (row, i) => (column[row] as number) / (spouse?.[i] === 'yes' ? 2 : 1));
  };
  const ages = numbersOr(records, 'age');
  const number = records.columns.has('child_number') ? texts(records, 'child_number') : undefined;
  return {
    round,
    ...values,
    weight: weights('final_weight'),
    panelWeight: weights('panel_weight'),
    id: unit.map((id, i) => (number ? `${id}/${number[i]}` : id)),
    unit,
    stratum: own('stratum'),
    psu: own('psu'),
    arm: own('arm'),
    part: own('sample_part'),
    site,
    stays: site.map((code, i) => code === here[i]),
    sex: records.columns.has('sex') ? texts(records, 'sex') : unit.map(() => ''),
    ageGroup: Array.from(ages, definition.record === 'child' ? childAge : workerAge),
    ages: definition.record === 'respondent' ? workerAges : definition.record === 'child' ? childAges : [],
  };
}
