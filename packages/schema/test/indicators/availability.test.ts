import { describe, expect, test } from 'vitest';
import type { Codebook, Mapping } from '../../src/codebook.ts';
import { codebooks } from '../../src/codebooks/index.ts';
import { derivedInChinese } from '../../src/exports/codebook/derived-in-chinese.ts';
import type { IndicatorDefinition, MeasurableIndicator } from '../../src/index.ts';
import {
  allIndicators,
  indicatorAvailability,
  measureIn,
  neededVariables,
} from '../../src/indicators/index.ts';
import { derivedFrom } from '../../src/variables/derived-from.ts';
import { memberVariables } from '../../src/variables/member.ts';
import { respondentVariables } from '../../src/variables/respondent.ts';

const find = (id: string): MeasurableIndicator => {
  const found = allIndicators.find((indicator) => indicator.id === id);
  if (found?.status !== 'measurable') throw new Error(`no measurable indicator "${id}"`);
  return found;
};

const mapping = (variable: string, more: Partial<Mapping> = {}): Mapping => ({
  variable,
  raw: variable.toUpperCase(),
  read: 'code',
  confidence: 'verified',
  source: 'S1',
  codes: { '1': 'yes' },
  ...more,
});

const wave = (respondent: Mapping[], more: Partial<Codebook> = {}): Codebook => ({
  name: 'monitoring-1999',
  instrument: 'monitoring',
  wave: '1999',
  interview: { year: 1999, month: 5 },
  age_window: [15, 59],
  usual_rows: 1,
  roster_slots: 1,
  respondent,
  member: [],
  not_asked: [],
  ...more,
});

const stateOf = (indicator: IndicatorDefinition, codebook: Codebook) => {
  const { instrument, state, confidence, lacking } = indicatorAvailability(indicator, [codebook])[0] ?? {};
  return { instrument, state, confidence, lacking };
};
const monitoring = { instrument: 'monitoring' };

describe('the availability of an indicator', () => {
  const contract = find('contract_signed');
  const all = ['employed', 'employment_status', 'contract'];

  test('computable: measure and universe are verified, names and codes', () => {
    expect(stateOf(contract, wave(all.map((v) => mapping(v))))).toEqual({
      ...monitoring,
      state: 'computable',
      confidence: 'verified',
      lacking: [],
    });
  });

  test('partly: the weakest name or code says how well', () => {
    const weak = [mapping('employed', { confidence: 'inferred' }), mapping('employment_status')];
    expect(stateOf(contract, wave([...weak, mapping('contract')]))).toMatchObject({
      state: 'partly',
      confidence: 'inferred',
      lacking: ['employed'],
    });
    const codes = mapping('contract', { codes_confidence: 'recalled' });
    expect(stateOf(contract, wave([...weak, codes]))).toMatchObject({
      state: 'partly',
      confidence: 'recalled',
      lacking: ['contract'],
    });
  });

  test('not known: a variable of the universe has no column, or its codes are not known', () => {
    expect(stateOf(contract, wave([mapping('contract'), mapping('employed')]))).toMatchObject({
      state: 'not_known',
      lacking: ['employment_status'],
    });
    const { codes: _, ...noCodes } = mapping('contract');
    const rest = [mapping('employed'), mapping('employment_status')];
    expect(stateOf(contract, wave([...rest, noCodes]))).toMatchObject({ state: 'not_known' });
    const part = mapping('contract', { codes_partial: true });
    expect(stateOf(contract, wave([...rest, part]))).toMatchObject({ state: 'not_known' });
  });

  test('placeholder: an invented name or code', () => {
    const rest = [mapping('employed'), mapping('employment_status')];
    for (const invented of [{ confidence: 'placeholder' }, { codes_confidence: 'placeholder' }] as const)
      expect(stateOf(contract, wave([...rest, mapping('contract', invented)]))).toMatchObject({
        state: 'placeholder',
        lacking: ['contract'],
      });
  });

  test('not asked goes before all', () => {
    const codebook = wave([mapping('employed', { confidence: 'recalled' })], {
      not_asked: [{ variable: 'contract', confidence: 'verified', source: 'S1' }],
    });
    expect(stateOf(contract, codebook)).toMatchObject({ state: 'not_asked', lacking: ['contract'] });
  });

  test('derived variables are followed to the questions, members’ to the roster', () => {
    expect(stateOf(find('medical_insured'), wave([mapping('insurance_public')]))).toMatchObject({
      state: 'not_known',
      lacking: [
        'insurance_rural_cooperative',
        'insurance_urban_rural_resident',
        'insurance_urban_resident',
        'insurance_urban_employee',
      ],
    });
    expect(stateOf(find('left_behind_children'), wave([]))).toMatchObject({
      lacking: ['member residence', 'member relation', 'member birth_year', 'member birth_month'],
    });
    expect(stateOf(find('age_mean'), wave([]))).toMatchObject({ lacking: ['birth_year', 'birth_month'] });
  });

  test('an instrument without layouts has its items; a gap to residents needs their layout too', () => {
    expect(indicatorAvailability(find('union_member'), [])).toEqual([
      { instrument: 'baseline-worker', wave: null, state: 'in_questionnaire', lacking: [] },
    ]);
    const everything = Object.values(codebooks);
    for (const indicator of allIndicators)
      if (indicator.status === 'measurable' && indicator.measure.kind === 'sample_gap')
        expect(indicatorAvailability(indicator, everything).map(({ state }) => state)).toEqual([
          'in_questionnaire',
          'in_questionnaire',
        ]);
  });

  test('what is not measurable is available nowhere', () => {
    for (const indicator of allIndicators)
      if (indicator.status !== 'measurable')
        expect(indicatorAvailability(indicator, Object.values(codebooks))).toEqual([]);
  });

  test('in the waves that are known', () => {
    const inWave = (id: string, year: string) =>
      indicatorAvailability(find(id), Object.values(codebooks)).find((a) => a.wave === year)?.state;
    expect(inWave('moves_mean', '2016')).toBe('computable');
    expect(inWave('moves_mean', '2017')).toBe('not_asked');
    expect(inWave('stay_years_mean', '2012')).toBe('not_asked');
    expect(inWave('contract_signed', '2014')).toBe('placeholder');
    expect(inWave('medical_insured', '2011')).toBe('not_asked');
    expect(inWave('health_record', '2015')).toBe('placeholder');
    expect(inWave('health_record', '2013')).toBe('not_known');
    expect(inWave('monthly_income_mean', '2011')).toBe('placeholder');
  });

  test('every derived variable of the monitoring survey says what it is made from', () => {
    for (const { name, derived } of [...respondentVariables, ...memberVariables])
      if (derived !== undefined) expect(derivedFrom(name).length, name).toBeGreaterThan(1);
  });

  test('every derived variable has its definition in both languages and its source', () => {
    for (const { name, derived, source } of [...respondentVariables, ...memberVariables])
      if (derived !== undefined) {
        expect(derivedInChinese[name], name).toMatch(/[一-鿿]/);
        expect(source, name).toMatch(/./);
      }
  });
});

describe('the names of an instrument', () => {
  test('stand in its measure and universe', () => {
    const fund = find('housing_fund');
    expect(measureIn(fund, 'baseline-worker').measure).toEqual({
      kind: 'share',
      variable: 'housing_fund_insured',
      codes: ['yes'],
    });
    expect(measureIn(fund, 'monitoring')).toEqual({ measure: fund.measure, universe: fund.universe });
    expect(neededVariables(fund, 'baseline-worker').map(({ variable }) => variable)).toEqual([
      'housing_fund_insured',
      'employed',
      'employment_status',
    ]);
  });

  test('an instrument that does not measure it is refused by name', () => {
    expect(() => measureIn(find('union_member'), 'monitoring')).toThrow(
      'measureIn: expected an instrument that measures "union_member" (baseline-worker); got "monitoring"',
    );
  });
});
