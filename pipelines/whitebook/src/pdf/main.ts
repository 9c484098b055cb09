import { join } from 'node:path';
import { languages } from '@wavebook/schema';
import { listedFile, readManifest, repositoryRoot, runMain } from '@wavebook/stage';
import { findChromium } from './find-chromium.ts';
import { printPdf } from './print-pdf.ts';

/** Prints the book of `data/whitebook` to `whitebook.zh.pdf` and `whitebook.en.pdf` beside it. */
await runMain('pdf', async () => {
  const folder = join(repositoryRoot(), 'data', 'whitebook');
  const manifest = await readManifest(folder).catch(() => {
    throw Object.assign(new Error('there is no book yet; make it first: npm run whitebook'), {
      name: 'DataError',
    });
  });
  const chromium = findChromium(process.env.CHROMIUM, process.env.PATH ?? '');
  for (const lang of languages) {
    const page = await listedFile(folder, manifest, `index.${lang}.html`);
    const bytes = await printPdf(chromium, page, join(folder, `whitebook.${lang}.pdf`));
    console.log(`pdf: data/whitebook/whitebook.${lang}.pdf, ${(bytes / 1e6).toFixed(1)} MB`);
  }
});
