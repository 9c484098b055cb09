import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const flags = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];

const run = (program: string, words: readonly string[]): Promise<{ code: number | null; errors: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors = `${errors}${chunk.toString()}`.slice(-2000);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, errors }));
  });

/**
 * Prints an HTML page to a PDF with a Chromium: everything that is folded on the screen is open. The PDF takes its place whole or not at all.
 *
 * @throws an error of name DataError with what the browser said, if it made no PDF.
 */
export async function printPdf(chromium: string, page: string, pdf: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'wavebook-pdf-'));
  try {
    const open = join(folder, 'page.html');
    const made = join(folder, 'page.pdf');
    const markup = await readFile(page, 'utf8');
    await writeFile(open, markup.replaceAll(/<details(?= |>)/g, '<details open'));
    const { code, errors } = await run(chromium, [
      ...flags,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${made}`,
      pathToFileURL(open).href,
    ]);
    const bytes = await stat(made).then(
      ({ size }) => size,
      () => 0,
    );
    if (code !== 0 || bytes === 0)
      throw Object.assign(new Error(`${chromium} made no PDF of ${page} (exit code ${code}): ${errors}`), {
        name: 'DataError',
      });
    await writeFile(`${pdf}.part`, await readFile(made));
    await rename(`${pdf}.part`, pdf);
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
