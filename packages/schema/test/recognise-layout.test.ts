import { describe, expect, test } from 'vitest';
import { type Codebook, layoutSignature } from '../src/codebook.ts';
import { codebooks, recogniseLayout } from '../src/codebooks/index.ts';

const columnsOf = (wave: string): string[] => layoutSignature(codebooks[`monitoring-${wave}`] as Codebook);
const codesOf = (...args: Parameters<typeof recogniseLayout>): string[] =>
  recogniseLayout(...args).warnings.map((w) => w.code);

describe('recogniseLayout', () => {
  test.each(Object.values(codebooks))(
    '$wave is recognised by its own columns and no other',
    ({ name, wave }) => {
      const found = recogniseLayout(columnsOf(wave));
      expect(found.best?.codebook.name).toBe(name);
      expect(found.best?.score).toBe(1);
      expect(found.best?.absent).toEqual([]);
      expect(found.distance).toBeGreaterThan(0.1);
      expect(found.matches.slice(1).every((m) => m.score < 0.9)).toBe(true);
    },
  );

  test('a file of 2017 under the name 2018 is 2017, and that is said', () => {
    const found = recogniseLayout(columnsOf('2017'), { wave: '2018', fileName: '2018流动人口动态监测.csv' });
    expect(found.best?.codebook.wave).toBe('2017');
    expect(found.warnings.map((w) => w.code)).toEqual(['wave_differs']);
    expect(found.warnings[0]?.message.en).toMatch(/handed in as 2018.*monitoring-2017.*off by 1/i);
    expect(codesOf(columnsOf('2017'), { fileName: '流动人口数据个人问卷2018.dta' })).toEqual([
      'name_differs',
    ]);
    expect(codesOf(columnsOf('2017'), { wave: '2017', fileName: 'cmds2017a卷.dta', rows: 169_989 })).toEqual(
      [],
    );
  });

  test('the 2014 file of 16,024 rows is called the special sample that it probably is', () => {
    const [warning, ...rest] = recogniseLayout(columnsOf('2014'), { wave: '2014', rows: 16_024 }).warnings;
    expect(rest).toEqual([]);
    expect(warning?.code).toBe('special_file');
    expect(warning?.message.en).toMatch(/16,024.*8 cities.*200,937/);
    expect(codesOf(columnsOf('2014'), { rows: 200_937 })).toEqual([]);
  });

  test('a number of rows that fits another wave says which', () => {
    const found = recogniseLayout(columnsOf('2013'), { rows: 206_000 });
    expect(found.warnings.map((w) => w.code)).toEqual(['rows_differ']);
    expect(found.warnings[0]?.message.en).toContain('it would fit monitoring-2015');
  });

  test('blanks around the labels change nothing but are told', () => {
    const padded = columnsOf('2017').map((name, i) => (i % 2 ? name : `${name.padEnd(10)} `));
    const found = recogniseLayout(padded);
    expect(found.best?.codebook.wave).toBe('2017');
    expect(found.warnings.map((w) => w.code)).toEqual(['labels_padded']);
  });

  test('names in another case are not recognised, with the layout that they would be', () => {
    const found = recogniseLayout(columnsOf('2017').map((name) => name.toUpperCase()));
    expect(found.best).toBeNull();
    expect(found.warnings.map((w) => w.code)).toEqual(['case_differs', 'not_recognised']);
    expect(found.warnings[0]?.message.en).toContain('monitoring-2017');
    const own = found.matches.find((m) => m.codebook.wave === '2017');
    expect(own?.scoreIgnoringCase).toBe(1);
    expect(own?.otherCase).toContainEqual(['q101e1', 'Q101E1']);
  });

  test('a file between 2013 and 2014 is a near tie that names the columns to look at', () => {
    const [a, b] = [columnsOf('2013'), columnsOf('2014')];
    const found = recogniseLayout([...a, ...b]);
    expect(found.distance).toBe(0);
    expect(found.warnings.map((w) => w.code)).toContain('near_tie');
  });

  test('2018 is recognised by two columns only, and says so', () => {
    expect(codesOf(columnsOf('2018'))).toEqual(['few_columns_known']);
  });

  test('an unknown file, an empty one and one whose columns were half dropped are not recognised', () => {
    for (const columns of [['id', 'age'], [], columnsOf('2015').slice(0, 10)]) {
      const found = recogniseLayout(columns);
      expect(found.best).toBeNull();
      expect(found.warnings.map((w) => w.code)).toEqual(['not_recognised']);
    }
  });

  test('extra columns and their order change no score', () => {
    const columns = ['extra', ...columnsOf('2012').reverse(), 'x_contract'];
    expect(recogniseLayout(columns).best?.score).toBe(1);
  });

  test('a message has both languages', () => {
    for (const { message } of recogniseLayout(columnsOf('2017'), { wave: '2018', rows: 5 }).warnings) {
      expect(message.zh).toMatch(/[一-鿿]/);
      expect(message.en).not.toMatch(/[一-鿿]/);
    }
  });
});
