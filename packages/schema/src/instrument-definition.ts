import { Label } from './label.ts';
import { Instrument } from './snapshot.ts';
import { Variable } from './variable.ts';
import { z } from './zod.ts';

/** A kind of record that an instrument gives: its unit of observation, the variables that identify one, and all its variables. */
export const RecordDefinition = z.strictObject({
  name: z.string().regex(/^[a-z][a-z_]*$/),
  label: Label,
  unit_of_observation: Label,
  key: z.array(z.string()).min(1),
  variables: z.array(Variable).readonly(),
});
export type RecordDefinition = z.infer<typeof RecordDefinition>;

/** A questionnaire: what it is, and the records that it gives. */
export const InstrumentDefinition = z.strictObject({
  id: Instrument,
  label: Label,
  description: Label,
  records: z.array(RecordDefinition).min(1),
});
export type InstrumentDefinition = z.infer<typeof InstrumentDefinition>;
