import { type Cells, type HarmonisedWave, reasonCodes, textAt } from '@wavebook/harmonise';
import { type Codebook, memberVariables } from '@wavebook/schema';
import {
  type AnswerView,
  memberRules,
  type RecordView,
  type RosterRule,
  rosterRules,
  ruleOf,
} from '@wavebook/schema/rules';
import { alikeIn } from './alike.ts';
import { answeredIn } from './answered-in.ts';
import { ageAt } from './derive/dates.ts';
import { numberAt } from './derive/number-at.ts';
import type { EditLog } from './log.ts';
import { type MovingView, recordView } from './record-view.ts';
import { outsideOf } from './universe.ts';

const missing = reasonCodes.indexOf('missing');
const notApplicable = reasonCodes.indexOf('not_applicable');

const slotVariable = (slot: number, variable: string): string =>
  slot === 1 ? variable : `member_${slot}_${variable}`;

/** The variable that a rule on rosters reports: the relation of the slot, or the slot itself. */
const reported = (rule: RosterRule, slot: number): string =>
  rule.variable === '' ? `member_${slot}` : slotVariable(slot, rule.variable);

/** The number that each record shares with all whose roster has the same slots filled, with the same relations. */
function rostersOf({ rows, roster: { slots, filled } }: HarmonisedWave): Int32Array {
  let rosters: Int32Array = new Int32Array(rows);
  for (const [i, slot] of slots.entries()) {
    const relation = slot.get('relation');
    const { codes, levels } =
      relation && relation.kind !== 'number' ? relation : { codes: undefined, levels: [] };
    const part = new Int32Array(filled[i] as Uint8Array).map((is, row) => {
      const code = codes?.[row] ?? -1;
      return code < 0 ? is : code + 2;
    });
    rosters = alikeIn(rosters, part, levels.length + 2);
  }
  return rosters;
}

/** Rosters that are alike are looked at once. */
function runRosterRules(wave: HarmonisedWave, respondent: MovingView<RecordView>, log: EditLog): void {
  const { slots, filled } = wave.roster;
  const rules = rosterRules.filter((rule) => rule.needs.every((name) => slots[0]?.has(name)));
  const relationIn = (slot: number, row: number): string | null => {
    const relation = slots[slot]?.get('relation');
    return relation ? textAt(relation, row) : null;
  };
  const rosters = rostersOf(wave);
  const brokenBy = new Map<number, (readonly [RosterRule, readonly number[]])[]>();
  for (let row = 0; row < wave.rows; row++) {
    const number = rosters[row] as number;
    let broken = brokenBy.get(number);
    if (!broken) {
      const roster = slots.map((_, i) => ({ filled: filled[i]?.[row] === 1, relation: relationIn(i, row) }));
      broken = rules
        .map((rule) => [rule, rule.slots(roster)] as const)
        .filter(([, where]) => where.length > 0);
      brokenBy.set(number, broken);
    }
    if (broken.length === 0 || log.removed.has(row)) continue;
    respondent.to(row);
    for (const [rule, where] of broken) {
      if (rule.holdsFor?.(respondent.view) === false) continue;
      for (const slot of where)
        log.report({
          row,
          code: rule.code,
          variable: reported(rule, slot),
          value: relationIn(slot - 1, row) ?? '',
          message: rule.label.en,
        });
    }
  }
  for (const rule of rules) log.judge(rule.id, wave.rows - log.removed.size);
}

function runMemberRules(
  { rows, roster: { slots, columns } }: HarmonisedWave,
  respondent: MovingView<RecordView>,
  log: EditLog,
): void {
  const [first] = slots;
  if (!first) return;
  for (const [i, slot] of slots.entries()) {
    if (i === 0) continue;
    let at = 0;
    const view: AnswerView = {
      number: (variable) => numberAt(slot.get(variable), at),
      code: (variable) => {
        const cells = slot.get(variable);
        return cells ? textAt(cells, at) : null;
      },
    };
    for (const rule of memberRules) {
      const answered = answeredIn(rule.needs, slot, rows);
      if (!answered) continue;
      let judged = 0;
      for (let row = 0; row < rows; row++) {
        if (answered[row] === 0 || log.removed.has(row)) continue;
        judged += 1;
        at = row;
        respondent.to(row);
        if (!rule.fails(view, respondent.view)) continue;
        log.report({
          row,
          code: rule.code,
          variable: slotVariable(i + 1, rule.variable),
          value: String(numberAt(slot.get(rule.variable), row)),
          message: rule.label.en,
        });
        for (const name of rule.clears ?? []) {
          const cells = slot.get(name);
          if (cells && cells.reasons[row] === 0)
            log.invalidate(cells, row, rule.code, slotVariable(i + 1, name), columns[i]?.get(name) ?? '');
        }
      }
      log.judge(rule.id, judged);
    }
  }
}

const schoolAges = ((): readonly [number, number] => {
  const condition = memberVariables.find((v) => v.name === 'attends_school')?.universe?.[0];
  if (!condition || !('min' in condition) || condition.min === undefined || condition.max === undefined)
    throw new Error('checkRoster: attends_school has no age range in the schema');
  return [condition.min, condition.max];
})();

/** School is answered for children of school age alone; a blank of another age becomes `not_applicable`. */
function routeSchool(wave: HarmonisedWave, now: number, log: EditLog): void {
  wave.roster.slots.forEach((slot, i) => {
    const school = slot.get('attends_school');
    const [year, month] = [slot.get('birth_year'), slot.get('birth_month')];
    if (i === 0 || !school || !year) return;
    const variable = slotVariable(i + 1, 'attends_school');
    let judged = 0;
    for (let row = 0; row < wave.rows; row++) {
      const age = ageAt(now, numberAt(year, row), numberAt(month, row));
      if (Number.isNaN(age) || (age >= schoolAges[0] && age <= schoolAges[1])) continue;
      judged += 1;
      if (school.reasons[row] === missing) school.reasons[row] = notApplicable;
      else if (school.reasons[row] === 0) {
        const column = wave.roster.columns[i]?.get('attends_school') ?? '';
        log.report({
          row,
          code: 'routing_violation',
          variable,
          value: textAt(school, row) ?? '',
          message: 'answered, although age routes past it',
        });
        log.invalidate(school, row, 'routing_violation', variable, column);
      }
    }
    log.judge(ruleOf('routing_violation', variable), judged);
  });
}

/** The age of each member of a slot, as cells. */
function agesIn(slot: ReadonlyMap<string, Cells>, rows: number, now: number): Cells | undefined {
  const [year, month] = [slot.get('birth_year'), slot.get('birth_month')];
  if (!year) return undefined;
  const values = new Float64Array(rows);
  const reasons = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const age = ageAt(now, numberAt(year, row), numberAt(month, row));
    values[row] = age;
    if (Number.isNaN(age)) reasons[row] = missing;
  }
  return { kind: 'number', values, reasons };
}

/** A blank of a member who is outside the universe of a question becomes `not_applicable`. What the respondent answers has its own routing. */
function routeBlanks({ rows, roster, respondents }: HarmonisedWave, now: number): void {
  for (const [i, slot] of roster.slots.entries()) {
    const ages = agesIn(slot, rows, now);
    const known = new Map([...slot, ...(ages ? [['age', ages] as const] : [])]);
    for (const { name, universe } of memberVariables) {
      const cells = slot.get(name);
      if (!universe || !cells || (i === 0 && respondents.has(name))) continue;
      const outside = outsideOf(universe, known, rows);
      for (let row = 0; row < rows; row++)
        if (outside[row] === 1 && cells.reasons[row] === missing) cells.reasons[row] = notApplicable;
    }
  }
}

/**
 * Checks the roster: one respondent, no holes, and members who can be; each by the rules of the schema. Records that left the population are
 * not looked at.
 */
export function checkRoster(wave: HarmonisedWave, codebook: Codebook, now: number, log: EditLog): void {
  if (wave.roster.slots.length < 2 || !wave.roster.slots[0] || wave.roster.slots[0].size === 0) return;
  const respondent = recordView(wave.respondents, codebook);
  runRosterRules(wave, respondent, log);
  runMemberRules(wave, respondent, log);
  routeSchool(wave, now, log);
  routeBlanks(wave, now);
}
