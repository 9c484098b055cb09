import { figureInWords, type PageTrace, type TraceGroup } from '@wavebook/report';
import {
  type EstimateRow,
  type IndicatorDefinition,
  type Label,
  type Language,
  type ProgrammeFigure,
  type ProgrammeStatus,
  programmeQuantities,
} from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import { noNumber, statusLabels } from './status-words.ts';

const questions = new Map<string, Label>(
  [instruments['baseline-worker'], instruments['baseline-enterprise']].flatMap(({ records }) =>
    records.flatMap(({ variables }) => variables.map(({ name, label }) => [name, label] as const)),
  ),
);

type Definitions = ReadonlyMap<string, IndicatorDefinition>;

const titleOf = (id: string, known: Definitions, lang: Language): string =>
  (known.get(id)?.label ?? programmeQuantities[id]?.label ?? questions.get(id))?.[lang] ?? id;

/** What every number of an indicator has in common: its definition and universe. */
function aboutOf(id: string, known: Definitions, lang: Language): string[] {
  const definition = known.get(id);
  if (!definition) {
    const quantity = programmeQuantities[id];
    return quantity ? [quantity.definition[lang]] : [];
  }
  return [
    `${definition.definition[lang]} ${lang === 'zh' ? '总体' : 'Universe'}: ${definition.universe_label[lang]}. ${definition.source}`,
  ];
}

interface Numbers {
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ci_low: number | null;
  readonly ci_high: number | null;
  readonly df: number | null;
  readonly n: number;
  readonly unit: string;
  readonly quality: string;
  readonly quality_rule: string;
  readonly confidential: boolean;
  readonly suppressed: boolean;
}

/** A number with its error and verdict; one that may not be shown has its reason in its place. */
function numbersText(row: Numbers, more: readonly string[], lang: Language): string {
  const { estimate, se, unit } = row;
  const verdict = `${row.quality} (${row.quality_rule}${row.confidential ? ', confidential' : ''})`;
  if (row.suppressed || estimate === null) return `${lang === 'zh' ? '不予公布' : 'not shown'}; ${verdict}`;
  const inWords = (value: number | null): string => (value === null ? '–' : figureInWords(value, unit, lang));
  const error = se === null ? '–' : unit === 'share' ? (se * 100).toFixed(2) : se.toPrecision(3);
  return [
    inWords(estimate),
    ...(se === null && row.ci_low === null
      ? []
      : [`se ${error}`, `95% ${inWords(row.ci_low)} – ${inWords(row.ci_high)}`]),
    `n ${row.n}`,
    ...(row.df === null ? [] : [`df ${row.df}`]),
    ...more,
    verdict,
  ].join('; ');
}

/** The trace of an estimate. */
function estimateTrace(row: EstimateRow, lang: Language): PageTrace {
  const numbers = numbersText(row, [`deff ${row.deff?.toFixed(2) ?? '–'}`, row.ci_method], lang);
  return { id: row.id, text: `${numbers} · ${row.instrument} ${row.wave}, final_weight, ${row.design}` };
}

/** The trace of a number made from several groups or waves. */
function figureTrace(row: ProgrammeFigure, lang: Language): PageTrace {
  const test = row.p_value === null ? [] : [`p ${row.p_value.toPrecision(2)}`];
  const of = lang === 'zh' ? row.of_zh : row.of_en;
  return {
    id: row.id,
    text: `${of} · ${numbersText(row, test, lang)} · ${row.waves}, ${row.design}`,
  };
}

/** The trace of a status: the rule with its numbers, and where the target stands. */
export function statusTrace(row: ProgrammeStatus, lang: Language): PageTrace {
  const zh = lang === 'zh';
  const inWords = (value: number | null): string =>
    value === null ? '–' : figureInWords(value, row.unit, lang);
  const label = statusLabels[row.status][lang];
  const interval = row.ci_low === null ? '–' : `${inWords(row.ci_low)} – ${inWords(row.ci_high)}`;
  const target =
    row.target === null ? noNumber[lang] : `${inWords(row.target)}${row.due === '' ? '' : `, ${row.due}`}`;
  const latest = `${inWords(row.latest)}${row.date === '' ? '' : `, ${row.date}`}`;
  const parts = zh
    ? [`最新值 ${latest}`, `区间 ${interval}`, `目标 ${target}`, `该日期计划值 ${inWords(row.planned)}`]
    : [
        `latest ${latest}`,
        `interval ${interval}`,
        `target ${target}`,
        `planned at that date ${inWords(row.planned)}`,
      ];
  const mark = row.illustrative ? (zh ? '【示例】' : 'ILLUSTRATIVE · ') : '';
  const from = row.estimate === '' ? row.source : row.estimate;
  return {
    id: row.id,
    text: `${mark}${label} · ${parts.join(' · ')} · ${from} · ${row.file} line ${row.line}`,
  };
}

/** Traces in groups, one for each indicator, question or kind of number. */
export function traceGroups(
  estimates: readonly EstimateRow[],
  figures: readonly ProgrammeFigure[],
  known: Definitions,
  lang: Language,
): TraceGroup[] {
  const groups = new Map<string, PageTrace[]>();
  const add = (group: string, trace: PageTrace): void => {
    const own = groups.get(group);
    if (own) own.push(trace);
    else groups.set(group, [trace]);
  };
  for (const row of estimates) add(row.indicator, estimateTrace(row, lang));
  for (const row of figures) add(row.indicator || (row.id.split('.')[0] as string), figureTrace(row, lang));
  return [...groups].map(([id, traces]) => ({
    title: titleOf(id, known, lang),
    about: aboutOf(id, known, lang),
    traces,
  }));
}
