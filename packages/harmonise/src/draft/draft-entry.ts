import { codeLists, type MissingReason, respondentVariables, type Variable } from '@wavebook/schema';
import { formSentences } from '@wavebook/tables';
import { mappableVariables } from '../own-codebook/check-meaning.ts';
import type { Certainty, Chosen } from './assign.ts';
import { changesOf } from './changes.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { CodebookProposal } from './propose-codebook.ts';
import type { ReferenceValues } from './reference-values.ts';

/** An entry of a draft codebook: the mapping proposed, why, what changed, and what a person has to decide. */
export interface DraftEntry {
  readonly section: 'respondent' | 'member';
  readonly raw: string;
  readonly variable: string;
  readonly label: string;
  readonly read: string;
  readonly times?: string;
  /** Raw answer to code, and what stands behind it in the file; no code where nothing tells. */
  readonly codes?: readonly { readonly raw: string; readonly code: string | null; readonly remark: string }[];
  /** Raw values that stand for no answer, each with its reason. `isOpen`: a person has to decide. */
  readonly missing?: readonly {
    readonly raw: string;
    readonly code: MissingReason;
    readonly remark: string;
    readonly isOpen: boolean;
  }[];
  readonly certainty: Certainty;
  readonly reason: string;
  readonly changes: readonly string[];
  /** How its numbers are written, where not plainly. */
  readonly written?: readonly string[];
  readonly decide?: string;
}

const rare = 0.005;

const zhLabel = (chosen: Chosen): string => `${chosen.variable.label.zh} ${chosen.variable.label.en}`;

function codesOf({ codes, column }: Chosen): Pick<DraftEntry, 'codes'> {
  if (!codes) return {};
  const open = codes.open.filter(({ count }) => count >= rare * column.filled);
  return {
    codes: [
      ...[...codes.codes].map(([raw, code]) => ({ raw, code, remark: remarkOf(column, raw) })),
      ...open.map(({ text }) => ({ raw: text, code: null, remark: remarkOf(column, text) })),
    ],
  };
}

function remarkOf({ levels }: ColumnProfile, raw: string): string {
  const level = levels.find(({ text }) => text === raw);
  return `${level?.label ? `${level.label}, ` : ''}${level?.count.toLocaleString('en-US') ?? 0} rows`;
}

function missingOf({ codes, missingCodes, column }: Chosen): Pick<DraftEntry, 'missing'> {
  const missing = [
    ...[...(codes?.missing ?? [])].map(([raw, code]) => {
      const level = column.missing.find(({ text }) => text === raw);
      const remark = level ? [level.label, 'declared missing in the file'].filter(Boolean).join(', ') : '';
      return { raw, code, remark: remark || remarkOf(column, raw), isOpen: false };
    }),
    ...missingCodes.map(({ raw, reason, certainty, why, told }) => ({
      ...{ raw, code: reason, remark: told ? why : `${certainty}: ${why}` },
      isOpen: !told,
    })),
  ];
  return missing.length > 0 ? { missing } : {};
}

const asSentences = (parts: readonly string[]): string => parts.join('. ').replaceAll(/([?.])\. /g, '$1 ');

function questionOf(chosen: Chosen, changes: readonly string[]): string | undefined {
  const { certainty, codes, column, missingCodes, rival, variable, section, raw } = chosen;
  const open = (codes?.open ?? []).filter(({ count }) => count >= rare * column.filled);
  const parts: string[] = [];
  if (certainty !== 'high') {
    const other = rival ? (rival.raw === raw ? rival.variable.name : rival.raw) : undefined;
    parts.push(
      `is “${raw}” ${variable.name} (${variable.label.zh})?${other === undefined ? '' : ` It could also be ${rival?.raw === raw ? other : `in “${other}”`}.`}`,
    );
  }
  if (open.length > 0) {
    const words = codeLists[variable.codes ?? '']?.codes.map(({ code }) => code).join(', ');
    parts.push(
      `What do the answers ${open.map(({ text, label }) => (label ? `${text} (${label})` : text)).join(', ')} mean? One of ${words}; or, under missing, one of refused, dont_know, not_applicable, missing`,
    );
  }
  const guessed = missingCodes.filter(({ told }) => !told).map(({ raw: value }) => value);
  if (guessed.length > 0)
    parts.push(
      `${guessed.length === 1 ? `Does ${guessed[0]} stand` : `Do ${guessed.join(', ')} stand`} for no answer? Put the reason beside ${guessed.length === 1 ? 'it' : 'each'} under missing (refused, dont_know, not_applicable, missing), or delete the line of a value that is a number like the others`,
    );
  if (column.forms?.doubtful && variable.kind === 'number')
    parts.push(
      `In ${column.forms.doubtful.cells} rows a comma may be a decimal mark, as in ${column.forms.doubtful.first}: write a decimal point, and no separator of thousands, in the file and take it in with --replace; if this stays, those cells become invalid`,
    );
  const turned = changes.find((change) => change.includes('as if the scale'));
  if (turned) parts.push(`${turned}: look at the questionnaire`);
  if (section === 'member' && certainty === 'high')
    return open.length + guessed.length > 0 ? asSentences(parts) : undefined;
  return parts.length > 0 ? asSentences(parts) : undefined;
}

function entryOf(chosen: Chosen, proposal: CodebookProposal, references: ReferenceValues): DraftEntry {
  const changes = changesOf(chosen, proposal, references);
  const { forms } = chosen.column;
  const decide = questionOf(chosen, changes);
  return {
    section: chosen.section,
    raw: chosen.raw,
    variable: chosen.variable.name,
    label: zhLabel(chosen),
    read: chosen.read,
    ...codesOf(chosen),
    ...missingOf(chosen),
    certainty: chosen.certainty,
    reason: chosen.witnesses
      .filter(({ points }) => points !== 0)
      .map(({ reason }) => reason)
      .join('; '),
    changes,
    ...(forms ? { written: formSentences(forms) } : {}),
    ...(decide === undefined ? {} : { decide }),
  };
}

/** Missing codes of two columns that are multiplied, but for those that are an answer to one of the two: 9 days are none, 9 hours are. */
function missingOfBoth(first: DraftEntry, second: DraftEntry): NonNullable<DraftEntry['missing']> {
  const ranges = [first, second].map(({ variable }) => variableRange(variable));
  const isAnswer = (raw: string): boolean =>
    ranges.some((range) => range !== undefined && Number(raw) >= range[0] && Number(raw) <= range[1]);
  const all = [...(first.missing ?? []), ...(second.missing ?? [])];
  return all.filter(({ raw }, i) => !isAnswer(raw) && all.findIndex((other) => other.raw === raw) === i);
}

const variableRange = (name: string): Variable['range'] =>
  respondentVariables.find((variable) => variable.name === name)?.range;

/** What follows from a chosen column: the month of a date, hours a week from days and hours, a detail that the same codes tell. */
function companions(entries: readonly DraftEntry[], proposal: CodebookProposal): DraftEntry[] {
  const find = (variable: string): DraftEntry | undefined =>
    entries.find((entry) => entry.section === 'respondent' && entry.variable === variable);
  const more: DraftEntry[] = entries.flatMap((entry) =>
    entry.read === 'year_of_yyyymm'
      ? [
          {
            ...entry,
            variable: entry.variable.replace(/_year$/, '_month'),
            read: 'month_of_yyyymm',
            reason: 'the same date',
            changes: [],
          },
        ]
      : [],
  );
  const [days, hours] = [find('days_per_week'), find('hours_per_day')];
  if (days && hours && !find('weekly_hours'))
    more.push({
      ...days,
      variable: 'weekly_hours',
      label: '周工作小时数 Hours worked in the week',
      times: hours.raw,
      missing: missingOfBoth(days, hours),
      reason: 'days a week by hours a day',
      changes: [],
    });
  const status = find('employment_status');
  const theirs = proposal.nearest?.respondent.find(({ variable }) => variable === 'employment_status');
  const detail = proposal.nearest?.respondent.find(({ variable }) => variable === 'fixed_employer');
  const same = status?.codes?.every(({ raw, code }) => theirs?.codes?.[raw] === code);
  if (status && theirs && detail?.codes && same && detail.raw === theirs.raw && !find('fixed_employer'))
    more.push({
      ...status,
      variable: 'fixed_employer',
      label: '有固定雇主 Has a fixed employer',
      codes: Object.entries(detail.codes).map(([raw, code]) => ({ raw, code, remark: '' })),
      missing: Object.entries(detail.missing ?? {}).map(([raw, code]) => ({
        ...{ raw, code, remark: '' },
        isOpen: false,
      })),
      certainty: 'medium',
      reason: `the same codes tell it in ${proposal.nearest?.name}`,
      changes: [],
      decide: 'do codes 1 and 2 tell employees with and without a fixed employer?',
    });
  const mappable = new Set(mappableVariables(proposal.instrument, 'respondent').map(({ name }) => name));
  return more.filter(({ section, variable }) => section === 'member' || mappable.has(variable));
}

/** The entries of a draft, those of the respondent first, in the order of the instrument's variables. */
export function draftEntries(proposal: CodebookProposal, references: ReferenceValues): DraftEntry[] {
  const entries = proposal.chosen.map((chosen) => entryOf(chosen, proposal, references));
  const linked = new Set(
    proposal.leftOutSecond
      ? []
      : entries.filter(({ section }) => section === 'respondent').map(({ variable }) => variable),
  );
  const settled = entries.map((entry): DraftEntry => {
    if (entry.section === 'respondent' || !linked.has(entry.variable) || entry.decide === undefined)
      return entry;
    const { decide: _, ...rest } = entry;
    const open =
      (entry.codes ?? []).some(({ code }) => code === null) ||
      (entry.missing ?? []).some(({ isOpen }) => isOpen);
    return open ? entry : rest;
  });
  const all = [...settled, ...companions(settled, proposal)];
  const order = (entry: DraftEntry): number => {
    const at = all.indexOf(entry);
    return entry.section === 'respondent' ? at : at + all.length;
  };
  return all.sort((a, b) => order(a) - order(b));
}
