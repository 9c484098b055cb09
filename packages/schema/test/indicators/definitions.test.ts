import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeLists } from '../../src/code-lists/index.ts';
import {
  directiveAreas,
  IndicatorDefinition,
  type MeasurableIndicator,
  type NotMeasurableIndicator,
  unitLabels,
} from '../../src/index.ts';
import { allIndicators, indicatorsByTopic, neededVariables } from '../../src/indicators/index.ts';
import { instruments } from '../../src/instruments/index.ts';
import type { Instrument } from '../../src/snapshot.ts';
import type { Variable } from '../../src/variable.ts';

const han = /\p{Script=Han}/u;
const byId = new Map(allIndicators.map((indicator) => [indicator.id, indicator]));
const measurable = allIndicators.filter((d): d is MeasurableIndicator => d.status === 'measurable');
const gaps = allIndicators.filter((d): d is NotMeasurableIndicator => d.status === 'not_measurable');

const variableOf = (instrument: Instrument, record: string, name: string): Variable | undefined =>
  instruments[instrument].records.find((r) => r.name === record)?.variables.find((v) => v.name === name);

/** Every pair of variable and code that a definition names. */
function codesNamed(value: unknown, into: [string, string][] = []): [string, string][] {
  if (Array.isArray(value)) for (const part of value) codesNamed(part, into);
  else if (typeof value === 'object' && value !== null) {
    const {
      variable,
      variables,
      codes,
      in: wanted,
      excluded,
      scores,
      by,
      of,
      against,
    } = value as Record<string, unknown>;
    const names = [variable, ...((variables as string[]) ?? [])].filter((n) => typeof n === 'string');
    const all = [codes, wanted, excluded, scores && Object.keys(scores as object)].flatMap(
      (list) => (list as string[] | undefined) ?? [],
    );
    for (const name of names) for (const code of all) into.push([name, code]);
    if (typeof by === 'string') into.push([by, of as string], [by, against as string]);
    for (const part of Object.values(value)) codesNamed(part, into);
  }
  return into;
}

describe('every definition', () => {
  test('is valid, in both languages, with a unit, a standard and directive areas that exist', () => {
    const areas = new Set(directiveAreas.map(({ code }) => code));
    for (const indicator of allIndicators) {
      IndicatorDefinition.parse(indicator);
      for (const part of ['label', 'definition', 'universe_label', 'numerator', 'denominator'] as const) {
        expect(indicator[part].zh, `${indicator.id} ${part}`).toMatch(han);
        expect(indicator[part].en, `${indicator.id} ${part}`).toMatch(/[A-Za-z]/);
        expect(indicator[part].en, `${indicator.id} ${part}`).not.toMatch(han);
      }
      expect(unitLabels[indicator.unit].zh, indicator.id).toMatch(han);
      expect(
        indicator.directive_areas.filter((area) => !areas.has(area)),
        indicator.id,
      ).toEqual([]);
    }
  });

  test('has labels of its own in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      const labels = allIndicators.map(({ label }) => label[lang]);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });
});

describe('a measurable indicator', () => {
  test('reads only variables of its record in each of its instruments', () => {
    for (const indicator of measurable)
      for (const instrument of indicator.instruments)
        for (const { record, variable } of neededVariables(indicator, instrument))
          expect(
            variableOf(instrument, record, variable),
            `${indicator.id}: ${instrument} ${record}.${variable}`,
          ).toBeDefined();
  });

  test('names only codes of its variables, in each of its instruments', () => {
    for (const indicator of measurable)
      for (const instrument of indicator.instruments) {
        const known = neededVariables(indicator, instrument);
        for (const [name, code] of codesNamed({ u: indicator.universe, m: indicator.measure })) {
          const renamed = indicator.renamed?.[instrument]?.[name] ?? name;
          const where = known.filter(({ variable }) => variable === renamed);
          const lists = where.map(({ record, variable }) => variableOf(instrument, record, variable)?.codes);
          expect(
            lists.some((list) => codeLists[list ?? '']?.codes.some((c) => c.code === code)),
            `${indicator.id}: ${instrument} ${renamed}=${code}`,
          ).toBe(true);
        }
      }
  });

  test('takes means and totals of numbers, structures of categories', () => {
    for (const { id, measure, instruments: of, record, renamed } of measurable) {
      if (!['mean', 'quantile', 'share_above', 'gini', 'low_pay', 'structure'].includes(measure.kind))
        continue;
      const variable = (measure as { variable: string }).variable;
      for (const instrument of of)
        expect(
          variableOf(instrument, record, renamed?.[instrument]?.[variable] ?? variable)?.kind,
          `${id} ${instrument}`,
        ).toBe(measure.kind === 'structure' ? 'category' : 'number');
    }
  });

  test('has scores for every answer that a scale can have, 不清楚 apart', () => {
    for (const { id, measure, instruments: of, record } of measurable) {
      const items =
        'items' in measure
          ? measure.items
          : measure.kind === 'composite' || measure.kind === 'composite_above'
            ? measure.parts.flatMap((part) => part.items)
            : [];
      for (const item of items) {
        if (!('scores' in item)) continue;
        const list = codeLists[variableOf(of[0] as Instrument, record, item.variable)?.codes ?? ''];
        const left = list?.codes.map(({ code }) => code).filter((code) => !(code in item.scores));
        expect(left, `${id} ${item.variable}`).toEqual(
          item.variable === 'migration_range' ? ['not_migrating'] : [],
        );
      }
    }
  });

  test('the weights of an index sum to 1, and its items lie between 0 and 1', () => {
    for (const { id, measure } of measurable) {
      if (measure.kind !== 'composite' && measure.kind !== 'composite_above') continue;
      expect(
        measure.parts.reduce((sum, { weight }) => sum + weight, 0),
        id,
      ).toBeCloseTo(1, 12);
      for (const item of measure.parts.flatMap((part) => part.items))
        if ('scores' in item)
          for (const score of Object.values(item.scores)) {
            expect(score, id).toBeGreaterThanOrEqual(0);
            expect(score, id).toBeLessThanOrEqual(1);
          }
    }
  });

  test('says how “not sure” counts wherever it can be answered', () => {
    for (const indicator of measurable) {
      const { measure, record, instruments: of, dont_know, id } = indicator;
      if (measure.kind !== 'share' && measure.kind !== 'structure' && measure.kind !== 'total') continue;
      const codes = codeLists[variableOf(of[0] as Instrument, record, measure.variable)?.codes ?? '']?.codes;
      if (codes?.some(({ code }) => code === 'not_sure')) expect(dont_know, id).not.toBe('not_applicable');
    }
  });

  test('made from several answers counts “not sure” to one of them as no', () => {
    for (const id of [
      'two_or_more_schemes',
      'informal_employment',
      'five_insurances_all',
      'five_insurances_none',
      'five_insurances_none_any_medical',
      'pension_resident',
      'hiv_knowledge',
    ])
      expect(byId.get(id), id).toMatchObject({ dont_know: 'as_no' });
  });

  test('counts a trend on ages 15 to 59, but where all are older or no wave follows', () => {
    for (const { id, variants, instruments: of, universe } of measurable) {
      const trend = variants.find(({ variant }) => variant === 'trend');
      const older = universe.some((c) => c.variable === 'age' && 'min' in c && (c.min ?? 0) >= 60);
      expect(variants[0]?.variant, id).toBe('level');
      expect(trend !== undefined, id).toBe(of.includes('monitoring') && !older);
      if (trend) expect(trend.adds).toEqual([{ variable: 'age', min: 15, max: 59 }]);
    }
  });
});

describe('the chapters', () => {
  test('keep their indicators: the whole list has each, with the same measure, universe and unit', () => {
    const chapters = Object.values(indicatorsByTopic).flat();
    expect(chapters.length).toBeGreaterThan(50);
    for (const { id, measure, universe, unit, definition } of chapters)
      expect(byId.get(id), id).toMatchObject({ measure, universe, unit, definition });
  });

  test('get no measure that the monitoring survey cannot give', () => {
    const kinds = new Set(
      Object.values(indicatorsByTopic).flatMap((list) => list.map((i) => i.measure.kind)),
    );
    for (const kind of ['sample_gap', 'total_ratio', 'total', 'member_mean'])
      expect(kinds).not.toContain(kind);
    for (const { id } of Object.values(indicatorsByTopic).flat())
      expect((byId.get(id) as MeasurableIndicator).instruments, id).toContain('monitoring');
  });
});

describe('what cannot be measured', () => {
  test('has its reason and what is needed, in both languages, and no measure', () => {
    expect(gaps).toHaveLength(16);
    for (const indicator of gaps) {
      for (const part of [indicator.reason, indicator.needed]) {
        expect(part.zh.length, indicator.id).toBeGreaterThan(8);
        expect(part.zh, indicator.id).toMatch(han);
        expect(part.en.length, indicator.id).toBeGreaterThan(20);
        expect(part.en, indicator.id).not.toMatch(han);
      }
      expect(indicator).not.toHaveProperty('measure');
    }
  });
});

describe('definitions that conflict in print', () => {
  const folder = join(import.meta.dirname, '../../../../data/published');
  const values = new Map(
    readFileSync(join(folder, 'white-book.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .map((cells) => [cells[0], Number(cells[6])]),
  );

  test('a printed figure stands in data/published with that value', () => {
    for (const { id, printed = [] } of allIndicators)
      for (const { row, value } of printed) expect(values.get(row), `${id}: ${row}`).toBe(value);
  });

  test('three stays are three indicators, each with its printed figures', () => {
    const printed = (id: string) => byId.get(id)?.printed?.map(({ value }) => value);
    expect(printed('stay_years_mean')).toEqual([4.8, 5.7]);
    expect(printed('years_since_first_leaving_mean')).toEqual([4.36, 4.4]);
    expect(printed('stay_at_place_mean')).toEqual([6.1]);
    expect(printed('stay_at_place_median')).toEqual([4.3]);
    expect(byId.get('stay_at_place_mean')?.status).toBe('not_measurable');
  });

  test('born in 1980 or later has two denominators and two names', () => {
    const all = byId.get('born_1980_on') as MeasurableIndicator;
    const workingAge = byId.get('born_1980_on_working_age') as MeasurableIndicator;
    expect(all.measure).toEqual(workingAge.measure);
    expect(all.universe).not.toEqual(workingAge.universe);
    expect(all.printed?.map(({ value }) => value)).toEqual([0.647]);
    expect(workingAge.printed?.map(({ value }) => value)).toEqual([0.488, 0.511]);
  });

  test('two indicators of the same group never have one measure and universe', () => {
    const what = measurable.map(({ record, measure, universe, renamed, instruments: of }) =>
      JSON.stringify([record, measure, universe, renamed, of]),
    );
    expect(measurable.filter((_, i) => what.indexOf(what[i] as string) !== i).map(({ id }) => id)).toEqual(
      [],
    );
  });
});
