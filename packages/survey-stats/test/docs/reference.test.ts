import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocBlock } from '../../scripts/doc-block.ts';
import { missingParts } from '../../scripts/function-page.ts';
import { pageOf } from '../../scripts/markdown.ts';
import { PACKAGE_FOLDER, type PublicFunction, readPublicApi } from '../../scripts/public-api.ts';
import { rFunctionTable } from '../../scripts/r-functions.ts';
import { DOCS_FOLDER, referencePages } from '../../scripts/reference.ts';
import * as surveyStats from '../../src/index.ts';
import * as threads from '../../src/threads/index.ts';

const api = readPublicApi();
const committed = new Map(
  readdirSync(DOCS_FOLDER).map((file) => [file, readFileSync(join(DOCS_FOLDER, file), 'utf8')]),
);

describe('the pages in docs', () => {
  it('are those that `npm run docs -w @wavebook/survey-stats` writes', () => {
    const made = referencePages(api);
    expect([...committed.keys()].sort()).toEqual([...made.keys()].sort());
    for (const [file, text] of made) expect(committed.get(file), file).toBe(text);
  });

  it('are one for every exported function', () => {
    const exported = Object.entries({ ...surveyStats, ...threads }).filter(
      ([, value]) => typeof value === 'function',
    );
    expect(api.functions.map(({ name }) => name).sort()).toEqual(exported.map(([name]) => name).sort());
    for (const [name] of exported) expect(committed.has(pageOf(name)), name).toBe(true);
  });

  it.each([...committed])('%s has no link that leads nowhere', (_, text) => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    for (const [link, file = '', anchor] of links) {
      const target = readFileSync(join(DOCS_FOLDER, file), 'utf8');
      if (anchor) expect(target.toLowerCase(), link).toContain(`\n## ${anchor}\n`);
    }
  });

  it('and the README leads nowhere that is not there', () => {
    const readme = readFileSync(join(PACKAGE_FOLDER, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]*)\)/g)].map(([, file = '']) => file);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((file) => !existsSync(join(PACKAGE_FOLDER, file)))).toEqual([]);
  });

  it('name every exported function beside R', () => {
    const names = rFunctionTable(api);
    for (const { name } of api.functions) expect(names).toContain(`[\`${name}\`]`);
  });
});

describe('a doc block', () => {
  const block = `/**
 * Survey mean: the weighted mean
 * of a variable.
 *
 * Second paragraph.
 *
 * @param y row → value. @param options domains,
 *   level.
 * @returns one a domain.
 * @throws if y is short.
 *
 * R equivalent: \`survey::svymean\`. Source: z = w(y − ȳ)/W.
 * @example surveyMean(design, y) // 2
 */`;
  const whole: PublicFunction = {
    name: 'surveyMean',
    file: 'estimation/survey-mean.ts',
    module: '@wavebook/survey-stats',
    signature: '',
    parameters: [
      { name: 'design', type: 'SurveyDesign', default: '' },
      { name: 'y', type: 'Float64Array', default: '' },
    ],
    result: 'SurveyEstimate[]',
    doc: { ...parseDocBlock(block), params: [['y', 'row → value.']] },
  };

  it('is read part by part', () => {
    expect(parseDocBlock(block)).toEqual({
      paragraphs: ['Survey mean: the weighted mean of a variable.', 'Second paragraph.'],
      params: [
        ['y', 'row → value.'],
        ['options', 'domains, level.'],
      ],
      returns: 'one a domain.',
      throws: 'if y is short.',
      rEquivalent: '`survey::svymean`.',
      source: 'z = w(y − ȳ)/W.',
      example: ['surveyMean(design, y) // 2'],
    });
  });

  it('lacks nothing if it is whole', () => {
    expect(missingParts(whole, api)).toEqual([]);
  });

  it.each([
    ['paragraphs', [], 'a first sentence'],
    ['params', [], '@param y'],
    ['returns', '', '@returns'],
    ['throws', '', '@throws (or "@throws nothing")'],
    ['rEquivalent', '', 'R equivalent:'],
    ['source', '', 'Source:'],
    ['example', [], '@example'],
  ])('without %s is not whole', (part, empty, missing) => {
    expect(missingParts({ ...whole, doc: { ...whole.doc, [part]: empty } }, api)).toEqual([missing]);
  });

  it('must not describe a parameter that is not there', () => {
    const doc: PublicFunction['doc'] = {
      ...whole.doc,
      params: [
        ['y', 'row → value.'],
        ['x', 'gone.'],
      ],
    };
    expect(missingParts({ ...whole, doc }, api)).toEqual(['no @param x, which is no parameter']);
  });
});
