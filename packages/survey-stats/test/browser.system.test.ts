import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../scripts/bundle.ts';
import { domainCells, surveyDesign, surveyMean } from '../src/index.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Six strata of four villages of five workers, written without a random number so that both sides have the same. */
const rows = Array.from({ length: 120 }, (_, row) => row);
const survey = {
  weight: rows.map((row) => 80 + ((row * 37) % 61) / 3),
  strata: rows.map((row) => Math.floor(row / 20)),
  psu: rows.map((row) => Math.floor(row / 5) % 4),
  wage: rows.map((row) => (row % 17 === 0 ? null : 3000 + ((row * 271) % 1900) + 100 * Math.sin(row))),
  region: rows.map((row) => (row * 7) % 3),
};

/** The table of a page: means of the wage by region with intervals. Runs in Node and, as text, in the browser. */
function table(given: typeof survey, stats: object): object[] {
  const library = stats as {
    surveyDesign: typeof surveyDesign;
    domainCells: typeof domainCells;
    surveyMean: typeof surveyMean;
  };
  const design = library.surveyDesign(given);
  const wage = Float64Array.from(given.wage, (value) => value ?? Number.NaN);
  const domains = library.domainCells(design, Int32Array.from(given.region), 3);
  return library
    .surveyMean(design, wage, { domains })
    .map(({ estimate, se, ciLow, ciHigh, deff, df, n }) => ({ estimate, se, ciLow, ciHigh, deff, df, n }));
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
});
afterAll(() => browser?.close());

test('Chromium computes the same table as Node, to the last bit, without a complaint', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => complaints.push(request.url()));
  const { text: library } = await bundle(
    "export { domainCells, surveyDesign, surveyMean } from '@wavebook/survey-stats';",
  );
  await page.setContent(`<!doctype html><title>table</title><script type="module">
    ${library.replace(/export\{([^}]*)\};?\s*$/, (_, names: string) => `const stats = {${names.replace(/(\w+) as (\w+)/g, '$2: $1')}};`)}
    window.table = (${table.toString()})(${JSON.stringify(survey)}, stats);
  </script>`);
  await page.waitForFunction('window.table !== undefined');
  const seen = await page.evaluate('window.table');
  const expected = table(survey, { domainCells, surveyDesign, surveyMean });
  expect(expected).toHaveLength(3);
  expect(expected).toEqual(expect.arrayContaining([expect.objectContaining({ df: 18 })]));
  expect(seen).toEqual(expected);
  expect(complaints).toEqual([]);
  await page.close();
});
