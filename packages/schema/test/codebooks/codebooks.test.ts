import { describe, expect, test } from 'vitest';
import { type Codebook, isReadable, isUsableOnRealFile, type Mapping } from '../../src/codebook.ts';
import { codebooks, sourceKeys, sourceLabel, sources, specialFiles } from '../../src/codebooks/index.ts';
import { memberVariables } from '../../src/variables/member.ts';
import { respondentVariables } from '../../src/variables/respondent.ts';

const all = Object.values(codebooks);
const respondent = new Map(respondentVariables.map((v) => [v.name, v]));
const member = new Map(memberVariables.map((v) => [v.name, v]));
const of = (wave: string): Codebook => codebooks[`monitoring-${wave}`] as Codebook;
const mappingsOf = (c: Codebook): Mapping[] => [...c.respondent, ...c.member, ...(c.parts ?? [])];
const meaning = (wave: string, raw: string): string[] =>
  of(wave)
    .respondent.filter((m) => [m.raw, m.times, m.plus].includes(raw))
    .map((m) => m.variable);

describe('every codebook', () => {
  test('there is one for each wave from 2011 to 2018', () => {
    expect(all.map((c) => c.wave)).toEqual(['2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018']);
  });

  test.each(all)('$wave: every name that is not a placeholder has sources of the list', (codebook) => {
    const cited = [
      ...mappingsOf(codebook),
      ...mappingsOf(codebook).flatMap((m) => m.aliases ?? []),
      ...codebook.not_asked,
      ...(codebook.not_asked_of_members ?? []),
      ...(codebook.asked ?? []),
      ...(codebook.claims ?? []),
      ...(codebook.other_columns ?? []),
      ...Object.values(codebook.evidence ?? {}),
    ];
    for (const { confidence, source } of cited) {
      for (const key of sourceKeys(source)) expect(sourceLabel(key), `"${key}" in ${source}`).toBeDefined();
      if (confidence === 'verified' || confidence === 'inferred')
        for (const key of sourceKeys(source)) expect(Object.keys(sources)).toContain(key);
      expect(source === 'invented for synthetic files').toBe(confidence === 'placeholder');
    }
    expect(codebook.evidence).toBeDefined();
  });

  test.each(all)(
    '$wave: maps, claims and denies only variables that exist and are not derived',
    (codebook) => {
      for (const m of codebook.respondent) {
        expect(respondent.has(m.variable), m.variable).toBe(true);
        expect(respondent.get(m.variable)?.derived, m.variable).toBeUndefined();
      }
      for (const m of codebook.member) expect(member.has(m.variable), m.variable).toBe(true);
      for (const { variable } of codebook.not_asked_of_members ?? [])
        expect(member.has(variable), variable).toBe(true);
      for (const { variable } of codebook.not_asked) expect(respondent.has(variable), variable).toBe(true);
      for (const { variable } of [...(codebook.asked ?? []), ...(codebook.claims ?? [])])
        expect(respondent.has(variable) || member.has(variable), variable).toBe(true);
    },
  );

  test.each(all)('$wave: says one thing of a variable', (codebook) => {
    const known = codebook.respondent.filter((m) => m.confidence !== 'placeholder').map((m) => m.variable);
    const denied = codebook.not_asked.map((a) => a.variable);
    const asked = (codebook.asked ?? []).map((a) => a.variable);
    for (const list of [codebook.respondent.map((m) => m.variable), denied, asked])
      expect(new Set(list).size).toBe(list.length);
    expect(known.filter((v) => denied.includes(v) || asked.includes(v))).toEqual([]);
    expect(asked.filter((v) => denied.includes(v))).toEqual([]);
  });

  test.each(all)('$wave: a category is read as codes, a number as a number', (codebook) => {
    const check = (m: Mapping, kind: string | undefined): void => {
      if (m.read === 'not_known') return;
      if (kind === 'number')
        expect(['number', 'year_of_yyyymm', 'month_of_yyyymm'], m.variable).toContain(m.read);
      if (kind === 'category') expect(['code', 'province', 'province_of_code'], m.variable).toContain(m.read);
      expect(m.read === 'code' ? kind : 'category', m.variable).toBe('category');
    };
    for (const m of codebook.respondent.filter((c) => c.read === 'code' || c.read === 'number'))
      if (m.read === 'code') check(m, respondent.get(m.variable)?.kind);
      else expect(respondent.get(m.variable)?.kind, m.variable).toBe('number');
    for (const m of codebook.member.filter((c) => c.read === 'code')) check(m, member.get(m.variable)?.kind);
  });

  test('placeholders stand in the waves of which synthetic files can be made: in all', () => {
    const invented = all.filter((c) => mappingsOf(c).some((m) => m.confidence === 'placeholder'));
    expect(invented.map((c) => c.wave)).toEqual(all.map((c) => c.wave));
  });

  test('a column whose form or codes are not known, or known in part, is not read from a real file', () => {
    const find = (wave: string, raw: string) => of(wave).respondent.find((m) => m.raw === raw) as Mapping;
    for (const [wave, raw] of [
      ['2012', 'fir_away'],
      ['2012', 'unit_quality'],
      ['2015', 'Q207'],
      ['2015', 'Q211'],
      ['2017', 'Q318'],
      ['2011', 'q207'],
    ] as const)
      expect(isUsableOnRealFile(find(wave, raw)), `${wave} ${raw}`).toBe(false);
    expect(isReadable(find('2015', 'Q211'))).toBe(true);
    expect(isReadable(find('2012', 'fir_away'))).toBe(false);
    expect(isUsableOnRealFile(find('2015', 'Q206'))).toBe(true);
  });

  test('what one source claims and another contradicts is never a mapping', () => {
    for (const raw of ['Q202', 'Q205', 'Q208', 'Q209', 'q101i1', 'q101l1'])
      expect(meaning('2015', raw)).toEqual([]);
    const said = of('2015').claims?.filter((c) => c.raw === 'Q206');
    expect(said?.map((c) => [c.variable, c.source])).toEqual([['employment_status', 'S6']]);
    expect(meaning('2015', 'Q206')).toEqual(['occupation']);
  });

  test('special files have names of their own and the sizes of the sources', () => {
    expect(new Set(specialFiles.map((f) => f.id)).size).toBe(specialFiles.length);
    const rows = Object.fromEntries(specialFiles.map((f) => [f.id, f.rows]));
    expect(rows).toMatchObject({
      '2014-8-cities': 16_024,
      '2017-8-cities-migrants': 13_998,
      '2017-8-cities-residents': 14_000,
      '2010-6-cities-migrants': 8_200,
      '2010-6-cities-residents': 8_200,
    });
    for (const file of specialFiles)
      for (const key of sourceKeys(file.source)) expect(sources[key], key).toBeDefined();
  });
});
