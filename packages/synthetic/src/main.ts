import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBaselines } from './baseline/write-baseline.ts';
import { monitoringWaves, type Wave, waves } from './population/waves.ts';
import { type RawFormat, rawFormats } from './raw/raw-format.ts';
import { writeResidents } from './residents/write-residents.ts';
import { DEFAULT_SEED, type Twin, type WriteWaveOptions, writeWave } from './write-wave.ts';

const usage = `usage: main.ts                                  writes the committed waves and the baseline surveys into data/
       main.ts --out DIR [--wave YYYY] [--scale N] [--twin | --invalid-twin] [--truth] [--seed N]
               [--format F] [--encoding E] [--columns N]
  --out DIR   DIR/monitoring/<wave>/ and DIR/controls/monitoring/<wave>.csv
  --scale N   about N respondents; truth.csv is left out unless --truth
  --wave YYYY one of ${monitoringWaves.join(', ')}; without it the committed ${waves.join(', ')}
  --twin      no defects
  --invalid-twin
              blank where cleaning sets invalid, without the records that it removes
  --seed N    another population and sample
  --format F  of the raw file: ${rawFormats.join(', ')}; absent: as the layout has it
  --encoding E
              utf-8 or gb18030, of CSV, .dta and .sav
  --columns N the raw file filled up to N columns with such as no codebook knows`;

class UsageError extends Error {}

const repositoryFolder = (path: string): string =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url));

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,12}$/.test(text) || Number(text) < 1)
    throw new UsageError(`--${name}: expected a whole number above 0, got "${text}"`);
  return Number(text);
}

function options() {
  let values: {
    scale?: string;
    out?: string;
    wave?: string;
    twin?: boolean;
    'invalid-twin'?: boolean;
    truth?: boolean;
    seed?: string;
    format?: string;
    encoding?: string;
    columns?: string;
  };
  try {
    ({ values } = parseArgs({
      options: {
        scale: { type: 'string' },
        out: { type: 'string' },
        wave: { type: 'string' },
        twin: { type: 'boolean' },
        'invalid-twin': { type: 'boolean' },
        truth: { type: 'boolean' },
        seed: { type: 'string' },
        format: { type: 'string' },
        encoding: { type: 'string' },
        columns: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { wave, out } = values;
  const twin: Twin | false = values['invalid-twin'] ? 'invalid' : values.twin ? 'clean' : false;
  if (wave !== undefined && !monitoringWaves.includes(wave as Wave))
    throw new UsageError(`--wave: expected one of ${monitoringWaves.join(', ')}, got "${wave}"`);
  const { format, encoding } = values;
  if (format !== undefined && !rawFormats.includes(format as RawFormat))
    throw new UsageError(`--format: expected one of ${rawFormats.join(', ')}, got "${format}"`);
  if (encoding !== undefined && encoding !== 'utf-8' && encoding !== 'gb18030')
    throw new UsageError(`--encoding: expected utf-8 or gb18030, got "${encoding}"`);
  const columns = wholeNumber('columns', values.columns);
  const file: Pick<WriteWaveOptions, 'columns' | 'encoding' | 'format'> = {
    ...(format === undefined ? {} : { format: format as RawFormat }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(columns === undefined ? {} : { columns }),
  };
  const scale = wholeNumber('scale', values.scale);
  const seed = wholeNumber('seed', values.seed) ?? DEFAULT_SEED;
  const changed =
    scale !== undefined || twin !== false || seed !== DEFAULT_SEED || Object.keys(file).length > 0;
  const isCommitted = wave === undefined || waves.some((committed) => committed === wave);
  if ((changed || !isCommitted) && out === undefined)
    throw new UsageError(
      `--scale, --twin, --seed, --format, --encoding, --columns and waves other than ${waves.join(', ')} need --out DIR: the committed waves are made without them`,
    );
  const chosen: readonly Wave[] = wave === undefined ? waves : [wave as Wave];
  return {
    chosen,
    out,
    scale,
    twin,
    seed,
    file,
    truth: scale === undefined || values.truth === true,
    committed: out === undefined && wave === undefined,
  };
}

function baselines(out: string): void {
  for (const { folder, sampled, interviewed, bytes } of [...writeBaselines({ out }), writeResidents({ out })])
    console.log(`${interviewed} of ${sampled} interviewed, ${(bytes / 1e6).toFixed(2)} MB -> ${folder}`);
}

function main(): void {
  const { chosen, out, scale, twin, seed, file, truth, committed } = options();
  if (committed) baselines(repositoryFolder('data/synthetic'));
  for (const wave of chosen) {
    const start = performance.now();
    const written = writeWave({
      wave,
      seed,
      twin,
      truth,
      ...file,
      out: out ?? repositoryFolder('data/synthetic'),
      ...(out === undefined ? { controlsOut: repositoryFolder('data/controls') } : {}),
      ...(scale === undefined ? {} : { scale }),
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${wave}: ${written.rows} rows of ${written.points} points (frame ${written.framePoints}), ${written.injected} defects, ${(written.bytes / 1e6).toFixed(2)} MB, ${seconds} s -> ${written.folder}`,
    );
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
