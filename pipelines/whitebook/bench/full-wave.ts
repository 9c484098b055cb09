/**
 * From raw to book: the committed synthetic waves, and a wave of 170,000 people, each in a fresh copy of the repository. Seconds and largest
 * memory of each stage (all its processes), read off /proc ten times a second; writes full-wave.md. Part of `npm run bench`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { copiedRepository } from '../test/copied-repository.ts';

const repository = join(import.meta.dirname, '..', '..', '..');

interface Stage {
  readonly name: string;
  readonly seconds: number;
}

interface Run {
  readonly seconds: number;
  readonly stages: readonly Stage[];
  readonly megabytes: number;
}

/** Resident memory of every process whose working folder lies in `root`, in megabytes. */
const residentIn = (root: string): number => {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      if (!environment.includes(`WAVEBOOK_BENCH=${root}\0`)) continue;
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // the process has ended
    }
  }
  return kilobytes / 1024;
};

const runBook = (root: string): Promise<Run> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const turbo = spawn(
      process.execPath,
      [
        join(root, 'node_modules', 'turbo', 'bin', 'turbo'),
        'run',
        'data:book',
        '--env-mode=loose',
        '--concurrency=2',
      ],
      {
        cwd: root,
        env: { ...process.env, WAVEBOOK_BENCH: root, NO_COLOR: '1', TURBO_TELEMETRY_DISABLED: '1' },
      },
    );
    let output = '';
    turbo.stdout.on('data', (text) => (output += text));
    turbo.stderr.on('data', (text) => (output += text));
    let megabytes = 0;
    const watch = setInterval(() => {
      megabytes = Math.max(megabytes, residentIn(root));
    }, 100);
    turbo.on('close', (code) => {
      clearInterval(watch);
      if (code !== 0) return reject(new Error(output.slice(-4000)));
      const stages = [...output.matchAll(/(\w+): \d+ files in data\/(\S+), ([\d.]+) s/g)].map((m) => ({
        name: m[2] as string,
        seconds: Number(m[3]),
      }));
      resolve({ seconds: (performance.now() - started) / 1000, stages, megabytes });
    });
  });

const small = copiedRepository();
const smallRun = await runBook(small);
rmSync(small, { recursive: true });

const full = copiedRepository();
for (const folder of ['data/synthetic/monitoring', 'data/controls/monitoring'])
  rmSync(join(full, folder), { recursive: true });
const made = join(full, 'made');
mkdirSync(made);
const synthetic = spawnSync(
  process.execPath,
  [
    '--conditions=@wavebook/source',
    '--import',
    import.meta.resolve('tsx'),
    join(repository, 'packages/synthetic/src/main.ts'),
    '--scale',
    '170000',
    '--wave',
    '2017',
    '--out',
    made,
  ],
  { stdio: 'inherit' },
);
if (synthetic.status !== 0) process.exit(1);
cpSync(join(made, 'monitoring'), join(full, 'data/synthetic/monitoring'), { recursive: true });
cpSync(join(made, 'controls/monitoring'), join(full, 'data/controls/monitoring'), { recursive: true });
const fullRun = await runBook(full);
rmSync(full, { recursive: true });

const names = [...new Set([...smallRun.stages, ...fullRun.stages].map((s) => s.name))].sort();
const secondsOf = (run: Run, name: string): string =>
  run.stages.find((s) => s.name === name)?.seconds.toFixed(1) ?? '';
const table = [
  '# From raw to book',
  '',
  `Seconds from raw files to the book in two languages, with nothing cached, on ${availableParallelism()} cores; made by \`npm run bench\`. Stages of one line run side by side.`,
  '',
  '| stage | committed waves | 170,000 people |',
  '|---|---|---|',
  ...names.map((name) => `| ${name} | ${secondsOf(smallRun, name)} | ${secondsOf(fullRun, name)} |`),
  `| **all, wall clock** | **${smallRun.seconds.toFixed(0)}** | **${fullRun.seconds.toFixed(0)}** |`,
  `| largest resident memory of all processes, MB | ${smallRun.megabytes.toFixed(0)} | ${fullRun.megabytes.toFixed(0)} |`,
  '',
].join('\n');
console.log(table);
writeFileSync(join(import.meta.dirname, 'full-wave.md'), table);
