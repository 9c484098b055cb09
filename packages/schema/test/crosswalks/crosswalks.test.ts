import { describe, expect, test } from 'vitest';
import { education7, education8, hukouType2 } from '../../src/codebooks/recodes.ts';
import { crosswalks } from '../../src/crosswalks/index.ts';
import { CodeCrosswalk, codeLists, crosswalks as load, recode, schoolingYears } from '../../src/index.ts';

const codesOf = (id: string): string[] => codeLists[id]?.codes.map((c) => c.code) ?? [];
const walk = (id: string): CodeCrosswalk => CodeCrosswalk.parse(crosswalks[id]);

describe.each(Object.values(crosswalks))('$id', (crosswalk) => {
  test('goes from codes that exist to codes that exist', () => {
    CodeCrosswalk.parse(crosswalk);
    for (const { from, to, match } of crosswalk.rows) {
      expect(codesOf(crosswalk.from)).toContain(from);
      if (to === null) expect(match).toBe('none');
      else expect(codesOf(crosswalk.to)).toContain(to);
    }
    const pairs = crosswalk.rows.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('leaves no code of its list out (provinces of hukou outside the mainland apart)', () => {
    const from = new Set(crosswalk.rows.map((row) => row.from));
    const left = codesOf(crosswalk.from).filter((code) => !from.has(code));
    expect(left).toEqual(crosswalk.from === 'province' ? ['71', '81', '82'] : []);
  });

  test('an exact row stands alone on its code, unless another part is set apart', () => {
    for (const row of crosswalk.rows.filter((r) => r.match === 'exact' && r.note === undefined))
      expect(crosswalk.rows.filter((r) => r.from === row.from)).toHaveLength(1);
  });

  test('recodes where every code has one class, and refuses a code that has parts in several', () => {
    for (const code of codesOf(crosswalk.from)) {
      const rows = crosswalk.rows.filter((row) => row.from === code);
      if (rows.length === 1) expect(recode(crosswalk, code)).toBe(rows[0]?.to);
      else expect(() => recode(crosswalk, code)).toThrow(/^recode: .*(parts in|got)/);
    }
    expect(crosswalk.recodes).toBe(new Set(crosswalk.rows.map((r) => r.from)).size === crosswalk.rows.length);
    expect(() => recode(crosswalk, 'no such code')).toThrow(/got "no such code"; use a code of the list/);
  });
});

test('code 5 of eight is 中专, code 5 of seven is junior college', () => {
  expect(recode(walk('education_eight_to_education'), '5')).toBe('upper_secondary');
  expect(recode(walk('education_seven_to_education'), '5')).toBe('junior_college');
  expect(codeLists.education_eight?.codes[4]?.label.zh).toBe('中专');
});

test('the answers of both education lists mean what their labels say', () => {
  const canonical = new Map(codeLists.education?.codes.map((c) => [c.code, c.label.zh]));
  for (const [list, id] of [
    ['education_eight', 'education_eight_to_education'],
    ['education_seven', 'education_seven_to_education'],
  ] as const)
    for (const { code, label } of codeLists[list]?.codes ?? []) {
      const to = canonical.get(recode(walk(id), code) ?? '') ?? '';
      expect(to.includes(label.zh) || label.zh.startsWith('未上过'), `${label.zh} > ${to}`).toBe(true);
    }
});

test('years of schooling rise with the level', () => {
  const years = codesOf('education').map((code) => schoolingYears[code] ?? Number.NaN);
  expect(years).toEqual([0, 6, 9, 12, 15, 16, 18]);
});

test('the two region schemes differ in the north-east alone', () => {
  const [four, three] = [walk('province_to_region'), walk('province_to_region_three')];
  const differ = codesOf('province')
    .slice(0, 32)
    .filter((code) => recode(four, code) !== recode(three, code));
  expect(differ).toEqual(['21', '22', '23']);
  expect(differ.map((code) => recode(three, code))).toEqual(['east', 'central', 'central']);
  expect(recode(three, '66')).toBe('west');
});

test('the root loads the crosswalks when they are asked for', async () => {
  expect(await load()).toBe(crosswalks);
});

test('the codebooks recode education as the crosswalks do', () => {
  const asRecode = (id: string) => Object.fromEntries(walk(id).rows.map(({ from, to }) => [from, to]));
  expect(education8).toEqual(asRecode('education_eight_to_education'));
  expect(education7).toEqual(asRecode('education_seven_to_education'));
});

test('非农业 and 农业 are two codes, though one name holds the other', () => {
  const label = (code: string) => codeLists.hukou_type?.codes.find((c) => c.code === code)?.label.zh ?? '';
  expect(Object.values(hukouType2).map(label)).toEqual(['农业', '非农业']);
});
