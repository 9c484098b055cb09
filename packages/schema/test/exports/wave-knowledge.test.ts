import { describe, expect, test } from 'vitest';
import { codebooks, crosswalk } from '../../src/codebooks/index.ts';
import { knowledgeText, type WaveKnowledge, waveKnowledge } from '../../src/exports/index.ts';

const all = Object.values(codebooks);
const of = (variable: string, wave: string, record = 'respondent'): WaveKnowledge =>
  waveKnowledge(all, { instrument: 'monitoring', record, variable }).find(
    (k) => k.wave === wave,
  ) as WaveKnowledge;

describe('what the exports say of a wave', () => {
  test('a column of two parts is told whole', () => {
    expect(knowledgeText(of('food_cost', '2012'))).toBe(
      '2012: asked as foodcost_m + foodcost_m2, verified (S6b)',
    );
    expect(of('weekly_hours', '2011')).toMatchObject({ raw: 'q208', times: 'q209' });
    expect(of('hours_per_day', '2011')).toMatchObject({ known: 'asked', raw: 'q209' });
  });

  test('asked without a name, and what is only claimed, are not columns', () => {
    expect(of('pregnancy_place', '2015')).toEqual({
      wave: '2015',
      known: 'not_known',
      said_to_be_asked: { confidence: 'verified', source: 'S1' },
    });
    expect(knowledgeText(of('employer_type', '2015'))).toBe(
      '2015: not known; Q205? inferred (S6); Q208? recalled (R)',
    );
  });

  test('not released is not the same as not asked, and members have absences of their own', () => {
    expect(of('first_marriage_year', '2017').known).toBe('not_released');
    expect(knowledgeText(of('arrival_month', '2012'))).toBe('2012: not asked, verified (S1)');
    expect(of('employed', '2013', 'member').known).toBe('not_asked');
  });

  test('it says what the crosswalk says, and never an invented name', () => {
    for (const { record, variable, cells } of crosswalk().rows)
      for (const cell of cells) {
        const known = of(variable, cell.wave, record);
        expect(known.raw).toBe(cell.state === 'known' ? cell.mapping.raw : undefined);
        expect(known.known === 'not_known').toBe(cell.state === 'not_known');
        expect(JSON.stringify(known)).not.toContain('x_');
      }
  });
});
