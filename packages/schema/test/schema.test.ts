import { describe, expect, expectTypeOf, test } from 'vitest';
import { codebooks } from '../src/codebooks/index.ts';
import {
  Codebook,
  CodeList,
  codeLists,
  type EstimateRow,
  estimateColumns,
  Indicator,
  type IssueCode,
  issueRules,
  isUsableOnRealFile,
  Label,
  layoutSignature,
  memberVariables,
  prefectures,
  provinceFullNames,
  provinceRegions,
  respondentVariables,
  Snapshot,
  surveyedProvinces,
  Variable,
} from '../src/index.ts';
import { indicatorsByTopic, neededVariables } from '../src/indicators/index.ts';

const variableNames = new Set(respondentVariables.map((v) => v.name));
const memberNames = new Set(memberVariables.map((v) => v.name));
const codesOf = (name: string): string[] =>
  codeLists[respondentVariables.find((v) => v.name === name)?.codes ?? '']?.codes.map((c) => c.code) ?? [];

describe('variables and code lists', () => {
  test('every definition is valid, named once, in both languages', () => {
    for (const variable of [...respondentVariables, ...memberVariables]) Variable.parse(variable);
    for (const list of Object.values(codeLists)) {
      CodeList.parse(list);
      expect(new Set(list.codes.map((c) => c.code)).size).toBe(list.codes.length);
      expect(new Set(list.codes.map((c) => c.label.zh)).size).toBe(list.codes.length);
    }
    expect(variableNames.size).toBe(respondentVariables.length);
  });

  test('32 provincial units, each in one of the four NBS regions: 10, 6, 13 with XPCC, 3', () => {
    expect(surveyedProvinces).toHaveLength(32);
    const counts: Record<string, number> = {};
    for (const region of Object.values(provinceRegions)) counts[region] = (counts[region] ?? 0) + 1;
    expect(counts).toEqual({ east: 10, central: 6, west: 13, north_east: 3 });
    expect(Object.keys(provinceFullNames)).toHaveLength(35);
    for (const [code] of prefectures) expect(surveyedProvinces).toContain(code.slice(0, 2));
  });
});

describe('codebooks', () => {
  test.each(Object.values(codebooks))('$name is valid and recodes to codes that exist', (codebook) => {
    Codebook.parse(codebook);
    const read = codebook.respondent.map((m) => `${m.raw} ${m.read} ${JSON.stringify(m.codes)}`);
    expect(new Set(read).size).toBe(read.length);
    for (const mapping of codebook.respondent) {
      expect(variableNames.has(mapping.variable), mapping.variable).toBe(true);
      if (mapping.codes)
        expect(codesOf(mapping.variable)).toEqual(expect.arrayContaining(Object.values(mapping.codes)));
    }
    const mapped = new Set(codebook.respondent.map((m) => m.variable));
    for (const { variable } of codebook.not_asked) expect(mapped.has(variable), variable).toBe(false);
  });

  test('an invented name looks artificial, and only an invented one does', () => {
    for (const codebook of Object.values(codebooks))
      for (const mapping of [...codebook.respondent, ...codebook.member]) {
        expect(mapping.raw.startsWith('x_'), mapping.raw).toBe(mapping.confidence === 'placeholder');
        if (mapping.confidence === 'placeholder') expect(isUsableOnRealFile(mapping)).toBe(false);
      }
  });

  test('the respondent is person 1: no respondent column has another person’s suffix', () => {
    for (const codebook of Object.values(codebooks))
      for (const { raw } of codebook.respondent)
        expect(raw).not.toMatch(/^(q101[a-z]|[a-z_]+_)([2-9]|10)[ym]?$/i);
  });

  test('one name means another thing in another wave, so signatures differ', () => {
    const signatures = Object.values(codebooks).map((c) => layoutSignature(c).sort().join());
    expect(new Set(signatures).size).toBe(signatures.length);
  });
});

describe('indicators', () => {
  const all = Object.values(indicatorsByTopic).flat();

  test('every definition is valid, has one id, and measures variables that exist', () => {
    expect(new Set(all.map((i) => i.id)).size).toBe(all.length);
    for (const indicator of all) {
      Indicator.parse(indicator);
      const { measure } = indicator;
      for (const { record, variable } of neededVariables(
        { ...indicator, record: 'respondent' },
        'monitoring',
      ))
        expect((record === 'member' ? memberNames : variableNames).has(variable), indicator.id).toBe(true);
      if (measure.kind === 'member_share')
        for (const condition of measure.where) expect(memberNames.has(condition.variable)).toBe(true);
      if (measure.kind === 'share')
        expect(codesOf(measure.variable)).toEqual(expect.arrayContaining(measure.codes));
      for (const condition of indicator.universe) expect(variableNames.has(condition.variable)).toBe(true);
    }
  });

  test('“not sure” is in the denominator exactly where the definition says so', () => {
    for (const indicator of all) {
      if (indicator.measure.kind !== 'share') continue;
      const has = codesOf(indicator.measure.variable).includes('not_sure');
      expect(indicator.dont_know, indicator.id).toBe(has ? 'in_denominator' : 'not_applicable');
    }
  });
});

describe('row types', () => {
  test('estimates.csv has the columns of the contract, in their order', () => {
    expect(estimateColumns.join(', ')).toBe(
      'id, indicator, variant, instrument, wave, domain, level, statistic, category, unit, weighting, estimate, se, ci_low, ci_high, ci_method, ci_level, cv, deff, df, n, n_weighted, missing_share, design, quality, quality_rule, confidential, suppressed, synthetic',
    );
    expectTypeOf<EstimateRow['estimate']>().toEqualTypeOf<number | null>();
    expectTypeOf<EstimateRow['weighting']>().toEqualTypeOf<'weighted' | 'unweighted'>();
  });

  test('only a rejecting code has an allowed rate', () => {
    for (const [code, rule] of Object.entries(issueRules))
      expect(rule.allowedRate !== undefined, code).toBe(rule.action === 'reject');
    expectTypeOf<IssueCode>().extract<'unknown_code'>().toEqualTypeOf<'unknown_code'>();
  });

  test('a snapshot cannot name a file outside its folder', () => {
    const name = Snapshot.shape.files.element.shape.name;
    for (const bad of ['../a.csv', 'a/b.csv', 'a\\b.csv', '..', '.', 'a\0'])
      expect(name.safeParse(bad).success, bad).toBe(false);
    for (const good of ['2014年全国个人A卷（合成数据）.csv', 'a b (1).csv', '..a'])
      expect(name.safeParse(good).success, good).toBe(true);
  });

  test('a label has both languages', () => {
    expect(Label.safeParse({ zh: '男', en: '' }).success).toBe(false);
    expectTypeOf<Label>().toEqualTypeOf<{ zh: string; en: string }>();
  });
});
