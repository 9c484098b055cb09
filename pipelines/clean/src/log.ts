import { type Cells, setMissing, textAt } from '@wavebook/harmonise';
import { type AuditEntry, type Issue, type IssueCode, issueRules } from '@wavebook/schema';

/** What an edit found: the row from 0, the variable named in the report, and the raw value where there is one. */
export interface Finding {
  readonly row: number;
  readonly code: IssueCode;
  readonly variable: string;
  readonly value: string;
  readonly message: string;
}

/** Collects issues and audit entries of a wave, and carries out each code's action. */
export class EditLog {
  readonly issues: Issue[] = [];
  readonly audit: AuditEntry[] = [];
  /** Rows that leave the records, by the first code that took them out. */
  readonly removed = new Map<number, IssueCode>();
  private readonly about: { instrument: string; wave: string; idOf: (row: number) => string };

  constructor(about: { instrument: string; wave: string; idOf: (row: number) => string }) {
    this.about = about;
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
    if ((rule.action === 'reject' || rule.action === 'out_of_scope') && !this.removed.has(finding.row))
      this.removed.set(finding.row, finding.code);
  }

  /** Records a changed cell. */
  change(row: number, code: IssueCode, variable: string, rawColumn: string, oldValue: string): void {
    this.audit.push({
      row: row + 1,
      respondent_id: this.about.idOf(row),
      variable,
      raw_column: rawColumn,
      old_value: oldValue,
      new_value: 'invalid',
      code,
    });
  }

  /** Empties a cell as `invalid` and records what stood there. */
  invalidate(cells: Cells, row: number, code: IssueCode, variable: string, rawColumn: string): void {
    this.change(row, code, variable, rawColumn, textAt(cells, row) ?? '');
    setMissing(cells, row, 'invalid');
  }
}
