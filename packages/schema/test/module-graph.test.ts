import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codebooks } from '../src/codebooks/index.ts';
import { codebook, codebookNames, indicators } from '../src/index.ts';
import { allIndicators } from '../src/indicators/index.ts';
import { instruments } from '../src/instruments/index.ts';

const source = join(import.meta.dirname, '../src');
const STATIC = /^(?:import|export)\s(?!type\s)[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm;

const imported = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(STATIC)].map(([, from, bare]) => from ?? bare ?? '');

/** Every module that a static import loads, by its path under `src`, and the packages. */
function loaded(entry: string): { modules: string[]; packages: string[] } {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of imported(file))
      if (name.startsWith('.')) visit(join(dirname(file), name));
      else packages.add(name);
  };
  visit(join(source, entry));
  const modules = [...seen].map((file) => relative(source, file).replaceAll('\\', '/'));
  return { modules, packages: [...packages] };
}

describe('what an import loads', () => {
  test('the root loads no codebook, indicator, instrument, export, validator, contract or crosswalk, and of packages zod alone', () => {
    const { modules, packages } = loaded('index.ts');
    expect(modules).toContain('records/respondent.ts');
    expect(
      modules.filter((m) =>
        /^(codebooks|indicators|instruments|exports|validator|contract|crosswalks(?!\/code-crosswalk))\//.test(
          m,
        ),
      ),
    ).toEqual([]);
    expect(packages).toEqual(['zod']);
    expect(modules.length).toBeLessThan(100);
  });

  test('a codebook is loaded alone', () => {
    const others = loaded('codebooks/monitoring-2017.ts').modules.filter((m) =>
      /^codebooks\/monitoring-/.test(m),
    );
    expect(others).toEqual(['codebooks/monitoring-2017.ts']);
  });

  test('nothing in src needs Node: it runs in browsers', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
    const needing = files.filter((f) => {
      const text = readFileSync(join(source, f), 'utf8');
      return /from 'node:|import\('node:|\bprocess\.|\bBuffer\b|\b__dirname\b|import\.meta\.dirname/.test(
        text,
      );
    });
    expect(needing).toEqual([]);
  });

  test('no module of the root has effects beyond its exports', () => {
    const statements = loaded('index.ts').modules.flatMap((m) =>
      readFileSync(join(source, m), 'utf8')
        .split('\n')
        .filter((line) => /^(?:globalThis|console|Object\.assign|z\.config|[a-z]\w*\.\w+\()/.test(line))
        .map((line) => [m, line]),
    );
    expect(statements).toEqual([]);
  });
});

test('every codebook and instrument has its own subpath', () => {
  const { exports } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')) as {
    exports: object;
  };
  for (const name of Object.keys(codebooks)) expect(exports).toHaveProperty([`./codebooks/${name}`]);
  for (const name of Object.keys(instruments)) expect(exports).toHaveProperty([`./instruments/${name}`]);
});

describe('what is loaded when asked for', () => {
  test('every codebook has its loader, which gives the one of the registry', async () => {
    expect([...codebookNames].sort()).toEqual(Object.keys(codebooks).sort());
    for (const name of codebookNames) expect(await codebook(name)).toBe(codebooks[name]);
    await expect(codebook('monitoring-1999' as 'monitoring-2017')).rejects.toThrow(
      /expected one of monitoring-2011, .*; got "monitoring-1999"/,
    );
  });

  test('the indicators, group by group', async () => {
    expect(await indicators()).toBe(allIndicators);
  });
});
