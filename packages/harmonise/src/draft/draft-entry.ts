import { codeLists, type MissingReason } from '@wavebook/schema';
import { mappableVariables } from '../own-codebook/check-meaning.ts';
import type { Certainty, Chosen } from './assign.ts';
import { changesOf } from './changes.ts';
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
  readonly missing?: ReadonlyMap<string, MissingReason>;
  readonly certainty: Certainty;
  readonly reason: string;
  readonly changes: readonly string[];
  readonly decide?: string;
}

const rare = 0.005;

const zhLabel = (chosen: Chosen): string => `${chosen.variable.label.zh} ${chosen.variable.label.en}`;

function codesOf(chosen: Chosen): Pick<DraftEntry, 'codes' | 'missing'> {
  const { codes, column } = chosen;
  if (!codes) return {};
  const remark = (raw: string): string => {
    const level = column.levels.find(({ text }) => text === raw);
    return `${level?.label ? `${level.label}, ` : ''}${level?.count.toLocaleString('en-US') ?? 0} rows`;
  };
  const open = codes.open.filter(({ count }) => count >= rare * column.filled);
  return {
    codes: [
      ...[...codes.codes].map(([raw, code]) => ({ raw, code, remark: remark(raw) })),
      ...open.map(({ text }) => ({ raw: text, code: null, remark: remark(text) })),
    ],
    ...(codes.missing.size > 0 ? { missing: codes.missing } : {}),
  };
}

function questionOf(chosen: Chosen, changes: readonly string[]): string | undefined {
  const { certainty, codes, column, rival, variable, section, raw } = chosen;
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
  const turned = changes.find((change) => change.includes('as if the scale'));
  if (turned) parts.push(`${turned}: look at the questionnaire`);
  if (section === 'member' && certainty === 'high') return open.length > 0 ? parts.join(' ') : undefined;
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function entryOf(chosen: Chosen, proposal: CodebookProposal, references: ReferenceValues): DraftEntry {
  const changes = changesOf(chosen, proposal, references);
  const decide = questionOf(chosen, changes);
  return {
    section: chosen.section,
    raw: chosen.raw,
    variable: chosen.variable.name,
    label: zhLabel(chosen),
    read: chosen.read,
    ...codesOf(chosen),
    certainty: chosen.certainty,
    reason: chosen.witnesses
      .filter(({ points }) => points !== 0)
      .map(({ reason }) => reason)
      .join('; '),
    changes,
    ...(decide === undefined ? {} : { decide }),
  };
}

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
      missing: new Map(Object.entries(detail.missing ?? {})),
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
    const open = (entry.codes ?? []).some(({ code }) => code === null);
    return open ? entry : rest;
  });
  const all = [...settled, ...companions(settled, proposal)];
  const order = (entry: DraftEntry): number => {
    const at = all.indexOf(entry);
    return entry.section === 'respondent' ? at : at + all.length;
  };
  return all.sort((a, b) => order(a) - order(b));
}
