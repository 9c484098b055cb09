import type { Variable } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';

/** The variables of an instrument's records: of its unit (a person, an enterprise) and of what belongs to a unit (members, children, vacancies). */
export interface InstrumentRecords {
  /** The variable that identifies a unit. */
  readonly key: string;
  /** The name of the unit's record: `respondent`, `enterprise`. */
  readonly unitName: string;
  readonly unit: readonly Variable[];
  readonly members: readonly Variable[];
}

/** The records of an instrument by its id, as the schema defines them. Throws for an instrument that the schema does not know. */
export function recordsOf(instrument: string): InstrumentRecords {
  const definition = Object.values(instruments).find(({ id }) => id === instrument);
  const [unit, members] = definition?.records ?? [];
  const key = unit?.key[0];
  if (!unit || key === undefined)
    throw new Error(`recordsOf: expected one of ${Object.keys(instruments).join(', ')}; got "${instrument}"`);
  return { key, unitName: unit.name, unit: unit.variables, members: members?.variables ?? [] };
}
