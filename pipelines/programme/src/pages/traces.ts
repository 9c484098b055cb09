import { figureInWords, type PageTrace } from '@wavebook/report';
import type { EstimateRow, Label, Language, MeasurableIndicator } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import type { GapFigure } from '../analyses/gap.ts';
import type { GapRow } from '../analyses/gaps.ts';
import type { ChangeRow } from '../results/change-row.ts';
import type { Status } from '../results/status.ts';
import type { StatusRow } from '../results/status-row.ts';
import { noNumber, statusLabels } from './status-words.ts';

const questions = new Map<string, Label>(
  [instruments['baseline-worker'], instruments['baseline-enterprise']].flatMap(({ records }) =>
    records.flatMap(({ variables }) => variables.map(({ name, label }) => [name, label] as const)),
  ),
);

/** What the page calls an indicator, or a question whose answers a table shows. */
export const traceTitle = (id: string, definition: MeasurableIndicator | undefined, lang: Language): string =>
  (definition?.label ?? questions.get(id))?.[lang] ?? id;

/** What every estimate of an indicator has in common: its definition and universe. */
export function aboutIndicator(definition: MeasurableIndicator | undefined, lang: Language): string[] {
  if (!definition) return [];
  return [
    `${definition.definition[lang]} ${lang === 'zh' ? '总体' : 'Universe'}: ${definition.universe_label[lang]}. ${definition.source}`,
  ];
}

const bound = (value: number | null, unit: string, lang: Language): string =>
  value === null ? '–' : figureInWords(value, unit, lang);

/** The trace of an estimate; one that may not be shown has its reason in place of its number. */
export function estimateTrace(row: EstimateRow, lang: Language): PageTrace {
  const number =
    row.suppressed || row.estimate === null
      ? `${lang === 'zh' ? '不予公布' : 'not shown'} (${row.quality_rule}${row.confidential ? ', confidential' : ''})`
      : `${figureInWords(row.estimate, row.unit, lang)}; se ${row.se?.toPrecision(3) ?? '–'}; 95% ${bound(row.ci_low, row.unit, lang)}–${bound(row.ci_high, row.unit, lang)} (${row.ci_method}); n ${row.n}; df ${row.df ?? '–'}; deff ${row.deff?.toFixed(2) ?? '–'}; ${row.quality}`;
  return { id: row.id, text: `${number} · ${row.instrument} ${row.wave}, ${row.design}` };
}

/** The trace of a change. */
export function changeTrace(row: ChangeRow, lang: Language): PageTrace {
  const number =
    row.suppressed || row.estimate === null
      ? lang === 'zh'
        ? '不予公布'
        : 'not shown'
      : `${figureInWords(row.estimate, row.unit, lang)}; se ${row.se?.toPrecision(3) ?? '–'}; 95% ${bound(row.ci_low, row.unit, lang)}–${bound(row.ci_high, row.unit, lang)}; p ${row.p_value?.toPrecision(2) ?? '–'}; n ${row.n}; df ${row.df ?? '–'}`;
  return {
    id: row.id,
    text: `${number} · ${row.instrument} ${row.from} → ${row.to}, ${row.basis}, ${row.arm}`,
  };
}

/** The trace of a status: the rule with its numbers, and where the target stands. */
export function statusTrace(row: StatusRow, unit: string, lang: Language): PageTrace {
  const zh = lang === 'zh';
  const say = (value: number | null): string => (value === null ? '–' : figureInWords(value, unit, lang));
  const label = statusLabels[row.status as Status][lang];
  const interval = row.ci_low === null ? '–' : `${say(row.ci_low)}–${say(row.ci_high)}`;
  const target =
    row.target === null ? noNumber[lang] : `${say(row.target)}${row.due === null ? '' : `, ${row.due}`}`;
  const parts = zh
    ? [`区间 ${interval}`, `目标 ${target}`, `该日期计划值 ${say(row.planned)}`]
    : [`interval ${interval}`, `target ${target}`, `planned at that date ${say(row.planned)}`];
  const mark = row.illustrative ? (zh ? '【示例】' : 'ILLUSTRATIVE · ') : '';
  return {
    id: row.id,
    text: `${mark}${label} · ${parts.join(' · ')} · ${row.estimate} · ${row.file} line ${row.line}`,
  };
}

/** The traces of the four figures of a gap. */
export function gapTraces({ id, wave, instrument, gap }: GapRow, lang: Language): PageTrace[] {
  const parts: readonly (readonly [string, GapFigure | undefined])[] = [
    ['raw', gap.raw],
    ['adjusted', gap.adjusted],
    ['explained', gap.explained],
    ['unexplained', gap.unexplained],
  ];
  return parts.flatMap(([name, figure]) =>
    figure && Number.isFinite(figure.low)
      ? [
          {
            id: `${id}.${name}`,
            text: `${figureInWords(figure.estimate, 'share', lang)}; se ${figure.se.toPrecision(3)}; 95% ${figureInWords(figure.low, 'share', lang)}–${figureInWords(figure.high, 'share', lang)}; n ${gap.n[0]} + ${gap.n[1]}; df ${gap.df} · ${instrument} ${wave}`,
          },
        ]
      : [],
  );
}
