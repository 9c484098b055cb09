import { figureInWords, type PageTrace } from '@wavebook/report';
import type { EstimateRow, Language, MeasurableIndicator } from '@wavebook/schema';
import type { ChangeRow } from '../results/change-row.ts';
import type { Status } from '../results/status.ts';
import type { StatusRow } from '../results/status-row.ts';
import { noNumber, statusLabels } from './status-words.ts';

/** What an estimate rests on: definition, survey, design, error, n, and the raw files by hash. */
export interface TraceSources {
  readonly known: ReadonlyMap<string, MeasurableIndicator>;
  /** Raw files of a wave with their hashes, by `instrument wave`. */
  readonly files: ReadonlyMap<string, readonly { readonly path: string; readonly sha256: string }[]>;
}

const HASH_SHOWN = 16;

const filesText = ({ files }: TraceSources, instrument: string, wave: string): string =>
  (files.get(`${instrument} ${wave}`) ?? [])
    .map(({ path, sha256 }) => `${path} sha256 ${sha256.slice(0, HASH_SHOWN)}…`)
    .join(', ');

const definitionText = ({ known }: TraceSources, indicator: string, lang: Language): string => {
  const definition = known.get(indicator);
  return definition ? `${definition.definition[lang]} ${definition.universe_label[lang]}` : indicator;
};

const bound = (value: number | null, unit: string, lang: Language): string =>
  value === null ? '–' : figureInWords(value, unit, lang);

/** The trace of an estimate; one that may not be shown has its reason in place of its number. */
export function estimateTrace(row: EstimateRow, sources: TraceSources, lang: Language): PageTrace {
  const number =
    row.suppressed || row.estimate === null
      ? `${lang === 'zh' ? '不予公布' : 'not shown'} (${row.quality_rule}${row.confidential ? ', confidential' : ''})`
      : `${figureInWords(row.estimate, row.unit, lang)}; se ${row.se?.toPrecision(3) ?? '–'}; 95% ${bound(row.ci_low, row.unit, lang)}–${bound(row.ci_high, row.unit, lang)} (${row.ci_method}); n ${row.n}; df ${row.df ?? '–'}; deff ${row.deff?.toFixed(2) ?? '–'}; ${row.quality}`;
  return {
    id: row.id,
    text: [
      number,
      `${row.instrument} ${row.wave}, ${row.design}`,
      definitionText(sources, row.indicator, lang),
      filesText(sources, row.instrument, row.wave),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  };
}

/** The trace of a change. */
export function changeTrace(row: ChangeRow, sources: TraceSources, lang: Language): PageTrace {
  const number =
    row.suppressed || row.estimate === null
      ? lang === 'zh'
        ? '不予公布'
        : 'not shown'
      : `${figureInWords(row.estimate, row.unit, lang)}; se ${row.se?.toPrecision(3) ?? '–'}; 95% ${bound(row.ci_low, row.unit, lang)}–${bound(row.ci_high, row.unit, lang)}; p ${row.p_value?.toPrecision(2) ?? '–'}; n ${row.n}; df ${row.df ?? '–'}`;
  return {
    id: row.id,
    text: [
      number,
      `${row.instrument} ${row.from} → ${row.to}, ${row.basis}, ${row.arm}`,
      definitionText(sources, row.indicator, lang),
      filesText(sources, row.instrument, row.from),
      filesText(sources, row.instrument, row.to),
    ]
      .filter((part) => part !== '')
      .join(' · '),
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
