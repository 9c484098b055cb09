import { type Cells, setMissing, textAt } from '@wavebook/harmonise';
import { type AuditEntry, type Issue, type IssueCode, issueRules } from '@wavebook/schema';
import { ruleOf } from '@wavebook/schema/rules';

/** What an edit found: the row from 0, the variable named in the report, and the raw value where there is one. */
export interface Finding {
  readonly row: number;
  readonly code: IssueCode;
  readonly variable: string;
  readonly value: string;
  readonly message: string;
}

/** Which rows a log is of. */
export interface LogContext {
  readonly instrument: string;
  readonly wave: string;
  /** The file of the wave, if it is not that of the records. */
  readonly file?: string;
  readonly idOf: (row: number) => string;
}

/** Collects issues and audit entries of a wave, carries out each code's action, and counts on how many records each rule was judged. */
export class EditLog {
  readonly issues: Issue[] = [];
  readonly audit: AuditEntry[] = [];
  /** Rows that leave the records, by the first code that took them out. */
  readonly removed = new Map<number, IssueCode>();
  /** How many records, members or cells a rule was judged on, by the rule. */
  readonly judged = new Map<string, number>();
  private readonly flagged = new Map<string, Set<number>>();
  private readonly rowsOf = new Map<IssueCode, Set<number>>();
  private readonly about: LogContext;

  constructor(about: LogContext) {
    this.about = about;
  }

  judge(rule: string, count: number): void {
    this.judged.set(rule, (this.judged.get(rule) ?? 0) + count);
  }

  isFlagged(row: number, variable: string): boolean {
    return this.flagged.get(variable)?.has(row) === true;
  }

  has(row: number, code: IssueCode): boolean {
    return this.rowsOf.get(code)?.has(row) === true;
  }

  report(finding: Finding): void {
    const rule = issueRules[finding.code];
    this.issues.push({
      row: finding.row + 1,
      code: finding.code,
      severity: rule.severity,
      action: rule.action,
      instrument: this.about.instrument,
      wave: this.about.wave,
      respondent_id: this.about.idOf(finding.row),
      variable: finding.variable,
      value: finding.value,
      message: finding.message,
    });
    const rows = this.flagged.get(finding.variable) ?? new Set();
    this.flagged.set(finding.variable, rows.add(finding.row));
    this.rowsOf.set(finding.code, (this.rowsOf.get(finding.code) ?? new Set()).add(finding.row));
    if ((rule.action === 'reject' || rule.action === 'out_of_scope') && !this.removed.has(finding.row))
      this.removed.set(finding.row, finding.code);
  }

  /** Records a cell that became invalid. */
  change(row: number, code: IssueCode, variable: string, rawColumn: string, oldValue: string): void {
    this.audit.push({
      row: row + 1,
      respondent_id: this.about.idOf(row),
      variable,
      raw_column: rawColumn,
      old_value: oldValue,
      new_value: 'invalid',
      code,
      rule: ruleOf(code, variable),
      file: this.about.file ?? '',
    });
  }

  /** Empties a cell as `invalid` and records what stood there. */
  invalidate(cells: Cells, row: number, code: IssueCode, variable: string, rawColumn: string): void {
    this.change(row, code, variable, rawColumn, textAt(cells, row) ?? '');
    setMissing(cells, row, 'invalid');
  }
}
