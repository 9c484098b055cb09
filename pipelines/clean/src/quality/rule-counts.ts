import type { Issue, RuleCount } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import { cleaningRules, ruleOf } from '@wavebook/schema/rules';

/** How often each rule that could be judged was broken, in the order of the table of rules. */
export function ruleCounts(
  instrument: string,
  judged: ReadonlyMap<string, number>,
  issues: readonly Pick<Issue, 'code' | 'variable'>[],
): RuleCount[] {
  const definition = Object.values(instruments).find(({ id }) => id === instrument);
  if (!definition) throw new Error(`ruleCounts: unknown instrument "${instrument}"`);
  const counts = new Map<string, number>();
  for (const { code, variable } of issues) {
    const rule = ruleOf(code, variable);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return cleaningRules(definition).flatMap(({ id, code, severity, action }) => {
    const of = judged.get(id);
    if (of === undefined) return [];
    const count = counts.get(id) ?? 0;
    return [
      { rule: id, code, severity, action, judged: of, count, share: of === 0 ? 0 : Math.min(1, count / of) },
    ];
  });
}
