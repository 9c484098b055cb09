import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionPage, missingParts, typesPage } from './function-page.ts';
import { firstSentence, pageOf, prose, table } from './markdown.ts';
import { PACKAGE_FOLDER, type PublicApi, type PublicFunction, readPublicApi } from './public-api.ts';
import { rFunctionTable } from './r-functions.ts';

export const DOCS_FOLDER = join(PACKAGE_FOLDER, 'docs');
/** Written by hand but for the table of R functions. */
const R_PAGE = 'coming-from-r.md';
const R_TABLE = /(<!-- r-functions: made by `npm run docs` -->)[\s\S]*?(<!-- \/r-functions -->)/;

const START = [
  'surveyDesign',
  'domainCells',
  'surveyMean',
  'surveyProportion',
  'surveyQuantile',
  'rake',
  'surveyRegression',
];

const GROUPS: readonly (readonly [folder: string, title: string])[] = [
  ['design', 'Design'],
  ['weighting', 'Weighting'],
  ['estimation', 'Estimation'],
  ['replication', 'Replication'],
  ['models', 'Models'],
  ['hypothesis-tests', 'Hypothesis tests'],
  ['change', 'Change between waves'],
  ['quality', 'Quality of estimates'],
  ['distributions', 'Distributions'],
  ['threads', 'Several threads: `@wavebook/survey-stats/threads`, for Node alone'],
];

/** File name in `docs` → text. Throws, naming function and part, if a doc block is not whole. */
export function referencePages(api = readPublicApi()): Map<string, string> {
  const faults = api.functions.flatMap((one) =>
    missingParts(one, api).map((part) => `${one.name} (src/${one.file}): ${part}`),
  );
  if (faults.length > 0) {
    throw new Error(
      `make-docs: every exported function needs a whole doc block; missing:\n${faults.join('\n')}`,
    );
  }
  const pages = new Map(api.functions.map((one) => [pageOf(one.name), functionPage(one, api)]));
  pages.set('types.md', typesPage(api));
  pages.set('README.md', indexPage(api));
  const byHand = readFileSync(join(DOCS_FOLDER, R_PAGE), 'utf8');
  if (!R_TABLE.test(byHand))
    throw new Error(`make-docs: ${R_PAGE} has no place for the table of R functions`);
  pages.set(
    R_PAGE,
    byHand.replace(R_TABLE, (_, before, after) => `${before}\n\n${rFunctionTable(api)}\n\n${after}`),
  );
  return pages;
}

function indexPage(api: PublicApi): string {
  const strays = api.functions.filter(
    ({ file }) => !GROUPS.some(([folder]) => file.startsWith(`${folder}/`)),
  );
  if (strays.length > 0)
    throw new Error(`make-docs: no group for ${strays.map(({ file }) => file).join(', ')}`);
  return [
    '<!-- Made by `npm run docs` from src: change the doc blocks there. -->',
    '# Functions of @wavebook/survey-stats',
    `${api.functions.length} functions, one page each; [types](types.md); [coming from R survey, srvyr or Stata svy](coming-from-r.md). Every example is run as a test.`,
    `Most analyses begin with ${START.map((name) => `[\`${name}\`](${pageOf(name)})`).join(', ')}.`,
    ...GROUPS.flatMap(([folder, title]) => [
      `## ${title}`,
      table(
        ['function', 'what for'],
        [...rowsOf(folder, api), ...(folder === 'quality' ? constantRows(api) : [])],
      ),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function rowsOf(folder: string, api: PublicApi): string[][] {
  return api.functions
    .filter(({ file }) => file.startsWith(`${folder}/`))
    .map((one: PublicFunction) => [
      `[\`${one.name}\`](${pageOf(one.name)})`,
      prose(firstSentence(one.doc.paragraphs[0]!), api, one.name),
    ]);
}

function constantRows(api: PublicApi): string[][] {
  return api.constants.map(({ name, text }) => [
    `\`${name}\``,
    `${prose(text, api, name)} For [\`thresholdQuality\`](${pageOf('thresholdQuality')}).`,
  ]);
}
