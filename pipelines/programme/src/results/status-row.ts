import type { ProgrammeStatus } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
import type { Judged } from './judge.ts';

/** The id of the status of an indicator. */
export const statusId = ({ illustrative, programme }: Framework, indicator: string): string =>
  `status.${illustrative ? 'illustrative' : programme}.${indicator}`;

/** What the statuses of a framework rest on; an estimate that may not be shown is left out. */
export function statusRows(framework: Framework, judged: readonly Judged[]): ProgrammeStatus[] {
  const { targets, indicators } = framework.framework;
  return judged.map((own): ProgrammeStatus => {
    const { indicator, baseline, latest, date, target, planned, status, entered } = own;
    const shown = !entered && latest && !latest.suppressed ? latest : undefined;
    const place =
      target && (target.value !== null || !entered)
        ? ['framework', 'targets', targets.indexOf(target)]
        : entered
          ? ['entered', framework.entered.indexOf(entered)]
          : ['framework', 'indicators', indicators.indexOf(indicator)];
    return {
      id: statusId(framework, indicator.id),
      framework: framework.illustrative ? 'illustrative' : framework.programme,
      indicator: indicator.id,
      statement_zh: indicator.statement.zh,
      statement_en: indicator.statement.en,
      measured_by: indicator.measured_by ?? '',
      unit: indicator.unit,
      baseline: baseline && !baseline.suppressed ? baseline.estimate : null,
      target: target?.value ?? null,
      due: target?.due ?? '',
      latest: entered?.value ?? shown?.estimate ?? null,
      date: date ?? '',
      ci_low: shown?.ci_low ?? null,
      ci_high: shown?.ci_high ?? null,
      n: shown?.n ?? null,
      planned: target?.value === null || target === undefined ? null : (planned ?? null),
      status,
      estimate: entered ? '' : (latest?.id ?? ''),
      source: entered?.source ?? target?.source ?? indicator.source,
      file: framework.file,
      line: framework.lineOf(place),
      illustrative: framework.illustrative,
    };
  });
}
