import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, makeBook, openBook, root } from './open-book.ts';

beforeAll(makeBook);

test('the chart that the README shows is the pipeline’s', () => {
  const name = 'contract-signed-by-education.en.png';
  const shown = readFileSync(join(root, 'packages/report/gallery', name));
  expect(readFileSync(join(root, 'data/charts/employment', name)).equals(shown)).toBe(true);
});

const charts = (): number =>
  ['employment', 'insurance', 'services', 'mobility', 'integration'].reduce((sum, topic) => {
    const file = readFileSync(join(root, 'data/charts', topic, 'chapter.json'), 'utf8');
    return sum + (JSON.parse(file) as { charts: unknown[] }).charts.length;
  }, 0);

/** Of the synthetic waves, that of straight-lining in the latest wave. */
const funnels = 1;

describe.each(['zh', 'en'])('the book in %s, opened in Chromium', (lang) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each([390, 1280])(
    'nothing is wider than a window of %d px, fonts, links and figures are there, the console is silent',
    async (width) => {
      const { page, complaints } = await openBook(browser, lang, { width });
      const seen = await page.evaluate(`(async () => {
      await document.fonts.ready;
      const broken = [...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1))));
      const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
      const empty = [...document.querySelectorAll('figure svg')].filter((svg) => svg.getBoundingClientRect().height < 100 || svg.querySelectorAll('text').length < 3);
      return {
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        fonts: document.fonts.check('16px "Noto Sans SC"') && document.fonts.check('700 16px "Noto Sans SC"'),
        broken: broken.map((a) => a.hash).slice(0, 3),
        repeated: ids.length - new Set(ids).size,
        figures: document.querySelectorAll('figure svg[role=img]').length,
        empty: empty.length,
        headings: document.querySelectorAll('h1').length,
        scripts: document.querySelectorAll('script').length,
      };
    })()`);
      expect(seen).toEqual({
        ...{ overflow: 0, fonts: true, broken: [], repeated: 0, empty: 0, headings: 1, scripts: 0 },
        figures: charts() + funnels,
      });
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('a number leads to its trace, which opens', async () => {
    const { page } = await openBook(browser, lang, { width: 1280 });
    const id = await page.evaluate(`(() => {
      const link = document.querySelector('.cards [data-id]');
      link.click();
      return link.dataset.id;
    })()`);
    await page.waitForFunction(`document.querySelector('li:target')?.closest('details').open`);
    const text = await page.evaluate(`document.querySelector('li:target').textContent`);
    expect(text).toContain(id);
    expect(text).toMatch(/se \d.*n \d.*df \d.*nchs/);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious or critical, %s', async (colorScheme) => {
    const { page } = await openBook(browser, lang, { width: 1280, colorScheme });
    await page.evaluate(`for (const list of [['.chapter', ':scope > figure', 4], ['.chapter', ':scope > details', 4], ['#provinces', ':scope > details', 2], ['.trace ul', ':scope > li', 3], ['dl', ':scope > dt, :scope > dd', 40], ['tbody', ':scope > tr', 12], ['.traces', ':scope > details', 4]])
      for (const parent of document.querySelectorAll(list[0]))
        [...parent.querySelectorAll(list[1])].slice(list[2]).forEach((e) => e.remove());
      document.querySelectorAll('details').forEach((e) => { e.open = true; });`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html])).toEqual([]);
    await page.context().close();
  });
});
