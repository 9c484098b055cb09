import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codebooks } from '../../../src/codebooks/index.ts';
import { both } from '../../../src/exports/codebook/html.ts';
import { codebookFiles } from '../../../src/exports/codebook/index.ts';
import { searchScript } from '../../../src/exports/codebook/search-script.ts';
import { unitWords } from '../../../src/exports/codebook/unit-words.ts';
import { exportFiles } from '../../../src/exports/index.ts';
import { allIndicators } from '../../../src/indicators/index.ts';
import { instruments } from '../../../src/instruments/index.ts';

const files = codebookFiles();
const texts = new Map(files.map(({ path, text }) => [path, text]));
const page = (path: string): string => {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`no page ${path}`);
  return text;
};
const plain = (html: string): string =>
  html
    .replaceAll(/<(td|tr|th|dt|dd|p|li|small)\b[^>]*>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&');

const committed = join(import.meta.dirname, '../../../codebook');

/** Links of a set of pages that lead to no page or to no place on it. */
const brokenLinks = (pages: ReadonlyMap<string, string>): string[] => {
  const ids = new Map(
    [...pages].map(([path, text]) => [path, new Set([...text.matchAll(/ id=([^\s>]+)/g)].map((m) => m[1]))]),
  );
  return [...pages].flatMap(([path, text]) =>
    [...(path.endsWith('.html') ? text.matchAll(/ href=([^\s>]+)/g) : [])].flatMap(([, href = '']) => {
      const [file = '', place] = href.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/');
      const found = pages.has(target) && (place === undefined || ids.get(target)?.has(place));
      return found ? [] : [`${path} -> ${href}`];
    }),
  );
};

describe('the pages', () => {
  test('in the repository are those that the definitions give (scripts/write-codebook.ts)', () => {
    const found = readdirSync(committed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(committed.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(found.sort()).toEqual([...texts.keys()].sort());
    const stale = files.filter(({ path, text }) => readFileSync(join(committed, path), 'utf8') !== text);
    expect(stale.map((f) => f.path)).toEqual([]);
  });

  test('are smaller than 2.3 MB together and need nothing from outside', () => {
    expect(files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)).toBeLessThan(2_300_000);
    for (const { path, text } of files) expect(text, path).not.toMatch(/https?:|src=|@import|url\(/);
  });

  test('are one for each variable of every instrument', () => {
    for (const { id, records } of Object.values(instruments))
      for (const record of records)
        for (const { name } of record.variables)
          expect(
            texts.has(`${id}/${record.name}/${name}.html`) ||
              (id === 'monitoring-residents' && texts.has(`monitoring/${record.name}/${name}.html`)),
            `${id} ${name}`,
          ).toBe(true);
  });

  test('link only to pages and places that exist, also where one instrument alone is written', () => {
    expect(brokenLinks(texts)).toEqual([]);
    for (const id of ['monitoring', 'monitoring-residents', 'baseline-enterprise'] as const) {
      const own = exportFiles('codebook', { instrument: id });
      expect(own.length).toBeGreaterThan(50);
      expect(brokenLinks(new Map(own.map((f) => [f.path, f.text])))).toEqual([]);
    }
  });

  test('show no invented column name', () => {
    for (const { path, text } of files) expect(text, path).not.toMatch(/<code>x_/);
  });

  test('say every unit in both languages', () => {
    for (const { records } of Object.values(instruments))
      for (const { unit } of records.flatMap((r) => r.variables))
        if (unit !== undefined) expect(unitWords(unit)?.zh, unit).toMatch(/[一-鿿]/);
  });
});

describe('the page of a variable', () => {
  const education = plain(page('monitoring/respondent/education.html'));

  test('has its labels, codes by wave, name in every wave and what the sources are', () => {
    for (const text of [
      '受教育程度',
      'Education',
      '各轮列名',
      'q101g1',
      'edu_status_1',
      'edu_stat_1',
      'Q101E1',
    ])
      expect(education).toContain(text);
    expect(education).toMatch(/upper_secondary\n高中\/中专 Upper secondary\n4, 5\n4, 5\n4, 5\n4\n4\n4\n4/);
    expect(education).toMatch(/2018\n未知 not known\nq101e1\? 推断 inferred S4/);
    expect(education).toContain('Stata do-file that cleans the waves 2011-2017');
  });

  test('warns where a column name means something else', () => {
    expect(education).toContain('q101e1 · 2011 → 户籍地省份 Province of hukou');
    expect(education).toContain('q101g1 · 2015 → 婚姻状况 Marital status');
  });

  test('tells what another source says of the same column', () => {
    expect(plain(page('monitoring/respondent/occupation.html'))).toContain('S6 另说是 says it is: 就业身份');
  });

  test('names the indicators that use it, also through a derived variable', () => {
    expect(plain(page('monitoring/respondent/insurance_public.html'))).toContain('medical_insured');
    expect(plain(page('monitoring/respondent/contract.html'))).toMatch(/Indicators that use it/);
    expect(page('baseline-worker/respondent/contract.html')).not.toContain('Indicators that use it');
  });

  test('gathers the waves in which nothing is known', () => {
    expect(plain(page('monitoring/respondent/job_channel.html'))).toContain(
      '2011 2012 2013 2014 2015 2016 2017 2018\n未知 not known',
    );
  });
});

describe('the page of a wave', () => {
  test.each(Object.values(codebooks))(
    '$wave: contradictions come before recalled, inferred and sure names',
    ({ wave }) => {
      const text = plain(page(`waves/${wave}.html`));
      const places = ['1. Columns', '2. Names', '3. Names', '4. Names', '5. Asked', '6. The rest'].map((t) =>
        text.indexOf(t),
      );
      const present = places.filter((p) => p >= 0);
      expect(present).toEqual([...present].sort((a, b) => a - b));
      expect(places.at(-1)).toBeGreaterThan(0);
    },
  );

  test('2014 warns of the file of 16,024 rows, 2018 of the layout of 2017', () => {
    expect(plain(page('waves/2014.html'))).toMatch(/8 cities · 16,024 行 rows 推断 inferred/);
    expect(plain(page('waves/2018.html'))).toContain('has the layout of 2017');
  });
});

describe('the page of indicators', () => {
  const html = page('indicators.html');
  const cellsOf = (id: string): string[] => {
    const row = html.split('<tr>').find((part) => part.includes(`<details id=${id}>`)) ?? '';
    return row
      .split('<td')
      .slice(2)
      .map((part) => plain(part.slice(part.indexOf('>') + 1)).trim());
  };

  test('has each indicator once, with its definition, and the reasons of those that cannot be measured', () => {
    for (const indicator of allIndicators) {
      expect(html.split(`<details id=${indicator.id}>`).length, indicator.id).toBe(2);
      if (indicator.status === 'not_measurable') expect(html).toContain(both(indicator.reason));
    }
  });

  test('shows by wave what can be computed: eight waves, then three surveys', () => {
    const moves = cellsOf('moves_mean');
    expect(moves).toHaveLength(11);
    expect(moves[5]).toBe('可算 yes');
    expect(moves[6]).toBe('未问 not asked');
    expect(moves[8]).toBe('有题目 has items');
    expect(cellsOf('contract_signed')[3]).toBe('仅合成 synthetic');
  });
});

describe('the search', () => {
  type Entry = readonly (string | number)[];
  const [, entriesText = '[]'] = /,entries=(.*);\n/.exec(page('index.html')) ?? [];
  const entries = JSON.parse(entriesText) as Entry[];
  const element = { value: '', addEventListener: () => {}, replaceChildren: () => {} };
  const search = new Function('folders', 'entries', 'document', 'location', `${searchScript};return search`)(
    [],
    entries,
    { getElementById: () => element },
    { search: '' },
  ) as (query: string) => Entry[];
  const found = (query: string): unknown[] => search(query).map((e) => e[3]);

  test('finds by Chinese, by English, by name, and by column name in any case', () => {
    expect(found('受教育程度')[0]).toBe('education');
    expect(found('labour contract')).toContain('contract');
    expect(found('weekly_hours')[0]).toBe('weekly_hours');
    expect(found('Q101E1').slice(0, 2).sort()).toEqual(['education', 'hukou_province']);
  });

  test('needs all words, cuts Chinese where it has no blanks, and finds nothing for nothing', () => {
    expect(found('养老 保险 种类')).toContain('pension_kind');
    expect(found('参加养老保险种类')).not.toContain('education');
    expect(found('  ')).toEqual([]);
    expect(found('zzzz')).toEqual([]);
  });

  test('has each page once', () => {
    expect(new Set(entries.map((e) => `${e[0]} ${e[3]}`)).size).toBe(entries.length);
    expect(entries.length).toBe(files.length - 6 - Object.keys(codebooks).length);
  });
});
