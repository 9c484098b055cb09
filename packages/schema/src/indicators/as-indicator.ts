import { type Indicator, Topic } from '../indicator.ts';
import type { IndicatorDefinition } from '../indicator-definition.ts';
import { Measure } from '../measure.ts';
import { measureIn } from './measure-in.ts';

const kinds: ReadonlySet<string> = new Set(Measure.options.map(({ shape }) => shape.kind.value));

/** A definition as a chapter estimates it; undefined where the monitoring survey does not measure it or no chapter makes its kind. */
export function asIndicator(definition: IndicatorDefinition): Indicator | undefined {
  const { topic } = definition;
  if (definition.status !== 'measurable' || topic === 'programme') return undefined;
  if (definition.record !== 'respondent' || !definition.instruments.includes('monitoring')) return undefined;
  if (!kinds.has(definition.measure.kind)) return undefined;
  const { id, label, definition: text, universe_label, unit, direction, dont_know, source } = definition;
  return {
    id,
    topic: Topic.parse(topic),
    label,
    definition: text,
    universe_label,
    ...measureIn(definition, 'monitoring'),
    unit,
    direction,
    dont_know: dont_know === 'as_no' ? 'not_applicable' : dont_know,
    source,
  } as Indicator;
}
