import type { Codebook } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import {
  buildFrame,
  codebookOf,
  type InjectedDefect,
  injectDefects,
  type RawTable,
  rawFile,
  type Wave,
} from '@wavebook/synthetic';
import { type Table, table, textColumn, textOf } from '@wavebook/tables';
import { type CleanWave, cleanWave } from '../src/clean-wave.ts';

/** Provinces of the small waves of the tests; among them those of places with other names. */
const fewProvinces = ['15', '23', '42', '52', '53', '61', '62', '65', '66'];

/** A small wave in its layout: with defects, without (`twin`), and with the cells blank that cleaning sets invalid (`blanked`). */
export interface MadeWave {
  readonly wave: Wave;
  readonly codebook: Codebook;
  readonly defective: Table;
  readonly twin: Table;
  readonly blanked: Table;
  readonly design: Table;
  readonly injected: readonly InjectedDefect[];
}

const tableOf = ({ columns, rows }: RawTable): Table =>
  table(
    rows.length,
    columns.map((name, c) => [name, textColumn(rows.map((cells) => cells[c] ?? null))] as const),
  );

const seed = 1;
const made = new Map<Wave, MadeWave>();

/** The small wave of a year, made once for all tests that look at it. */
export function madeWave(wave: Wave): MadeWave {
  const known = made.get(wave) ?? make(wave);
  made.set(wave, known);
  return known;
}

function make(wave: Wave): MadeWave {
  const frame = buildFrame({ wave, seed, samplePoints: 1, provinces: fewProvinces });
  const { table: clean, design } = rawFile(frame, seed);
  const { table: hurt, corrected, injected } = injectDefects(clean, codebookOf(wave), { seed });
  return {
    wave,
    codebook: codebooks[`monitoring-${wave}`] as Codebook,
    defective: tableOf(hurt),
    twin: tableOf(clean),
    blanked: tableOf(corrected),
    design: tableOf({
      columns: ['respondent_id', 'stratum', 'psu'],
      rows: design.map(({ respondentId, stratum, psu }) => [respondentId, stratum, psu]),
    }),
    injected,
  };
}

export const cleanMade = (
  { codebook, wave, design }: Pick<MadeWave, 'codebook' | 'wave' | 'design'>,
  raw: Table,
): CleanWave => cleanWave(raw, codebook, { synthetic: true, instrument: 'monitoring', wave, design });

export const textsOf = (input: Table, name: string): (string | null)[] => {
  const column = textOf(input, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? null);
};

/** Every record as one line, in order of its cells: two tables of the same records give the same lines. */
export const recordsOf = (input: Table, without: (column: string) => boolean = () => false): string[] => {
  const columns = [...input.columns.keys()]
    .filter((name) => !without(name))
    .map((name) => textsOf(input, name));
  return Array.from({ length: input.rows }, (_, row) => columns.map((c) => c[row] ?? '').join('|')).sort();
};
