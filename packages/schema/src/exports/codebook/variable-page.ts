import { sourceLabel } from '../../codebooks/sources.ts';
import type { InstrumentDefinition, RecordDefinition } from '../../instrument-definition.ts';
import type { Label } from '../../label.ts';
import { missingReasonLabels } from '../../missing-reason.ts';
import type { Variable } from '../../variable.ts';
import { codesOf } from '../codes-of.ts';
import { conditionText } from '../condition-text.ts';
import { codeSection } from './code-section.ts';
import { derivedInChinese } from './derived-in-chinese.ts';
import { both, code, escapeHtml, heading, page, upTo } from './html.ts';
import { indicatorsUsing } from './indicator-use.ts';
import type { Site } from './site.ts';
import { unitWords } from './unit-words.ts';
import { waveSection } from './wave-section.ts';

const depth = 2;
const questionWords = {
  verified: { zh: '题面已核实', en: 'wording verified' },
  recalled: { zh: '题面为回忆', en: 'wording recalled' },
  proposed: { zh: '题面为拟定', en: 'wording proposed here' },
} as const satisfies Readonly<Record<string, Label>>;

/** A variable and where it stands. */
export interface PageSubject {
  readonly instrument: InstrumentDefinition;
  readonly record: RecordDefinition;
  readonly variable: Variable;
}

const derivedHtml = ({ name, derived = '' }: Variable): string => {
  const zh = derivedInChinese[name];
  return zh === undefined ? `<i>${escapeHtml(derived)}</i>` : both({ zh, en: derived });
};

const unitHtml = (unit: string): string => {
  const words = unitWords(unit);
  return words ? both(words) : escapeHtml(unit);
};

function facts({ record, variable }: PageSubject, site: Site): string {
  const { lists, variablesOf } = site;
  const fact = (zh: string, en: string, html: string): string => `<dt>${both({ zh, en })}<dd>${html}`;
  const span = ([low, high]: readonly [number, number]): string => `${low} – ${high}`;
  const universe = variable.universe
    ? both(conditionText(variable.universe, variablesOf(record), lists))
    : both({ zh: '全部', en: 'everybody' });
  const missing = variable.missing?.map((reason) => both(missingReasonLabels[reason])).join('； ');
  return `<dl>${[
    ...(variable.kind === 'text' ? [fact('类型', 'Kind', both({ zh: '文本', en: 'text' }))] : []),
    ...(variable.unit ? [fact('单位', 'Unit', unitHtml(variable.unit))] : []),
    ...(variable.range ? [fact('有效范围', 'Valid range', span(variable.range))] : []),
    ...(variable.usual ? [fact('通常范围', 'Usual range', span(variable.usual))] : []),
    fact('询问对象', 'Asked of', universe),
    ...(variable.reference_period
      ? [fact('参照期', 'Reference period', both(variable.reference_period))]
      : []),
    ...(variable.derived ? [fact('由计算得出', 'Derived', derivedHtml(variable))] : []),
    ...(missing ? [fact('可能的缺失原因', 'Reasons for an empty cell', missing)] : []),
    ...(variable.source ? [fact('出处', 'Comes from', `<i>${escapeHtml(variable.source)}</i>`)] : []),
  ].join('')}</dl>`;
}

function question({ question: text, question_confidence: confidence }: Variable): string {
  if (text === undefined) return '';
  const mark = confidence
    ? `<b class=${confidence === 'proposed' ? 'none' : confidence}>${both(questionWords[confidence])}</b>`
    : '';
  return `<blockquote><p>${escapeHtml(text.zh)}</p><p><i>${escapeHtml(text.en)}</i></p>${mark}</blockquote>`;
}

function indicatorSection({ record, variable }: PageSubject, { definitions }: Site): string {
  const used = indicatorsUsing({ record: record.name, variable: variable.name }, definitions);
  if (used.length === 0) return '';
  const lines = used.map((i) => `<li>${both(i.label)} ${code(i.id)}`);
  return `${heading('用到它的指标', 'Indicators that use it')}<ul class=list>${lines.join('')}</ul>`;
}

/** What the sources are that a piece of the page links to. */
function sourceSection(html: string): string {
  const keys = [...new Set([...html.matchAll(/<a href=#(\w+)>/g)].map((found) => found[1] as string))].sort();
  if (keys.length === 0) return '';
  const lines = keys.map((key) => {
    const label = sourceLabel(key);
    return `<dt id=${key}>${code(key)}<dd>${label ? both(label) : ''}`;
  });
  return `${heading('来源', 'Sources')}<dl>${lines.join('')}</dl>`;
}

/** The page of one variable: question, universe, unit, codes, name in every wave, indicators and sources. */
export function variablePage(subject: PageSubject, site: Site): string {
  const { instrument, record, variable } = subject;
  const row = site.crosswalkRow(instrument.id, record.name, variable.name);
  const waves = row ? waveSection(row, variable, site.crosswalk) : '';
  const body = [
    `<p class=path><a href=${upTo(depth)}index.html#${instrument.id}-${record.name}>${escapeHtml(instrument.label.zh)} · ${both(record.label)}</a></p>`,
    `<h1>${escapeHtml(variable.label.zh)}</h1><p lang=en>${escapeHtml(variable.label.en)}</p><p class=name>${code(variable.name)}</p>`,
    question(variable),
    facts(subject, site),
    waves,
    variable.kind === 'category' ? codeSection(codesOf(variable.codes, site.lists), row) : '',
    instrument.id === 'monitoring' ? indicatorSection(subject, site) : '',
    sourceSection(waves),
  ];
  return page({
    title: `${variable.label.zh} ${variable.label.en}`,
    depth,
    body: body.filter((part) => part !== '').join('\n'),
  });
}
