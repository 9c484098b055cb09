import { type Mutation, nameOf } from './mutation.ts';

const cell = (text: string): string => text.replaceAll('|', '¦').replaceAll('\n', ' ');

/** The committed page: what was broken, and the first test that failed. @param tests name of a mutation → that test. */
export function mutationTable(mutations: readonly Mutation[], tests: ReadonlyMap<string, string>): string {
  const rows = mutations.flatMap((mutation) => {
    const test = tests.get(nameOf(mutation));
    return test === undefined ? [] : [[mutation.file, mutation.breaks, test]];
  });
  return [
    '# Formulas broken on purpose',
    '',
    `Each of ${rows.length} formulas of the source is broken in turn; a test fails for every one. Made by \`npm run check:mutation\`;`,
    'random designs have a fixed seed there. `npm test` checks that every break still fits the source, and runs a few.',
    '',
    '| source | broken | first test that fails |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
  ].join('\n');
}

/** Name of a mutation → its test, from such a page. */
export function testsInTable(page: string): Map<string, string> {
  const rows = page.split('\n').flatMap((line) => {
    const [file, breaks, test] = line.startsWith('| ') ? line.slice(2, -2).split(' | ') : [];
    return file?.endsWith('.ts') && breaks && test ? [{ file, breaks, test }] : [];
  });
  return new Map(rows.map(({ file, breaks, test }) => [nameOf({ file, breaks }), test]));
}
