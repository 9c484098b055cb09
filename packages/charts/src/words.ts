import type { Lang } from './chart-text.ts';

/** The words that the frame itself prints. */
interface Words {
  notes: string;
  source: string;
  estimate: string;
  interval: (level: number) => string;
  /** Between the bounds of an interval; not a dash, for bounds may be negative. */
  to: string;
  /** Before the name of a source that is not ours. */
  anotherSource: string;
  year: (year: number) => string;
}

const percent = (level: number) => `${Math.round(level * 1000) / 10}`;

/** @internal */
export const words: Record<Lang, Words> = {
  zh: {
    notes: '注：',
    source: '资料来源：',
    estimate: '估计值',
    interval: (level) => `${percent(level)}%置信区间`,
    to: '～',
    anotherSource: '另一来源：',
    year: (year) => `${year}年`,
  },
  en: {
    notes: 'Notes: ',
    source: 'Source: ',
    estimate: 'Estimate',
    interval: (level) => `${percent(level)}% CI`,
    to: ' to ',
    anotherSource: 'Another source: ',
    year: (year) => `${year}`,
  },
};
