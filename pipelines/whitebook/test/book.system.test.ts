import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

test('the chart that the README shows is the pipeline’s', () => {
  const made = spawnSync('npm', ['run', 'whitebook'], { cwd: root, encoding: 'utf8' });
  expect(made.status, made.stdout + made.stderr).toBe(0);
  const name = 'contract-signed-by-education.en.png';
  const shown = readFileSync(join(root, 'packages/report/gallery', name));
  expect(readFileSync(join(root, 'data/charts/employment', name)).equals(shown)).toBe(true);
});

describe.each(['zh', 'en'])('the book in %s, opened in Chromium', (lang) => {
  let browser: Browser;

  beforeAll(async () => {
    const made = spawnSync('npm', ['run', 'whitebook'], { cwd: root, encoding: 'utf8' });
    expect(made.status, made.stdout + made.stderr).toBe(0);
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  });
  afterAll(() => browser?.close());

  test.each([390, 1280])(
    'nothing is wider than a window of %d px, fonts and links work, the console is silent',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('requestfailed', (request) => complaints.push(request.url()));
      await page.goto(pathToFileURL(join(root, `data/whitebook/index.${lang}.html`)).href);
      const seen = await page.evaluate(`(async () => {
      await document.fonts.ready;
      const broken = [...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.getElementById(a.hash.slice(1)));
      const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
      return {
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        fonts: document.fonts.check('16px "Noto Sans SC"') && document.fonts.check('700 16px "Noto Sans SC"'),
        broken: broken.length,
        repeated: ids.length - new Set(ids).size,
        figures: document.querySelectorAll('figure svg[role=img]').length,
        headings: document.querySelectorAll('h1').length,
      };
    })()`);
      expect(seen).toEqual({
        overflow: 0,
        fonts: true,
        broken: 0,
        repeated: 0,
        figures: expect.any(Number),
        headings: 1,
      });
      expect((seen as { figures: number }).figures).toBeGreaterThanOrEqual(24);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
