import type { ChartSpec } from './vega-lite.ts';

/**
 * Adds facts about a chart, such as the ids and input hashes behind it, to the spec's `usermeta`. Earlier facts of
 * the same name are replaced; `chart` belongs to the builders.
 *
 * @returns a new spec.
 * @example withUsermeta(spec, { estimates: ['a1b2'], inputs: { 'estimates.csv': 'sha256…' } })
 */
export function withUsermeta(spec: ChartSpec, facts: Readonly<Record<string, unknown>>): ChartSpec {
  if ('chart' in facts)
    throw new Error('withUsermeta: "chart" is kept for the builders; choose another name');
  return { ...structuredClone(spec), usermeta: { ...spec.usermeta, ...structuredClone(facts) } };
}
