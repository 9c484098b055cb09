import type { Measure } from '@wavebook/schema';
import { numbersOf, type Table, textOf } from '@wavebook/tables';
import { hasAnswers } from './has-answers.ts';
import type { Measured } from './measured.ts';
import { universeMask } from './universe.ts';

const knownOwners = new WeakMap<Table, { records: Table; rows: Int32Array }>();

/** Member → row of the respondent, −1 for one whose respondent is not there; worked out once a wave. */
function ownersOf(records: Table, members: Table): Int32Array {
  const known = knownOwners.get(members);
  if (known?.records === records) return known.rows;
  const ids = textOf(records, 'respondent_id');
  const rowOf = new Map(Array.from(ids.codes, (code, row) => [ids.levels[code] ?? '', row]));
  const owner = textOf(members, 'respondent_id');
  const rows = owner.codes.map((code) => rowOf.get(owner.levels[code] ?? '') ?? -1);
  knownOwners.set(members, { records, rows });
  return rows;
}

/**
 * Evaluates a share among household members. Members whose eligibility cannot be told are left out; undefined when the wave's roster lacks
 * one of the variables.
 */
export function membersMeasured(
  records: Table,
  members: Table,
  measure: Extract<Measure, { kind: 'member_share' }>,
): Measured[] | undefined {
  const chosen = universeMask(members, measure.where);
  if (!chosen || !hasAnswers(members, measure.variable)) return undefined;
  const owners = ownersOf(records, members);
  const weight = numbersOf(members, 'household_weight');
  const final = numbersOf(records, 'final_weight');
  const answers = textOf(members, measure.variable);
  const counted = answers.levels.map((level) => (measure.codes.includes(level) ? 1 : 0));

  const row: number[] = [];
  const value: number[] = [];
  const share: number[] = [];
  const y = new Float64Array(records.rows);
  const x = new Float64Array(records.rows);
  for (let i = 0; i < members.rows; i++) {
    const respondent = owners[i] as number;
    if (!chosen[i] || respondent < 0) continue;
    const part = (weight[i] as number) / (final[respondent] as number);
    const answer = counted[answers.codes[i] as number];
    row.push(respondent);
    value.push(answer ?? Number.NaN);
    share.push(part);
    if (answer === undefined) continue;
    x[respondent] = (x[respondent] as number) + part;
    y[respondent] = (y[respondent] as number) + part * answer;
  }
  for (let i = 0; i < x.length; i++)
    if (x[i] === 0) {
      x[i] = Number.NaN;
      y[i] = Number.NaN;
    }
  return [
    {
      category: '',
      y,
      x,
      members: { row: Int32Array.from(row), y: Float64Array.from(value), share: Float64Array.from(share) },
    },
  ];
}
