import { type IssueCode, languages } from '@wavebook/schema';
import { describe, expect, test } from 'vitest';
import { drawFunnel } from '../../src/book/quality/draw-funnel.ts';
import { isFew, mayShow, placeThatTells } from '../../src/book/quality/shown-cells.ts';
import {
  type BookWave,
  bookDocument,
  documentHtml,
  drawFunnels,
  type Table,
  tableMarkdown,
  tablesOf,
} from '../../src/index.ts';
import { heatOf } from '../../src/table/heat.ts';
import { qualityBook } from './quality-book.ts';

const tables = new Map(tablesOf(bookDocument(qualityBook, 'en')).map((table) => [table.id, table]));
const lines = (id: string, lang: 'zh' | 'en' = 'en'): string[] =>
  tableMarkdown(tables.get(`quality-${id}`) as Table, lang)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.replaceAll('&lt;', '<'));
const page = (lang: 'zh' | 'en'): string => documentHtml(bookDocument(qualityBook, lang), lang).markup;

describe('the page of data quality', () => {
  test('says in a few sentences what there is to know of a wave', () => {
    expect(page('en')).toContain(
      '<li><b>2017</b>. 1,010 records read, 1,000 kept (99.0%), 10 left out: not a migrant. The layout matches monitoring-2017 by 100.0% (the next, monitoring-2015, 50.0%). 2 of 2 rules were broken. Full-width digits are read as numbers in 2 columns (44 cells); commas between thousands are read as such in one column (213 cells); numbers with a comma that may be a decimal mark are not read in one column (fewer than ten cells). Most often unanswered: own income last month (11.3% of those asked). Most rounded: Hours worked in the week, 3.0 times as often as expected. 1 cluster lies outside the funnels. 1 of 1 figures published for the year lie within our 95% intervals.</li>',
    );
    expect(page('zh')).toContain(
      '<b>2017</b>：读入1,010条记录，保留1,000条（99.0%），剔除10条：未流动；版式与monitoring-2017相符100.0%，次近monitoring-2015为50.0%；2条规则中2条有违反；2列有44格数字为全角，按数值读入；1列有213格数字带千位逗号，按数值读入；1列有不足10格的逗号可能是小数点，未读入；',
    );
  });

  test('missing answers: those of the people asked, in the colour of their share, a question not asked is a dash', () => {
    expect(lines('missing')).toEqual([
      '| Own income last month | 11.3 | 11.3 |',
      '| Labour contract | 11.0 | 11.0 |',
      '| Household members: present residence | 1.5 | 1.5 |',
    ]);
    expect(lines('missing-reasons')).toEqual([
      '| Labour contract | missing | × | × |',
      '| Own income last month | refused | 11.3 | 11.3 |',
      '| Household members: present residence | missing | 1.5 | 1.5 |',
    ]);
    const markup = page('en');
    expect(markup).toContain('<td class="number heat-4">11.3</td>');
    expect(markup).toMatch(/<p class="key"><span class="heat-0">under 0\.5%<\/span> .*10% or more/);
    expect(markup).toMatch(/1 further question with fewer than ten in every wave is left out/);
  });

  test('another survey has tables of its own, with its second file and its own questions', () => {
    expect(page('en')).toMatch(
      /<h3[^>]*>Baseline survey of migrant workers<\/h3>\s*<ul><li><b>2009 baseline<\/b>\. 1,010 records read/,
    );
    expect(page('zh')).toContain('<b>2009年基线</b>：读入1,010条记录');
    expect(lines('records-baseline-worker').map((line) => line.split(' |').slice(0, 4).join(' |'))).toEqual([
      '| 2009 baseline | 1,010 | 1,000 | 99.0',
      '| Children under 16 | × | 693 | ×',
    ]);
    expect(lines('missing-baseline-worker')).toEqual([
      '| Floor area a person | 5.0 |',
      '| Children under 16: registered here | 2.0 |',
    ]);
    const ids = [...page('en').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a single wave has no sums over waves', () => {
    const one = bookDocument({ ...qualityBook, waves: qualityBook.waves.slice(1), others: [] }, 'en');
    const issues = tablesOf(one).find(({ id }) => id === 'quality-issues');
    expect(issues?.columns.map(({ label }) => label.en)).toEqual(['Issue', 'Severity', 'Action', '2017']);
    expect(documentHtml(one, 'en').markup).toContain('The wave holds 1,010 records');
  });

  test('a colour is that of the printed share', () => {
    const bounds = [0.005, 0.02, 0.05, 0.1] as const;
    expect(
      [0, 0.0044, 0.0045, 0.02, 0.0496, 0.05, 0.0996, 0.3].map((share) => heatOf(share, bounds)),
    ).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
  });

  test('breaks of the series are marked and said in words, with how far an answer moved', () => {
    expect(lines('breaks')).toEqual([
      '| **Hukou type** |  |  |',
      '| Resident | – | 2.0◇ |',
      '| **Status in employment** |  |  |',
      '| Employee | 60.0 | 58.0§ |',
      '| **Health record at destination** |  |  |',
      '| Established | × | 27.1 |',
      '| Not established, heard of | 25.3 | ×△ |',
      '| Not established, not heard of | <10 | <10 |',
      '| **Residence permit** |  |  |',
      '| Yes | 40.0 | 50.0△ |',
    ]);
    expect(lines('series')).toEqual(['| **Sex** |  |  |', '| Men | 50.0 | 51.0 |']);
    const markup = page('en');
    expect(markup).toContain(
      '2014 → 2017<small> question or answers changed</small></dt><dd>Status in employment</dd>',
    );
    expect(markup).toContain(' answers new or gone</small></dt><dd>Hukou type (Resident)</dd>');
    expect(markup).toContain(
      'beyond sampling error</small></dt><dd>Health record at destination, Residence permit (Yes 40.0% → 50.0%)</dd>',
    );
  });

  test('rules, round numbers, straight lines, clusters, places: counts of fewer than ten are not shown', () => {
    expect(lines('issues')).toEqual([
      '| code not in the codebook | error | cell set invalid | 14 | 14 | 28 |',
      '| nearly all answers are those of an earlier record | warning | kept, flagged | <10 | <10 | 14 |',
    ]);
    expect(lines('rules').map((line) => line.split(' | ').slice(-2).join(' | '))).toEqual([
      '28 | 1.40 |',
      '14 | 0.70 |',
    ]);
    expect(lines('answering').slice(1)).toEqual([
      '| Hours worked in the week | multiples of ten | 3.00 | 3.00 |',
      '| **Straight-lining (%)** |  |  |  |',
      '| Items on social integration | the same answer to every item | 2.4 | 2.4 |',
    ]);
    expect(lines('answering-provinces')).toEqual([
      '| **Hours worked in the week: heaping index** |  |  |',
      '| Guangdong | 2.50 | 2.50 |',
      '| **Items on social integration: straight-lining (%)** |  |  |',
      '| Guangdong | <10 | <10 |',
    ]);
    expect(lines('clusters').at(-1)).toBe('| 2017 | sampling units | 50 | 2.40 | 1 | 0 |');
    expect(lines('places')).toEqual(['| Prefecture of residence | 1.19 | 1.19 |']);
    expect([[3, 20, 12], [3, 4, 12], [0, 20, 3, 0], [3], [30, 20]].map(placeThatTells)).toEqual([
      2, -1, 1, -1, -1,
    ]);
    expect([0, 1, 9, 10].map(isFew)).toEqual([false, true, true, false]);
    expect([mayShow(995, 1000), mayShow(1000, 1000), mayShow(0, 1000)]).toEqual([false, true, true]);
  });

  const withRecords = (read: number, removed: Record<string, number>, issues: Record<string, number>) => {
    const codes = Object.entries(removed).map(([code, count]) => ({ code: code as IssueCode, count }));
    const waves = qualityBook.waves.map((own, i): BookWave => {
      if (i === 0 || !own.quality) return own;
      const wave = { ...own.wave, rows_in: read, rows_out: 1000, issues };
      return { ...own, wave, quality: { ...own.quality, removed: codes } };
    });
    const book = { ...qualityBook, waves, others: [] };
    const table = tablesOf(bookDocument(book, 'en')).find(({ id }) => id === 'quality-records') as Table;
    const [, last = ''] = tableMarkdown(table, 'en').match(/^\| 2017 \|(.*? \|.*? \|.*?) \|/m) ?? [];
    return {
      row: last,
      en: documentHtml(bookDocument(book, 'en'), 'en').markup,
      zh: documentHtml(bookDocument(book, 'zh'), 'zh').markup,
    };
  };

  test('the number read is not shown where it tells how few left, or how few for one reason', () => {
    const few = withRecords(
      1009,
      { not_migrating: 9 },
      { not_migrating: 9, unknown_code: 14, no_consent: 3 },
    );
    expect(few.row).toBe(' × | 1,000 | ×');
    expect(few.en).toContain('<b>2017</b>. 1,000 records kept, fewer than ten left out: not a migrant.');
    expect(few.zh).toContain('<b>2017</b>：保留1,000条记录，剔除不足10条：未流动；');
    expect(few.en).not.toMatch(/1,009|2,019|99\.1%/);
    expect(few.en).toContain('Of the 2 waves, 2,000 records are kept');
    expect(few.zh).toContain('2轮调查共保留2,000条记录');

    const one = withRecords(1020, { not_migrating: 12, no_consent: 8 }, { not_migrating: 12, no_consent: 8 });
    expect(one.row).toBe(' × | 1,000 | ×');
    expect(one.en).toContain(
      '1,000 records kept, others left out: not a migrant; no consent to the interview.',
    );

    const two = withRecords(1011, { not_migrating: 5, no_consent: 6 }, { not_migrating: 5, no_consent: 6 });
    expect(two.row).toBe(' 1,011 | 1,000 | 98.9');
    expect(two.en).toContain('11 left out');
    expect(withRecords(1000, {}, {}).row).toBe(' 1,000 | 1,000 | 100.0');
  });

  test('the number of all issues is not shown where it tells the only kind that few have', () => {
    const many = withRecords(1010, { not_migrating: 10 }, { not_migrating: 10, unknown_code: 14 });
    expect(many.en).toContain('24 times in all');
    // two rules were broken
    const once = withRecords(1010, { not_migrating: 10 }, { unknown_code: 1, near_duplicate: 1 });
    expect(once.en).toContain('2 of 2 rules were broken. Full-width');
    // the wave before has 14 and 7
    expect(many.en).not.toContain('issues were found');
  });

  test('the cells with a decimal comma are not counted where that tells how few others are no numbers', () => {
    const page = (cells: number, notNumbers: number, lang: 'zh' | 'en'): string => {
      const waves = qualityBook.waves.map((own): BookWave => {
        if (!own.quality) return own;
        const number_forms = [{ variable: 'weekly_hours', form: 'decimal_comma' as const, count: cells }];
        const wave = { ...own.wave, issues: { not_a_number: notNumbers } };
        return { ...own, wave, quality: { ...own.quality, number_forms } };
      });
      return documentHtml(bookDocument({ ...qualityBook, waves, others: [] }, lang), lang).markup;
    };
    expect(page(40, 40, 'en')).toContain('are not read in one column (40 cells).');
    expect(page(40, 60, 'en')).toContain('are not read in one column (40 cells).');
    expect(page(40, 43, 'en')).toContain('decimal mark are not read in one column. ');
    expect(page(40, 43, 'zh')).toContain('；1列的逗号可能是小数点，未读入；');
  });

  test('a published figure stands beside ours with its population, definition and source; within our interval or not', () => {
    const [heading, first, , second] = lines('published');
    expect(heading).toContain('Synthetic 2014');
    expect(first).toContain(
      '| 66.0 | 64.0 | 50.0 (48.0–52.0) | no | rural workers; signed. A report (unweighted) |',
    );
    expect(second).toContain('| 66.0 | 64.0 | 65.0 (63.0–67.0) | yes |');
  });

  test('the funnel names no cluster and counts clusters, not people', async () => {
    for (const lang of languages) {
      const wave = qualityBook.waves[1];
      const funnel = wave && drawFunnel(wave, 'straight_lining', lang);
      expect(funnel?.data).toEqual([
        { n: 20, share: 0, clusters: 37, beyond: '' },
        { n: 20, share: 0.05, clusters: 12, beyond: '' },
        { n: 20, share: 0.6, clusters: 1, beyond: 'above' },
      ]);
      expect(JSON.stringify(funnel?.spec)).not.toContain('village');
      expect(wave && drawFunnel(wave, 'near_duplicates', lang)).toBeUndefined();
    }
    const drawn = await drawFunnels(qualityBook.waves, 'en');
    expect(drawn.map(({ name, headline }) => [name, headline])).toEqual([
      ['straight-lining', 'Straight-lined batteries, 2017: 1 above the funnel, 0 below it'],
    ]);
    const shown = documentHtml(bookDocument({ ...qualityBook, funnels: drawn }, 'en'), 'en').markup;
    expect(shown).toContain('<figure id="quality-straight-lining"><figcaption>Figure B.1</figcaption>');
  });
});
