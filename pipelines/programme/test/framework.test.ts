import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CostAssumptions } from '@wavebook/schema';
import { afterAll, expect, test } from 'vitest';
import { budgetSums } from '../src/analyses/recomputed.ts';
import { checkBaselines, readFramework } from '../src/framework/read-framework.ts';
import { readYaml } from '../src/framework/read-yaml.ts';
import { definitions } from '../src/survey/definition.ts';

const folder = mkdtempSync(join(tmpdir(), 'framework-'));
afterAll(() => rmSync(folder, { recursive: true }));
const known = await definitions();
const textOf = (name: string): string =>
  readFileSync(new URL(`../framework/${name}`, import.meta.url), 'utf8');

/** Reads a framework after one replacement of its text; tells the line of what was put in. */
async function read(name: string, from?: string, to?: string) {
  const text = textOf(name);
  const at = from === undefined ? 0 : text.indexOf(from);
  if (at < 0) throw new Error(`${name} does not hold ${from}`);
  const path = join(folder, name);
  writeFileSync(path, from === undefined ? text : text.replace(from, to ?? ''));
  return { framework: readFramework(path, name, known), line: text.slice(0, at).split('\n').length };
}

test('the frameworks of the documents have four and three outcomes and no numeric target', async () => {
  for (const [name, outcomes] of [
    ['undp.yaml', 4],
    ['yem.yaml', 3],
  ] as const) {
    const framework = await (await read(name)).framework;
    expect(framework.framework.outcomes).toHaveLength(outcomes);
    expect(framework.illustrative).toBe(false);
    expect(framework.framework.targets.every(({ value }) => value === null)).toBe(true);
  }
});

test('numeric targets stand in the illustrative file alone, which says so', async () => {
  const framework = await (await read('illustrative.yaml')).framework;
  expect(framework.illustrative).toBe(true);
  expect(
    framework.framework.targets.every(
      ({ value, source }) => value !== null && source.startsWith('illustrative'),
    ),
  ).toBe(true);
});

test('the outputs of the project document add up to its total; part 6 too', async () => {
  const framework = await (await read('undp.yaml')).framework;
  expect(framework.framework.outputs).toHaveLength(14);
  const sums = budgetSums(framework);
  expect(sums.filter(({ agrees }) => !agrees).map(({ what }) => what.en)).toEqual([
    'YEM: transferred by 2010, from the first and second disbursement',
    'YEM: the three disbursements',
  ]);
  const short = sums.flatMap(({ printed, made, agrees }) => (agrees ? [] : [printed - made]));
  expect(short).toEqual([20_000, 20_000]);
});

test.each([
  [
    'an unknown indicator',
    'illustrative.yaml',
    'measured_by: residence_permit',
    'measured_by: residence_permits',
    'unknown indicator "residence_permits"',
  ],
  [
    'a unit that is not that of the measure',
    'illustrative.yaml',
    'unit: share',
    'unit: yuan',
    'is measured in share; got the unit "yuan"',
  ],
  [
    'a due date that is no quarter',
    'illustrative.yaml',
    'due: 2011-Q4',
    'due: soon',
    'a quarter such as 2008-Q3',
  ],
  [
    'a target of an indicator that is not there',
    'illustrative.yaml',
    'targets:\n    - indicator: "1.c"',
    'targets:\n    - indicator: "9.z"',
    'no row has the id "9.z"',
  ],
])('%s is named with file and line', async (_, name, from, to, message) => {
  const { framework, line } = await read(name, from, to);
  const lines = from.split('\n').length - 1;
  await expect(framework).rejects.toThrow(`${name}: line ${line + lines}: `);
  await expect(framework).rejects.toThrow(message);
});

test('a target without a unit is named with the line of its indicator', async () => {
  const { framework } = await read('illustrative.yaml', '      unit: share\n', '');
  await expect(framework).rejects.toThrow(/illustrative\.yaml: line \d+: framework\.indicators\.0\.unit: /);
});

test('a baseline after its target is due, or after the latest round, is named with file and line', async () => {
  const late = await read(
    'undp.yaml',
    'due: 2008-Q3\n      source: "project document, part 7, output targets"',
    'due: 2006-Q3\n      source: "project document, part 7, output targets"',
  );
  await expect(late.framework).rejects.toThrow(
    `undp.yaml: line ${late.line}: indicator 1.e: the baseline (2007) lies after the target is due (2006-Q3)`,
  );
  const framework = await (await read('undp.yaml')).framework;
  expect(() => checkBaselines(framework, '2011-Q4')).not.toThrow();
  expect(() => checkBaselines(framework, '2006-Q4')).toThrow(
    /undp\.yaml: line \d+: indicator 1\.a: the baseline \(2007\) lies after the latest round \(2006-Q4\)/,
  );
});

test('text that is no YAML is named with its line', async () => {
  const path = join(folder, 'broken.yaml');
  writeFileSync(path, 'programme: undp\nentered: [1, 2\nframework: {}\n');
  await expect(readYaml(path, 'broken.yaml', CostAssumptions)).rejects.toThrow(/broken\.yaml: line \d+: /);
});

test('settings of an assumption that do not rise are named with their line', async () => {
  const path = join(folder, 'cost-assumptions.yaml');
  const text = textOf('cost-assumptions.yaml').replace('months: { low: 8,', 'months: { low: 18,');
  writeFileSync(path, text);
  const line = text.slice(0, text.indexOf('months: {')).split('\n').length;
  await expect(readYaml(path, 'cost-assumptions.yaml', CostAssumptions)).rejects.toThrow(
    `cost-assumptions.yaml: line ${line}: months: low, base and high must rise`,
  );
});
