import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packedFiles } from '../../scripts/generated-files.ts';

const own = join(import.meta.dirname, '../..');
const modules = join(own, '../../node_modules');
const tsc = join(modules, 'typescript/bin/tsc');
let folder = '';
const at = (...parts: string[]): string => join(folder, ...parts);
const execute = promisify(execFile);
const run = async (program: string, ...words: string[]): Promise<string> =>
  (await execute(process.execPath, [program, ...words], { cwd: at('app') })).stdout;
const put = (name: string, text: string): string => {
  writeFileSync(at('app', name), text);
  return at('app', name);
};

/** What another team has: the packed package and zod in an empty project, and nothing of this repository. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consumer 项目 '));
  const copy = at('package');
  mkdirSync(copy);
  const compiled = execute(process.execPath, [
    tsc,
    '-p',
    join(own, 'tsconfig.build.json'),
    '--outDir',
    join(copy, 'dist'),
  ]);
  for (const part of ['package.json', 'README.md', 'contract'])
    cpSync(join(own, part), join(copy, part), { recursive: true });
  for (const { path, text } of packedFiles()) {
    mkdirSync(dirname(join(copy, 'generated', path)), { recursive: true });
    writeFileSync(join(copy, 'generated', path), text);
  }
  await compiled;
  await execute(process.execPath, [
    '--import',
    import.meta.resolve('tsx'),
    join(own, 'scripts/bundle-for-node.ts'),
    copy,
  ]);
  await execute('npm', ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder], {
    cwd: copy,
  });
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const installed = at('app', 'node_modules', '@wavebook', 'schema');
  mkdirSync(installed, { recursive: true });
  await execute('tar', ['-xzf', at(tarball as string), '-C', installed, '--strip-components=1']);
  symlinkSync(join(modules, 'zod'), at('app', 'node_modules', 'zod'));
  put('package.json', JSON.stringify({ name: 'app', type: 'module', private: true }));
  put(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        module: 'NodeNext',
        target: 'ES2022',
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
      },
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.concurrent('the packed package in an empty project', () => {
  test('plain Node imports the root and every subpath', async () => {
    const script = put(
      'main.mjs',
      `
import { Respondent, Province, codebook, indicators } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { monitoring2017 } from '@wavebook/schema/codebooks/monitoring-2017';
import { allIndicators } from '@wavebook/schema/indicators';
import { instruments } from '@wavebook/schema/instruments';
import { baselineWorker } from '@wavebook/schema/instruments/baseline-worker';
import { crosswalks } from '@wavebook/schema/crosswalks';
import { exportFiles } from '@wavebook/schema/exports';
import { validateColumns } from '@wavebook/schema/validator';
import { compareContracts, currentContract } from '@wavebook/schema/contract';
import schema from '@wavebook/schema/generated/json-schema/monitoring.respondent.schema.json' with { type: 'json' };
import contract from '@wavebook/schema/contract/0.1.0.json' with { type: 'json' };
console.log(JSON.stringify([
  Respondent.shape.sex.safeParse('x').success, Province.safeParse('44').success,
  (await codebook('monitoring-2017')) === monitoring2017, codebooks['monitoring-2017'] === monitoring2017,
  (await indicators()) === allIndicators,
  instruments['baseline-worker'] === baselineWorker, Object.keys(crosswalks).length > 0,
  exportFiles('ddi').length, validateColumns({ variables: [] }, {}).rows,
  compareContracts(currentContract('1.0.0'), currentContract('1.0.0')).length,
  schema['x-record'], contract.version,
]));`,
    );
    expect(JSON.parse(await run(script))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      4,
      0,
      0,
      'respondent',
      '0.1.0',
    ]);
  });

  test('types resolve; a wrong code and a wrong variable do not compile', async () => {
    const good = `
import { type Respondent, Province, type Sex, type EstimateRow, codebook } from '@wavebook/schema';
import { validateColumns, type ColumnIssue } from '@wavebook/schema/validator';
import { monitoring2014 } from '@wavebook/schema/codebooks/monitoring-2014';
const sex: Sex = 'female';
const record: Pick<Respondent, 'sex' | 'age'> = { sex, age: 30 };
export const place: Province = Province.parse('44');
export const issues = (rows: Float64Array): readonly ColumnIssue[] => validateColumns({ variables: [] }, { age: rows }).issues;
export const estimate = (row: EstimateRow): number | null => row.estimate;
export const year: string = monitoring2014.wave;
export const loaded = codebook('monitoring-2017');
export default record;
`;
    put('good.ts', good);
    const bad = [
      [
        "import type { Sex } from '@wavebook/schema'; export const sex: Sex = 'woman';",
        /'"woman"' is not assignable/,
      ],
      [
        "import type { Respondent } from '@wavebook/schema'; export const s = (r: Respondent) => r.gender;",
        /'gender' does not exist/,
      ],
      [
        "import { codebook } from '@wavebook/schema'; export const c = codebook('monitoring-1999');",
        /monitoring-1999/,
      ],
      ["import { codebooks } from '@wavebook/schema'; export default codebooks;", /codebooks/],
    ] as const;
    bad.forEach(([text], i) => void put(`bad-${i}.ts`, text));
    let said = '';
    try {
      await run(tsc, '-p', '.', '--pretty', 'false');
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    // one run for both: every error is one of the wrong files
    const errors = said.split('\n').filter((line) => line.includes('error TS'));
    expect(errors).toHaveLength(bad.length);
    bad.forEach(([, message], i) => {
      expect(errors.find((line) => line.startsWith(`bad-${i}.ts`))).toMatch(message);
    });
  });

  test('a browser bundle of the root has no Node builtin, and what is not used is left out', async () => {
    const { build } = createRequire(fileURLToPath(import.meta.resolve('tsx')))('esbuild') as {
      build(options: object): Promise<{ outputFiles: { path: string; text: string }[] }>;
    };
    const bundle = async (code: string): Promise<{ first: string; all: string }> => {
      const { outputFiles } = await build({
        stdin: { contents: code, resolveDir: at('app'), loader: 'js' },
        bundle: true,
        splitting: true,
        minify: true,
        format: 'esm',
        platform: 'browser',
        external: ['zod'],
        outdir: at('out'),
        write: false,
        logLevel: 'silent',
      });
      return {
        first: outputFiles.find(({ path }) => path.endsWith('stdin.js'))?.text ?? '',
        all: outputFiles.map(({ text }) => text).join('\n'),
      };
    };
    const one = await bundle("import { Label } from '@wavebook/schema'; console.log(Label);");
    expect(one.first.length).toBeLessThan(1_000);
    const root = await bundle("import * as schema from '@wavebook/schema'; console.log(schema);");
    expect(root.all).not.toMatch(/node:|require\(/);
    // codebooks and indicators are chunks of their own
    expect(root.all).toContain('flo_rage_1');
    expect(root.first).not.toContain('flo_rage_1');
    expect(root.first).not.toContain('denominator:"weekly_hours"');
    const validator = await bundle(
      "import { validateColumns } from '@wavebook/schema/validator'; console.log(validateColumns);",
    );
    expect(validator.first).not.toContain('flo_rage_1');
  });

  test('it carries the licence, what it needs and no source, test or bench', () => {
    const files = readdirSync(at('app/node_modules/@wavebook/schema'));
    expect(files.sort()).toEqual(['README.md', 'contract', 'dist', 'generated', 'package.json']);
    const { dependencies, peerDependencies, sideEffects } = JSON.parse(
      readFileSync(at('app/node_modules/@wavebook/schema/package.json'), 'utf8'),
    ) as { dependencies?: object; peerDependencies: object; sideEffects: boolean };
    expect([dependencies, Object.keys(peerDependencies), sideEffects]).toEqual([undefined, ['zod'], false]);
    const formats = readdirSync(at('app/node_modules/@wavebook/schema/generated'));
    expect(formats.sort()).toEqual(['csvw', 'ddi', 'json-schema', 'sdmx', 'table-schema']);
  });
});
