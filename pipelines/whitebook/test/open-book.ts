import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../src/pdf/find-chromium.ts';

export const root = join(import.meta.dirname, '..', '..', '..');

/** Makes the book; what is up to date comes from the cache. */
export function makeBook(): void {
  const made = spawnSync('npm', ['run', 'whitebook'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  expect(made.status, made.stdout + made.stderr).toBe(0);
}

export const chromiumPath = (): string => findChromium(process.env.CHROMIUM, process.env.PATH ?? '');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Opened {
  readonly page: Page;
  /** Everything that the console, the page or a request complained of. */
  readonly complaints: string[];
}

/** Opens the book as a reader does, from the file system. */
export async function openBook(
  browser: Browser,
  lang: string,
  view: { width: number; colorScheme?: 'light' | 'dark' },
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: 900 },
    colorScheme: view.colorScheme ?? 'light',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) complaints.push(`asks the network for ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(root, `data/whitebook/index.${lang}.html`)).href);
  return { page, complaints };
}
