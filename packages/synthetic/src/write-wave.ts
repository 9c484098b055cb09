import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { populationControls } from './controls.ts';
import { injectedCsv } from './inject/entries.ts';
import { injectDefects } from './inject/inject-defects.ts';
import { buildFrame, COMMITTED_POINTS, type Frame, PERSONS_PER_POINT } from './population/frame.ts';
import { codebookOf, type Wave } from './population/waves.ts';
import { csvText, type RawTable } from './raw/csv.ts';
import { layouts } from './raw/layout.ts';
import { rawFile } from './raw/raw-file.ts';
import { namedAs, type RawEncoding, type RawFormat } from './raw/raw-format.ts';
import { rawPieces } from './raw/raw-pieces.ts';
import { populationTruth } from './truth/truth.ts';
import { DESIGN_FILE, waveSnapshot } from './wave-snapshot.ts';
import { writeHashed } from './write-hashed.ts';

/** The seed of the committed waves. */
export const DEFAULT_SEED = 20170501;

const TRUTH_DIGITS = 10;
const CONTROL_SOURCE =
  'synthetic population of packages/synthetic (合成人口), eligible persons counted in full';

/** Versions of a wave's file beside the defective one. */
export type Twin = 'clean' | 'invalid';

export interface WriteWaveOptions {
  readonly wave: Wave;
  readonly seed?: number;
  /** Folder in which `monitoring/<wave>/` is written. */
  readonly out: string;
  /** Folder in which `monitoring/<wave>.csv` of the control totals is written; `<out>/controls` if absent. */
  readonly controlsOut?: string;
  /** About how many respondents; the committed size if absent. */
  readonly scale?: number;
  /**
   * A twin of the defective file: `clean` (or true) has no defects; `invalid` has blanks in exactly the cells that cleaning sets invalid,
   * lacks the records that cleaning removes, and keeps the defects that cleaning keeps.
   */
  readonly twin?: boolean | Twin;
  /** Provincial units of a smaller country, for tests; all 32 if absent. */
  readonly provinces?: readonly string[];
  /** Whether to write `truth.csv`; at large scale it is by far the longest part. */
  readonly truth?: boolean;
  /** of the raw file; the layout's own if absent */
  readonly format?: RawFormat;
  readonly encoding?: RawEncoding;
  /** how many columns the raw file shall have at least; the layout's own if absent */
  readonly columns?: number;
}

export interface WrittenWave {
  readonly folder: string;
  readonly rows: number;
  readonly points: number;
  readonly framePoints: number;
  readonly injected: number;
  readonly bytes: number;
}

function version(clean: RawTable, wave: Wave, seed: number, twin: boolean | Twin) {
  if (twin === true || twin === 'clean') return { table: clean, injected: [] };
  const { table, corrected, injected } = injectDefects(clean, codebookOf(wave), { seed });
  return twin === 'invalid' ? { table: corrected, injected: [] } : { table, injected };
}

/** A true value as text: ten significant digits are enough for any comparison with a sample. */
const significant = (value: number): string => String(Number(value.toPrecision(TRUTH_DIGITS)));

function truthCsv(frame: Frame): string {
  const rows = populationTruth(frame).map((row) => [
    row.indicator,
    row.domain,
    row.level,
    row.category,
    significant(row.value),
    significant(row.population),
  ]);
  return csvText({ columns: ['indicator', 'domain', 'level', 'category', 'value', 'population'], rows });
}

function controlsCsv(frame: Frame): string {
  const rows = populationControls(frame).map(({ margin, level, total }) => [
    margin,
    level,
    String(total),
    `${CONTROL_SOURCE}, wave ${frame.wave}`,
    'true',
  ]);
  return csvText({ columns: ['margin', 'level', 'total', 'source', 'synthetic'], rows });
}

/**
 * Draws a sample of the synthetic population of a wave and writes it in the wave's layout with `snapshot.json`, `design.csv`,
 * `truth.csv`, `injected.csv` and the control totals. The same options give the same bytes.
 *
 * @example writeWave({ wave: '2017', out: '/tmp/synthetic', scale: 2000 })
 */
export function writeWave(options: WriteWaveOptions): WrittenWave {
  const {
    wave,
    seed = DEFAULT_SEED,
    out,
    controlsOut = join(out, 'controls'),
    scale,
    twin = false,
    truth = true,
    provinces,
  } = options;
  const samplePoints = scale === undefined ? COMMITTED_POINTS : Math.round(scale / PERSONS_PER_POINT);
  const frame = buildFrame({ wave, seed, samplePoints, ...(provinces ? { provinces } : {}) });
  const clean = rawFile(frame, seed);
  const { table, injected } = version(clean.table, wave, seed, twin);

  const { format = layouts[wave].format, encoding = layouts[wave].encoding, columns } = options;
  const designRows = clean.design.map(({ respondentId, stratum, psu }) => [respondentId, stratum, psu]);
  const designText = csvText({ columns: ['respondent_id', 'stratum', 'psu'], rows: designRows });

  const folder = join(out, 'monitoring', wave);
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(controlsOut, 'monitoring'), { recursive: true });
  const data = writeHashed(
    folder,
    namedAs(layouts[wave].fileName, format),
    rawPieces(wave, table, { format, encoding, seed, ...(columns === undefined ? {} : { columns }) }),
  );
  const design = writeHashed(folder, DESIGN_FILE, [Buffer.from(designText)]);
  writeFileSync(join(folder, 'injected.csv'), injectedCsv({ injected }));
  if (truth) writeFileSync(join(folder, 'truth.csv'), truthCsv(frame));
  writeFileSync(join(controlsOut, 'monitoring', `${wave}.csv`), controlsCsv(frame));
  writeFileSync(
    join(folder, 'snapshot.json'),
    `${JSON.stringify(waveSnapshot(wave, [data, design], { format, encoding }), null, 2)}\n`,
  );
  return {
    folder,
    rows: table.rows.length,
    points: frame.strata.reduce((sum, { draws }) => sum + draws, 0),
    framePoints: frame.points.length,
    injected: injected.length,
    bytes: data.bytes + design.bytes,
  };
}
