import type { MissingReason } from '../missing-reason.ts';
import type { Variable } from '../variable.ts';

/**
 * The same variables, each with the reasons for which its cell can be empty: none for `keys`; routing where there is a universe (and for
 * derived variables, which inherit the reasons of their parts); and the reasons of the instrument, `reasons`.
 */
export function withMissing(
  variables: readonly Variable[],
  keys: readonly string[],
  reasons: readonly MissingReason[],
): Variable[] {
  return variables.map((variable) => {
    if (variable.missing) return variable;
    if (keys.includes(variable.name)) return { ...variable, missing: [] };
    const routed = variable.universe !== undefined || variable.derived !== undefined;
    const own = reasons.filter((r) => routed || r !== 'not_applicable');
    return { ...variable, missing: own };
  });
}

/** Reasons of the monitoring survey: no code for a refusal is known in any wave, and 不清楚 is an answer. */
export const monitoringReasons: readonly MissingReason[] = [
  'not_asked',
  'not_applicable',
  'invalid',
  'missing',
];

/** Reasons of the designed instruments: every question can be refused or not known, which differs from a blank. */
export const designedReasons: readonly MissingReason[] = [
  'not_applicable',
  'refused',
  'dont_know',
  'invalid',
  'missing',
];
