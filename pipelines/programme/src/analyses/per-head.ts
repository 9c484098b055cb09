import type { EstimateRow, ProgrammeFigure } from '@wavebook/schema';
import { deltaMethod, domainCells, jointEstimates } from '@wavebook/survey-stats';
import { figureRow, worstOf } from '../results/figure-row.ts';
import { texts } from '../survey/columns.ts';
import { gapOutcomes } from './gaps.ts';
import { everybody, indicatorOf, type Rows, type Source } from './source.ts';

/** An index on those registered in the cities alone, on all residents, and how far the second lies from the first. */
export interface PerHeadRow {
  readonly outcome: string;
  readonly registered: EstimateRow | undefined;
  readonly residents: EstimateRow | undefined;
  readonly error: ProgrammeFigure;
}

/**
 * Indices of the cities in which residents were asked beside migrants: once over local residents, as statistics by household registration
 * have it, once over everybody who lives there. Both samples must be weighted to the same scale.
 */
export function perHeadOf(beside: Source, rows: Rows): PerHeadRow[] {
  const { records, design, wave, migrants = wave } = beside;
  const population = texts(records, 'population');
  return gapOutcomes.flatMap(([outcome, variable, codes]): PerHeadRow[] => {
    const y = indicatorOf(records, variable, codes);
    if (y.every(Number.isNaN)) return [];
    const quantity = { id: outcome, unit: 'share', y };
    const [registered, residents] = [
      rows.add(
        beside,
        quantity,
        everybody(records, 'registered_in_cities', (row) => population[row] === 'residents'),
      ),
      rows.add(
        beside,
        quantity,
        everybody(records, 'residents_of_cities', (row) => population[row] !== ''),
      ),
    ].map((found) => found.get('all'));
    const groups = domainCells(
      design,
      Int32Array.from(population, (name) => ['residents', 'migrants'].indexOf(name)),
      2,
    );
    const answered = Float64Array.from(y, (value) => (Number.isNaN(value) ? 0 : 1));
    const joint = jointEstimates(
      design,
      [
        { kind: 'mean', y },
        { kind: 'total', y: answered },
      ],
      { domains: groups },
    );
    const found = deltaMethod(joint, (entries) => {
      const [own, ownHeads, others, otherHeads] = entries as [number, number, number, number];
      return (own * ownHeads + others * otherHeads) / (ownHeads + otherHeads) - own;
    });
    return [
      {
        outcome,
        registered,
        residents,
        error: figureRow(
          {
            id: ['per_head', outcome, wave.instrument, wave.wave].join('.'),
            of: {
              zh: '全体居民减户籍居民（8城市）',
              en: 'All residents less registered residents (8 cities)',
            },
            indicator: outcome,
            waves: [migrants, wave],
            unit: 'share',
          },
          { ...found, n: residents?.n ?? 0 },
          worstOf([registered, residents]),
        ),
      },
    ];
  });
}
