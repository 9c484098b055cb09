import { expect, it } from 'vitest';
import { topicsOf, turboWords } from '../../src/run/topics.ts';

const topics = topicsOf(
  '{"tasks": {"@wavebook/services#data:chart": {}, "@wavebook/employment#data:chart": {"dependsOn": ["@wavebook/x#data:chart"]}}}',
);

it('reads the topics off the task graph', () => {
  expect(topics).toEqual(['employment', 'services']);
});

it('runs the book, or one topic', () => {
  expect(turboWords(undefined, topics)).toEqual(['run', 'data:book']);
  expect(turboWords('services', topics)).toEqual(['run', 'data:chart', '--filter=@wavebook/services']);
  expect(() => turboWords('service', topics)).toThrow('expected one of employment, services; got "service"');
});
