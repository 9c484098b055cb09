import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

test('the book rests on nothing of the programme, and both come out of one command, one failing or not', () => {
  const { tasks } = read('turbo.json') as { tasks: Record<string, unknown> };
  const others = Object.entries(tasks).filter(([name]) => name !== '@wavebook/programme#data:programme');
  expect(JSON.stringify(others)).not.toContain('programme');
  const { whitebook } = (read('package.json') as { scripts: { whitebook: string } }).scripts;
  expect(whitebook).toContain('data:book data:programme');
  expect(whitebook).toContain('--continue=dependencies-successful');
});
