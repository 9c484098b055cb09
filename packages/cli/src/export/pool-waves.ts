import { recordsOf } from '@wavebook/harmonise';
import type { Label } from '@wavebook/schema';
import { type PooledColumn, pooledColumn } from './pooled-column.ts';
import type { ExportWave } from './read-waves.ts';
import type { ExportRequest } from './request.ts';

/** The records of all waves, and the variables that are left out because their questions cannot be compared. */
export interface PooledWaves {
  readonly rows: number;
  readonly columns: readonly PooledColumn[];
  readonly leftOut: readonly { readonly name: string; readonly label: Label }[];
}

/** Pools waves: `wave` first, then all columns in the order of the waves. Reasons of empty cells are in the columns they belong to. */
export function poolWaves(waves: readonly ExportWave[], request: ExportRequest): PooledWaves {
  const { unit, members } = recordsOf(request.instrument);
  const variables = new Map((request.records === 'members' ? members : unit).map((v) => [v.name, v]));
  const names = [...new Set(waves.flatMap(({ records }) => [...records.columns.keys()]))];
  const all = new Set(names);
  const own = names.filter(
    (name) => !(name.endsWith('_missing') && all.has(name.slice(0, -'_missing'.length))),
  );
  const leftOut = own.filter((name) => !isComparable(name, waves));
  const columns = own
    .filter((name) => !leftOut.includes(name))
    .map((name) => pooledColumn(name, waves, variables.get(name)));
  return {
    rows: waves.reduce((sum, { records }) => sum + records.rows, 0),
    columns: [waveColumn(waves), ...columns],
    leftOut: leftOut.map((name) => ({ name, label: variables.get(name)?.label ?? { zh: name, en: name } })),
  };
}

/** Whether all waves that have a variable asked it with the same words and answers. */
const isComparable = (name: string, waves: readonly ExportWave[]): boolean => {
  const questions = waves
    .filter(({ wave, records }) => records.columns.has(name) && !wave.not_asked.includes(name))
    .map(({ wave }) => wave.questions[name] ?? '');
  return new Set(questions).size <= 1;
};

function waveColumn(waves: readonly ExportWave[]): PooledColumn {
  const levels = waves.map(({ wave }) => wave.wave);
  const sizes = waves.map(({ records }) => records.rows);
  const codes = Int32Array.from(sizes.flatMap((rows, place) => Array<number>(rows).fill(place)));
  const cells = levels.every((level) => /^\d{4}$/.test(level))
    ? ({ kind: 'number', values: Float64Array.from(codes, (code) => Number(levels[code])) } as const)
    : ({ kind: 'text', codes, levels } as const);
  return {
    name: 'wave',
    label: { zh: '调查轮次', en: 'Wave' },
    variable: undefined,
    cells,
    reasons: new Uint8Array(codes.length),
    waves: levels,
  };
}
