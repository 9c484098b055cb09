import {
  type Cells,
  harmonise,
  reasonCodes,
  recordsOf,
  textAt,
  type VariableForm,
} from '@wavebook/harmonise';
import {
  type AuditEntry,
  type Codebook,
  type Issue,
  type IssueCode,
  issueLabel,
  issueRules,
  type PlaceMatching,
  type Variable,
} from '@wavebook/schema';
import { monthIndex, type RecordRule, recordRules } from '@wavebook/schema/rules';
import { DataError, type Table } from '@wavebook/tables';
import { applyRouting } from './apply-routing.ts';
import { checkRoster } from './check-roster.ts';
import { deriveVariables } from './derive/derive-variables.ts';
import { deriveHousehold } from './derive-household.ts';
import { designColumns } from './design-columns.ts';
import { flagOutliers } from './flag-outliers.ts';
import { identifiersOf, repeatedIn } from './identifiers.ts';
import { judgeCells } from './judge-cells.ts';
import { EditLog } from './log.ts';
import { memberTable } from './member-table.ts';
import { flagNearDuplicates } from './near-duplicates.ts';
import { placeMatching } from './quality/place-matching.ts';
import { recordView } from './record-view.ts';
import { runRecordRules } from './run-record-rules.ts';
import { unitTable } from './unit-table.ts';

export interface CleanWave {
  readonly respondents: Table;
  readonly members: Table;
  /** The variable that identifies a record, and the variables of a record. */
  readonly key: string;
  readonly unit: readonly Variable[];
  /** On how many records, members or cells each rule was judged. */
  readonly judged: ReadonlyMap<string, number>;
  readonly places: PlaceMatching[];
  readonly forms: readonly VariableForm[];
  readonly issues: Issue[];
  readonly audit: AuditEntry[];
  readonly rowsIn: number;
  /** Rows that left, by code. */
  readonly removed: Record<string, number>;
  readonly unmapped: readonly string[];
  readonly notAsked: readonly string[];
  readonly recalled: readonly string[];
  readonly questions: Readonly<Record<string, string>>;
}

export interface CleanOptions {
  readonly synthetic: boolean;
  readonly instrument: string;
  readonly wave: string;
  /** Side file with `respondent_id`, `stratum` and `psu` where the sampled design is known. */
  readonly design?: Table | undefined;
}

const missing = reasonCodes.indexOf('missing');

const reportRecords = (rows: number, cells: ReadonlyMap<string, Cells>, log: EditLog, key: string): void => {
  const weight = cells.get('survey_weight');
  const province = cells.get('province');
  for (let row = 0; row < rows; row++) {
    const w = weight?.kind === 'number' ? (weight.values[row] as number) : Number.NaN;
    if (weight && !(w > 0))
      log.report({
        row,
        code: 'missing_weight',
        variable: 'survey_weight',
        value: Number.isNaN(w) ? '' : String(w),
        message: 'no positive weight',
      });
    if (province && textAt(province, row) === null && province.reasons[row] === missing)
      log.report({
        row,
        code: 'unknown_province',
        variable: 'province',
        value: '',
        message: 'no province',
      });
  }
  const id = cells.get(key);
  for (const row of repeatedIn(id))
    log.report({
      row,
      code: 'duplicate_respondent_id',
      variable: key,
      value: textAt(id as Cells, row) ?? '',
      message: 'the identifier stands in an earlier row; this one is left out',
    });
};

const reportUnusual = (
  rows: number,
  cells: ReadonlyMap<string, Cells>,
  unit: readonly Variable[],
  log: EditLog,
): void => {
  for (const variable of unit) {
    const column = cells.get(variable.name);
    if (!variable.usual || column?.kind !== 'number') continue;
    const [low, high] = variable.usual;
    for (let row = 0; row < rows; row++) {
      const value = column.values[row] as number;
      if (value < low || value > high)
        log.report({
          row,
          code: 'unusual_value',
          variable: variable.name,
          value: String(value),
          message: `outside the usual range ${low} to ${high}; kept`,
        });
    }
  }
};

/** Throws when a code whose action is `reject` stands in more than its allowed share of the rows; all rows were read by then. */
export function checkRejects(shown: string, rowsIn: number, issues: readonly Issue[]): void {
  const counts = new Map<IssueCode, number>();
  for (const issue of issues)
    if (issue.action === 'reject') counts.set(issue.code, (counts.get(issue.code) ?? 0) + 1);
  const failed = [...counts].filter(([code, count]) => count > (issueRules[code].allowedRate ?? 0) * rowsIn);
  const instrument = issues[0]?.instrument ?? '';
  const nameOf = (code: IssueCode): string => issueLabel(code, recordsOf(instrument).unitName).en;
  if (failed.length > 0)
    throw new DataError(
      `${shown}: ${failed.map(([code, count]) => `${count} of ${rowsIn} rows: ${nameOf(code)} (${code}; at most ${(issueRules[code].allowedRate ?? 0) * 100} % allowed)`).join('; ')}`,
    );
}

/**
 * Cleans the raw records of a wave: recodes them to canonical variables, applies edit rules and routing, derives variables, and takes out
 * the records that are out of scope or rejected. Bad data become issue rows; nothing is dropped without one. The order of the raw rows
 * decides only which of two records with one identifier is the later one.
 */
export function cleanWave(raw: Table, codebook: Codebook, options: CleanOptions): CleanWave {
  const wave = harmonise(raw, codebook, options);
  const { respondents, rawColumns, unit, key } = wave;
  const identifiers = identifiersOf(wave.rows, respondents.get(key));
  const { unitName } = recordsOf(options.instrument);
  const idOf = (row: number): string => identifiers.levels[identifiers.codes[row] as number] as string;
  const log = new EditLog({ instrument: options.instrument, wave: options.wave, idOf });

  for (const issue of wave.issues) {
    const code = issue.variable === 'province' ? 'unknown_province' : issue.code;
    log.report({
      ...issue,
      code,
      message: [issueLabel(code, unitName).en, issue.hint].filter(Boolean).join('; '),
    });
    log.change(issue.row, code, issue.variable, issue.rawColumn, issue.value);
  }
  judgeCells(wave, log);
  const places = placeMatching(wave, log.issues);
  reportRecords(wave.rows, respondents, log, key);
  const design = options.design ? designColumns(options.design, key, identifiers, log) : new Map();
  const { instrument, interview } = codebook;
  const view = recordView(respondents, codebook);
  const run = (phase: RecordRule['phase']): void =>
    runRecordRules(
      recordRules.filter((rule) => rule.phase === phase),
      wave,
      view,
      log,
    );
  run('dates');
  deriveVariables(wave.rows, respondents, unit, { instrument, interview, only: ['age'] });
  run('scope');
  const now = monthIndex(interview.year, interview.month);
  checkRoster(wave, codebook, now, log);
  deriveHousehold(wave, now);
  deriveVariables(wave.rows, respondents, unit, { instrument, interview });
  applyRouting(wave.rows, respondents, unit, rawColumns, log);
  reportUnusual(wave.rows, respondents, unit, log);
  run('answers');
  flagOutliers(wave.rows, respondents, unit, log);
  run('comparison');
  flagNearDuplicates(wave, log);

  const removed: Record<string, number> = {};
  for (const code of log.removed.values()) removed[code] = (removed[code] ?? 0) + 1;
  const kept = Array.from({ length: wave.rows }, (_, row) => row).filter((row) => !log.removed.has(row));
  return {
    respondents: unitTable(wave, kept, identifiers, design),
    members: memberTable(wave, kept, identifiers, now),
    key,
    unit,
    judged: log.judged,
    places,
    forms: wave.forms,
    issues: log.issues.sort(
      (a, b) => a.row - b.row || (a.variable < b.variable ? -1 : a.variable > b.variable ? 1 : 0),
    ),
    audit: log.audit.sort(
      (a, b) => a.row - b.row || (a.variable < b.variable ? -1 : a.variable > b.variable ? 1 : 0),
    ),
    rowsIn: wave.rows,
    removed,
    unmapped: wave.unmapped,
    notAsked: wave.notAsked,
    recalled: wave.recalled,
    questions: wave.questions,
  };
}
