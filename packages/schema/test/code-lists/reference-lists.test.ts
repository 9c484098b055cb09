import { describe, expect, test } from 'vitest';
import {
  borderProvinces,
  codeLists,
  directiveAreas,
  directiveGroups,
  isBorderCounty,
  migrantTypeTraits,
  publicHealthServiceEditions,
  surveyedProvinces,
} from '../../src/index.ts';

const codesOf = (id: string): string[] => codeLists[id]?.codes.map((c) => c.code) ?? [];

test('annex 3 prints 35 areas of the directives in eight groups, 28 of them relevant', () => {
  expect(directiveGroups).toHaveLength(8);
  expect(directiveAreas).toHaveLength(35);
  expect(directiveAreas.filter((area) => area.relevant)).toHaveLength(28);
  const size = (group: string) => directiveAreas.filter((area) => area.group === group).length;
  expect(directiveGroups.map(({ code }) => size(code))).toEqual([2, 3, 5, 4, 5, 6, 4, 6]);
  expect(new Set(directiveAreas.map((area) => area.code)).size).toBe(35);
  expect(directiveAreas.find((area) => area.code === '4.2')).toEqual({
    code: '4.2',
    group: '4',
    label: {
      zh: '依法将农民工纳入工伤保险范围',
      en: 'To integrate migrant workers into existing occupational injury insurance',
    },
    relevant: true,
    observation: {
      zh: '特别关注建筑业和采矿业',
      en: 'Special emphasis on construction and mining industries',
    },
  });
});

test('eight traits part the two types of migrant workers', () => {
  expect(migrantTypeTraits.map((t) => t.code)).toEqual([
    'employment_periods',
    'return',
    'income',
    'contract',
    'hazard',
    'family',
    'housing',
    'mobility',
  ]);
  for (const { type_1, type_2 } of migrantTypeTraits) expect(type_1.en).not.toBe(type_2.en);
});

test('a list of services by year has the count of its year, and items only where they are known', () => {
  expect(publicHealthServiceEditions.map((e) => [e.from, e.count])).toEqual([
    [2009, 9],
    [2011, 11],
    [2013, 12],
    [2017, 14],
  ]);
  for (const { items, count, note } of publicHealthServiceEditions) {
    if (items) expect(items).toHaveLength(count);
    else expect(note.en).toMatch(/read in no source/);
  }
  expect(publicHealthServiceEditions[2]?.items).toEqual(codesOf('public_health_service'));
});

test('five city clusters, whose members are said not to be known', () => {
  expect(codesOf('city_cluster')).toHaveLength(5);
  expect(codeLists.city_cluster?.source).toMatch(/member cities not known/);
});

describe('border', () => {
  test('nine provinces have a land border', () => {
    expect(borderProvinces).toHaveLength(9);
    for (const code of borderProvinces) expect(surveyedProvinces).toContain(code);
  });

  test('a county is not at the border, is by a list that is given, or is not known', () => {
    expect(isBorderCounty('440106')).toBe(false);
    expect(isBorderCounty('440106', new Set(['440106']))).toBe(false);
    expect(isBorderCounty('532523')).toBeUndefined();
    expect(isBorderCounty('660101')).toBeUndefined();
    expect(isBorderCounty('532523', new Set(['532523']))).toBe(true);
    expect(isBorderCounty('532523', new Set(['231181']))).toBe(false);
    expect(() => isBorderCounty('瑞丽市')).toThrow(
      /^isBorderCounty: a county is a six-digit code; got "瑞丽市"/,
    );
  });
});

test('the letter 农 does not tell hukou types apart: the lists are read whole', () => {
  const labels = codeLists.hukou_type?.codes.map((c) => c.label.zh) ?? [];
  expect(labels.filter((zh) => zh.includes('农')).length).toBeGreaterThan(1);
  expect(codeLists.hukou_type?.codes.find((c) => c.label.zh === '非农业')?.code).toBe('non_agricultural');
  expect(codeLists.hukou_type?.codes.find((c) => c.label.zh === '农业')?.code).toBe('agricultural');
});
