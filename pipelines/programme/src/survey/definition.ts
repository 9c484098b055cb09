import { indicators, type MeasurableIndicator } from '@wavebook/schema';

let known: Promise<ReadonlyMap<string, MeasurableIndicator>> | undefined;

/** Every measurable indicator by its id. */
export function definitions(): Promise<ReadonlyMap<string, MeasurableIndicator>> {
  known ??= indicators().then(
    (all) => new Map(all.flatMap((own) => (own.status === 'measurable' ? [[own.id, own] as const] : []))),
  );
  return known;
}

/** The baseline survey that measures an indicator; undefined where none does. */
export function baselineInstrument(
  definition: MeasurableIndicator,
): 'baseline-worker' | 'baseline-enterprise' | undefined {
  if (definition.instruments.includes('baseline-worker')) return 'baseline-worker';
  return definition.instruments.includes('baseline-enterprise') ? 'baseline-enterprise' : undefined;
}
