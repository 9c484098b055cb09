import { type Cells, textAt } from '@wavebook/harmonise';
import type { RecordRule, RecordView } from '@wavebook/schema/rules';
import { answeredIn } from './answered-in.ts';
import type { EditLog } from './log.ts';
import type { MovingView } from './record-view.ts';

/** Where a rule finds the records: their cells, and the raw column of each variable. */
export interface RuleInput {
  readonly rows: number;
  readonly respondents: ReadonlyMap<string, Cells>;
  readonly rawColumns: ReadonlyMap<string, string>;
}

const leavesFlagged: ReadonlySet<RecordRule['phase']> = new Set(['answers', 'comparison']);

/**
 * Runs the rules of one phase over all records. A rule is judged where everything that it needs is answered; one whose variables the wave
 * lacks is not judged at all.
 */
export function runRecordRules(
  rules: readonly RecordRule[],
  { rows, respondents, rawColumns }: RuleInput,
  { view, to }: MovingView<RecordView>,
  log: EditLog,
): void {
  for (const rule of rules) {
    const answered = answeredIn(rule.needs, respondents, rows);
    if (!answered) continue;
    const reported = respondents.get(rule.variable);
    let judged = 0;
    for (let row = 0; row < rows; row++) {
      if (answered[row] === 0) continue;
      if (rule.unless?.some((code) => log.has(row, code))) continue;
      judged += 1;
      to(row);
      if (!rule.fails(view)) continue;
      if (leavesFlagged.has(rule.phase) && log.isFlagged(row, rule.variable)) continue;
      const value = reported ? (textAt(reported, row) ?? '') : '';
      log.report({ row, code: rule.code, variable: rule.variable, value, message: rule.label.en });
      for (const name of rule.clears ?? []) {
        const cleared = respondents.get(name);
        if (cleared && cleared.reasons[row] === 0)
          log.invalidate(cleared, row, rule.code, name, rawColumns.get(name) ?? '');
      }
    }
    log.judge(rule.id, judged);
  }
}
