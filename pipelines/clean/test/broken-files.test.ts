import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWave } from '@wavebook/synthetic';
import { formatTable, numberColumn, table } from '@wavebook/tables';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { run as cleanFolder } from '../src/clean-folder.ts';
import { cleanStage, type RunJobs } from '../src/clean-stage.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
let root: string;

const runClean = () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@wavebook/source', '--import', import.meta.resolve('tsx'), main],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

/** The waves one by one in this thread, as a single wave is cleaned. */
const oneByOne: RunJobs = async (jobs) => {
  const done: Awaited<ReturnType<RunJobs>> = [];
  for (const job of jobs) done.push(await cleanFolder(job));
  return done;
};

const wave = (year: string, kind = 'synthetic'): string => join(root, 'data', kind, 'monitoring', year);
const rawName = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8')).files[0].name;

/** Writes a raw file and, like `new-wave`, records its new hash: what is wrong must then be seen in the content. */
const replaceRaw = (folder: string, bytes: Uint8Array): void => {
  const path = join(folder, 'snapshot.json');
  const snapshot = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(join(folder, snapshot.files[0].name), bytes);
  snapshot.files[0].sha256 = createHash('sha256').update(bytes).digest('hex');
  snapshot.files[0].bytes = bytes.length;
  writeFileSync(path, JSON.stringify(snapshot));
};

const cleanOutputs = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, 'data/clean'), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name))
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

describe('a raw file that cannot be used', () => {
  let kept: string;
  let outputs: Record<string, string>;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'broken-'));
    writeFileSync(join(root, 'turbo.json'), '{}');
    for (const year of ['2014', '2017'] as const)
      writeWave({
        wave: year,
        out: join(root, 'data/synthetic'),
        controlsOut: join(root, 'data/controls'),
        scale: 1,
        provinces: ['52', '62', '65'],
        twin: 'clean',
        truth: false,
        format: 'csv',
      });
    kept = join(root, 'kept');
    cpSync(join(root, 'data/synthetic'), kept, { recursive: true });
    const run = runClean();
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    outputs = cleanOutputs();
  });

  const cases: [string, () => void, RegExp][] = [
    [
      'cut off in the middle of a row',
      () => {
        const path = join(wave('2017'), rawName(wave('2017')));
        replaceRaw(wave('2017'), readFileSync(path).subarray(0, Math.round(statSync(path).size * 0.6)));
      },
      /2017.*\.csv: line \d+ \(data row \d+\) has \d+ fields, the header has \d+: the file is truncated/,
    ],
    [
      'empty',
      () => replaceRaw(wave('2017'), new Uint8Array(0)),
      /2017.*\.csv: the file is empty \(0 bytes\)/,
    ],
    [
      'nothing but its header',
      () => {
        const path = join(wave('2017'), rawName(wave('2017')));
        replaceRaw(wave('2017'), Buffer.from(`${readFileSync(path, 'utf8').split('\r\n')[0]}\r\n`));
      },
      /2017.*\.csv: only a header line with \d+ columns, no data rows/,
    ],
    [
      'in another encoding than its snapshot says, GB18030 bytes as UTF-8',
      () => {
        const path = join(wave('2014'), 'snapshot.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('gb18030', 'utf-8'));
      },
      /2014.*\.csv: not utf-8 at byte \d+/,
    ],
    [
      'in another encoding than its snapshot says, UTF-8 bytes as GB18030',
      () => {
        const bytes = readFileSync(join(wave('2014'), rawName(wave('2014'))));
        replaceRaw(wave('2014'), Buffer.from(new TextDecoder('gb18030').decode(bytes)));
      },
      /2014.*\.csv: said to be gb18030, but the file is utf-8; give the right encoding/,
    ],
    [
      'not the one that its snapshot recorded',
      () => {
        const path = join(wave('2017'), rawName(wave('2017')));
        writeFileSync(path, readFileSync(path, 'utf8').replace('\r\n5', '\r\n6'));
      },
      /2017.*is not the file that snapshot\.json recorded .* wavebook new-wave .* --wave 2017 --replace/,
    ],
    [
      'of the 2017 layout, handed in as 2014',
      () => {
        replaceRaw(wave('2014'), readFileSync(join(wave('2017'), rawName(wave('2017')))));
        const path = join(wave('2014'), 'snapshot.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('gb18030', 'utf-8'));
      },
      /came in as wave 2014 with codebook monitoring-2014 .* its columns are those of monitoring-2017 \(100 %\)/,
    ],
    [
      'of the 2017 layout, handed in as 2018',
      () => {
        cpSync(wave('2017'), wave('2018'), { recursive: true });
        const path = join(wave('2018'), 'snapshot.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"wave": "2017"', '"wave": "2018"'));
      },
      /came in as wave 2018 .* its columns are those of monitoring-2017/,
    ],
    [
      'missing',
      () => rmSync(join(wave('2017'), rawName(wave('2017')))),
      /listed in snapshot\.json, but not there/,
    ],
    [
      'a Stata file cut off in the middle',
      () => {
        const made = formatTable(table(3, [['a', numberColumn(new Float64Array(3))]]), { format: 'dta' });
        replaceRaw(wave('2017'), made.subarray(0, made.length - 40));
      },
      /2017.*\.csv: byte \d+: expected /,
    ],
    [
      'a link that leads out of its folder',
      () => {
        const path = join(wave('2017'), rawName(wave('2017')));
        rmSync(path);
        symlinkSync(join(kept, 'monitoring/2017', rawName(wave('2017'))), path);
      },
      /2017.*\.csv: is a link that leads out of its folder/,
    ],
    [
      'with a correction whose old value is not there',
      () =>
        writeFileSync(
          join(wave('2017'), 'corrections.csv'),
          'respondent_id,row,variable,old_value,new_value,reason,by,date\n,1,sex,9,1,miskeyed,Li,2017-08-01\n',
        ),
      /2017\/corrections\.csv: 1 of 1 corrections refused: line 2: q101b1 of row 1 holds another value/,
    ],
    [
      'named outside its folder',
      () => {
        const path = join(wave('2017'), 'snapshot.json');
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll('design.csv', '../2014/design.csv'));
      },
      /snapshot\.json: .*a file name inside the wave folder, without a path/,
    ],
  ];

  beforeEach(() => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    rmSync(join(root, 'data/synthetic'), { recursive: true });
    cpSync(kept, join(root, 'data/synthetic'), { recursive: true });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each(cases)(
    '%s: one message with file and place, earlier outputs untouched',
    async (_, breakIt, message) => {
      breakIt();
      const error = await cleanStage(root, oneByOne).then(
        () => undefined,
        (thrown: Error) => thrown,
      );
      expect(error?.name).toBe('DataError');
      expect(error?.message).toMatch(message);
      expect(error?.message.split('\n')).toHaveLength(1);
      expect(cleanOutputs()).toEqual(outputs);
    },
  );

  test('the command ends with exit code 1 and that message alone on standard error', () => {
    const [, breakIt, message] = cases[0] as (typeof cases)[number];
    breakIt();
    const run = runClean();
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.status).toBe(1);
    expect(cleanOutputs()).toEqual(outputs);
  });

  test('a real wave takes the place of the synthetic ones, and invented names are not used on it', () => {
    mkdirSync(join(root, 'data/raw/monitoring'), { recursive: true });
    cpSync(wave('2017'), wave('2017', 'raw'), { recursive: true });
    const path = join(wave('2017', 'raw'), 'snapshot.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"synthetic": true', '"synthetic": false'));
    const run = runClean();
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/monitoring has a real wave; the synthetic wave 2014 is left out/);
    expect(run.stdout).toMatch(/unmapped: .*contract/);
    const manifest = JSON.parse(readFileSync(join(root, 'data/clean/manifest.json'), 'utf8'));
    expect(manifest.waves.map((w: { wave: string }) => w.wave)).toEqual(['2017']);
    expect(manifest.waves[0].unmapped).toEqual(
      expect.arrayContaining(['contract', 'industry', 'health_record']),
    );
    expect(manifest.waves[0].recalled).toContain('employed');
    rmSync(join(root, 'data/raw'), { recursive: true });
  });
});
