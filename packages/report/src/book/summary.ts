import type { EstimateRow, Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block, Card } from '../document/block.ts';
import { figureInWords } from '../words/number.ts';
import type { BookData } from './book-data.ts';
import { themeBlocks } from './theme-blocks.ts';

/** Indicators on the first page. */
const keyIndicators = [
  'contract_signed',
  'monthly_income_mean',
  'medical_insured',
  'work_injury_insured',
  'health_record',
  'health_education_any',
  'family_migration',
  'left_behind_children',
  'integration_index',
];

const latestRow = (rows: readonly EstimateRow[], indicator: string): EstimateRow | undefined =>
  rows
    .filter(
      (r) =>
        r.indicator === indicator &&
        r.domain === 'all' &&
        r.weighting === 'weighted' &&
        r.variant === 'level',
    )
    .sort((a, b) => (a.wave < b.wave ? 1 : -1))[0];

const cards = (data: BookData, lang: Language): Card[] =>
  keyIndicators.flatMap((id) => {
    const chapter = data.chapters.find((c) => indicatorsByTopic[c.file.topic].some((i) => i.id === id));
    const indicator = chapter && indicatorsByTopic[chapter.file.topic].find((i) => i.id === id);
    const row = chapter && latestRow(chapter.rows, id);
    if (!indicator || !row || row.suppressed || row.estimate === null) return [];
    const say = (value: number): string => figureInWords(value, row.unit, lang);
    const range =
      row.ci_low === null || row.ci_high === null
        ? ''
        : `${lang === 'zh' ? '95%区间' : '95% interval'} ${say(row.ci_low)}–${say(row.ci_high)}`;
    const about = [indicator.universe_label[lang], row.wave].join(lang === 'zh' ? '，' : ', ');
    return [{ value: say(row.estimate), id: row.id, name: indicator.label[lang], lines: [range, about] }];
  });

/** What opens the book: its key numbers. */
export function summarySection(data: BookData, lang: Language): Block {
  return {
    kind: 'section',
    id: 'glance',
    kindOf: 'back',
    blocks: [
      { kind: 'heading', level: 2, text: lang === 'zh' ? '要点' : 'At a glance' },
      { kind: 'cards', cards: cards(data, lang) },
      ...themeBlocks(data, lang),
    ],
  };
}
