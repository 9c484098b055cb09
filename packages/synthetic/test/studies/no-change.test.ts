import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type NoChange, noChangeStudy } from '../../studies/no-change-study.ts';

const committed = JSON.parse(
  readFileSync(new URL('../../studies/no-change.json', import.meta.url), 'utf8'),
) as NoChange;

describe('a population without change', () => {
  test('over 400 redraws at most 7.5 % of chapters hold a sentence that claims one (committed table)', () => {
    expect(committed.redraws).toBeGreaterThanOrEqual(400);
    expect(committed.share).toBeLessThanOrEqual(0.075);
    for (const { topic, chapters } of committed.topics)
      expect(chapters / committed.redraws, topic).toBeLessThanOrEqual(0.085);
  });

  test('the same study, short', () => {
    const short = noChangeStudy({ redraws: 8, provinces: ['31', '50'], samplePoints: 60 });
    expect(short.topics.reduce((sum, { indicators }) => sum + indicators, 0)).toBe(
      committed.topics.reduce((sum, { indicators }) => sum + indicators, 0),
    );
    expect(short.share).toBeLessThanOrEqual(0.075);
  });
});
