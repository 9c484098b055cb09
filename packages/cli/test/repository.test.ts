import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const MEGABYTE = 2 ** 20;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);

const isIgnored = (path: string): boolean =>
  spawnSync('git', ['check-ignore', '--quiet', '--no-index', '--', path], { cwd: root }).status === 0;

describe('confidential microdata stay out of git', () => {
  it.each([
    'data/raw/monitoring/2018/snapshot.json',
    'data/raw/monitoring/2018/corrections.csv',
    'data/raw/monitoring/2018/2018年全国流动人口 A卷(终).dta',
    'data/raw/baseline-worker/2009-baseline/[密] 调查.sav',
    'data/raw/readme.md',
    'data/clean/monitoring/2018/issues.csv',
    'data/clean/monitoring/2018/audit.csv',
    'data/weighted/monitoring/2018/respondents.arrow',
    'data/estimates/employment/estimates.csv',
    'data/charts/employment/contract-signed-by-sex.zh.svg',
    'data/programme/estimates.csv',
    'data/whitebook/index.zh.html',
    'data/whitebook/白皮书.docx',
    'data/.clean-failed/issues-monitoring-2018.csv',
    'data/.data-clean.building/monitoring/2018/respondents.arrow',
    'data/.data-clean.old/monitoring/2018/audit.csv',
    'data/.data-estimates-employment.lock',
    'data/.real-waves',
    '.turbo/cache/0123456789abcdef.tar.zst',
    'pipelines/clean/.turbo/turbo-data$colon$clean.log',
  ])('git ignores %s', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it.each([
    'data/synthetic/monitoring/2018/snapshot.json',
    'data/controls/monitoring/2018.csv',
    'data/published/white-book-2018.csv',
  ])('git takes %s', (path) => {
    expect(isIgnored(path)).toBe(false);
  });

  it('tracks nothing that stages or users put into data', () => {
    const committed = /^data\/(?:synthetic|controls|published)\//;
    expect(tracked.filter((path) => path.startsWith('data/') && !committed.test(path))).toEqual([]);
  });

  it('tracks no snapshot of a real wave, and no wave without a snapshot', () => {
    const snapshots = tracked.filter((path) => path.endsWith('snapshot.json'));
    expect(snapshots.length).toBeGreaterThan(0);
    for (const path of snapshots) expect([path, JSON.parse(read(path)).synthetic]).toEqual([path, true]);
    const folders = new Set(snapshots.map((path) => path.replace(/[^/]+$/, '')));
    const waves = tracked.filter((path) => path.startsWith('data/synthetic/'));
    expect(waves.filter((path) => !folders.has(path.replace(/[^/]+$/, '')))).toEqual([]);
  });

  it('keeps turbo from sending its cache anywhere', () => {
    expect(JSON.parse(read('turbo.json')).remoteCache).toEqual({ enabled: false });
  });
});

describe('the repository', () => {
  it('has no registry address in its lock file', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":\s*"http/);
  });

  it('has no file over 4 MB', () => {
    const present = tracked.filter((path) => statSync(join(root, path), { throwIfNoEntry: false }));
    expect(present.filter((path) => statSync(join(root, path)).size > 4 * MEGABYTE)).toEqual([]);
  });
});
