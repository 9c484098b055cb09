import type { Framework } from '../framework/read-framework.ts';
import type { Judged } from './judge.ts';

/**
 * A row of `data/programme/status.csv`: what the status of an indicator rests on. `planned` is the value of the path at the date of the latest
 * round; `file` and `line` are where the target stands.
 */
export interface StatusRow {
  readonly id: string;
  readonly framework: string;
  readonly indicator: string;
  readonly measured_by: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly due: string | null;
  readonly latest: number | null;
  readonly ci_low: number | null;
  readonly ci_high: number | null;
  readonly n: number | null;
  readonly planned: number | null;
  readonly status: string;
  readonly estimate: string;
  readonly file: string;
  readonly line: number;
  readonly illustrative: boolean;
}

export const statusColumns = [
  'id',
  'framework',
  'indicator',
  'measured_by',
  'baseline',
  'target',
  'due',
  'latest',
  'ci_low',
  'ci_high',
  'n',
  'planned',
  'status',
  'estimate',
  'file',
  'line',
  'illustrative',
] as const satisfies readonly (keyof StatusRow)[];

/** What the statuses of a framework rest on; an estimate that may not be shown is left out. */
export function statusRows(framework: Framework, judged: readonly Judged[]): StatusRow[] {
  const name = framework.illustrative ? 'illustrative' : framework.programme;
  const { targets, indicators } = framework.framework;
  return judged.map(({ indicator, baseline, latest, target, planned, status, entered }): StatusRow => {
    const shown = latest && !latest.suppressed ? latest : undefined;
    const place = target
      ? ['framework', 'targets', targets.indexOf(target)]
      : ['framework', 'indicators', indicators.indexOf(indicator)];
    return {
      id: `status.${name}.${indicator.id}`,
      framework: name,
      indicator: indicator.id,
      measured_by: indicator.measured_by,
      baseline: baseline && !baseline.suppressed ? baseline.estimate : null,
      target: target?.value ?? null,
      due: target?.due ?? null,
      latest: entered?.value ?? shown?.estimate ?? null,
      ci_low: shown?.ci_low ?? null,
      ci_high: shown?.ci_high ?? null,
      n: shown?.n ?? null,
      planned: target?.value === null || target === undefined ? null : (planned ?? null),
      status,
      estimate: latest?.id ?? '',
      file: framework.file,
      line: framework.lineOf(place),
      illustrative: framework.illustrative,
    };
  });
}
