import type { InstrumentDefinition } from '../instrument-definition.ts';
import type { Instrument } from '../snapshot.ts';
import { baselineEnterprise } from './baseline-enterprise.ts';
import { baselineWorker } from './baseline-worker.ts';
import { monitoring } from './monitoring.ts';
import { monitoringResidents } from './monitoring-residents.ts';

/** Every instrument, by its id. */
export const instruments: Readonly<Record<Instrument, InstrumentDefinition>> = {
  monitoring,
  'monitoring-residents': monitoringResidents,
  'baseline-worker': baselineWorker,
  'baseline-enterprise': baselineEnterprise,
};
