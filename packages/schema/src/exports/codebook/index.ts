import { type ExportSource, packageSource } from '../export-source.ts';
import type { ExportedFile } from '../exported-file.ts';
import { crosswalkPage } from './crosswalk-page.ts';
import { indexPage } from './index-page.ts';
import { indicatorPage } from './indicator-page.ts';
import { wavePath } from './paths.ts';
import { rulesPage } from './rules-page.ts';
import { site } from './site.ts';
import { sourcesPage } from './sources-page.ts';
import { style } from './style.ts';
import { variablePage } from './variable-page.ts';
import { wavePage } from './wave-page.ts';

/**
 * The codebook as a site of static pages in Chinese and English: a first page with search, a page for each variable, the crosswalk of
 * variable by wave, the list of indicators, the rules of cleaning, a page for each wave with what to check first, and the sources. It needs no server, no
 * network and, but for the search, no script.
 *
 * @example codebookFiles().find((f) => f.path === 'variables/monitoring/respondent/education.html')
 */
export function codebookFiles(source: ExportSource = packageSource): ExportedFile[] {
  const all = site(source);
  const pages = new Map<string, string>([
    ['index.html', indexPage(all)],
    ['crosswalk.html', crosswalkPage(all)],
    ['indicators.html', indicatorPage(all)],
    ['rules.html', rulesPage(all.instruments)],
    ['sources.html', sourcesPage()],
    ['style.css', style],
    ...all.codebooks.map((codebook): [string, string] => [wavePath(codebook.wave), wavePage(codebook, all)]),
  ]);
  for (const instrument of all.instruments)
    for (const record of instrument.records)
      for (const variable of record.variables) {
        const path = all.pathOf(instrument.id, record.name, variable.name);
        if (!pages.has(path)) pages.set(path, variablePage({ instrument, record, variable }, all));
      }
  return [...pages].map(([path, text]) => ({ path, text }));
}
