import type { Mutation } from './mutation.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The committed page: what was broken, and the first test that failed. */
export function mutationTable(rows: readonly { mutation: Mutation; test: string }[]): string {
  return [
    '# Formulas broken on purpose',
    '',
    `Each of ${rows.length} formulas of the source is broken in turn; a test fails for every one. Made by \`npm run check:mutation\`;`,
    'random designs have a fixed seed there. `npm test` checks that every break still fits the source, and runs a few.',
    '',
    '| source | broken | first test that fails |',
    '|---|---|---|',
    ...rows.map(
      ({ mutation, test }) => `| ${[mutation.file, mutation.breaks, test].map(cell).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}
