import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EstimateRow } from '@wavebook/schema';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { estimatesOf } from './estimates-of.ts';
import { saysNumber } from './says-number.ts';

type Estimates = ReadonlyMap<string, EstimateRow>;

/** What was checked, so that a walk that found nothing to check is seen, and what is wrong. */
export interface Walk {
  readonly checked: Record<string, number>;
  readonly wrong: string[];
}

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What is wrong with a number that stands for an estimate: none that is withheld, none that differs after rounding. */
function wrongText(row: EstimateRow | undefined, id: string, text: string): string[] {
  if (!row) return [`${id}: no such estimate`];
  if (row.suppressed || row.estimate === null)
    return /\d/.test(text) ? [`${id}: withheld, but "${text}" is shown`] : [];
  return saysNumber(text, row.estimate, row.unit) ? [] : [`${id}: ${row.estimate} is shown as "${text}"`];
}

function walkPage(path: string, estimates: Estimates, walk: Walk): void {
  const page = readFileSync(path, 'utf8');
  const cells = page.matchAll(/<(td|span|a)\b[^>]* data-id="([^"]+)"[^>]*>(.*?)<\/\1>/g);
  for (const [, tag, id = '', content = ''] of cells) {
    const [figure = '', beneath] = content.split('<small>');
    const row = estimates.get(id);
    walk.checked.page = (walk.checked.page ?? 0) + 1;
    if (tag === 'td' || row) walk.wrong.push(...wrongText(row, id, plain(figure)));
    if (!beneath || !row) continue;
    const [low = '', high = ''] = plain(beneath).split('–');
    if (row.suppressed || row.ci_low === null || row.ci_high === null)
      walk.wrong.push(`${id}: withheld, but its interval is shown`);
    else if (!saysNumber(low, row.ci_low, row.unit) || !saysNumber(high, row.ci_high, row.unit))
      walk.wrong.push(`${id}: interval shown as ${low} to ${high}`);
  }
  for (const [, id = '', text = ''] of page.matchAll(
    /<li id="t:([^"]+)"><code>[^<]*<\/code>([^<]*)<\/li>/g,
  )) {
    const row = estimates.get(id);
    if (!row) continue;
    walk.checked.trace = (walk.checked.trace ?? 0) + 1;
    if (row.suppressed && /\bse \d|\bn \d/.test(text))
      walk.wrong.push(`${id}: withheld, but traced as "${text}"`);
  }
}

async function walkSheets(path: string, estimates: Estimates, walk: Walk): Promise<void> {
  for (const { sheet, data } of await readXlsxFile(path)) {
    const header = data.findIndex((line) => line.some((cell) => String(cell).endsWith(', id')));
    if (header < 0) continue;
    const labels = data[header] ?? [];
    const ids = labels.flatMap((cell, at) => (String(cell).endsWith(', id') ? [at] : []));
    for (const line of data.slice(header + 1))
      for (const at of ids) {
        const id = line[at];
        if (typeof id !== 'string') continue;
        const row = estimates.get(id);
        const numbers = line.filter((cell) => typeof cell === 'number');
        walk.checked.sheet = (walk.checked.sheet ?? 0) + 1;
        if (!row) walk.wrong.push(`${sheet}: ${id}: no such estimate`);
        else if (row.suppressed) {
          if (
            !line.includes('×') ||
            (row.estimate !== null &&
              row.estimate !== 0 &&
              row.estimate !== 1 &&
              numbers.includes(row.estimate))
          )
            walk.wrong.push(`${sheet}: ${id}: withheld, but its number is in the sheet`);
        } else if (row.estimate !== null && !numbers.includes(row.estimate))
          walk.wrong.push(`${sheet}: ${id}: ${row.estimate} is not in its line`);
      }
  }
}

const wordTexts = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs'))].map(([part]) =>
    [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, text]) => plain(text ?? '|'))
      .join(''),
  );

/** The document says what the page says: every cell of its tables, in order. */
function walkWord(path: string, pagePath: string, walk: Walk): void {
  const xml = new TextDecoder().decode(unzipSync(readFileSync(path))['word/document.xml']);
  const page = readFileSync(pagePath, 'utf8');
  const ofPage = [...page.matchAll(/<div class="table".*?<tbody>(.*?)<\/tbody>/gs)].map(([, body = '']) =>
    [...body.matchAll(/<t[hd][ >].*?<\/t[hd]>/gs)].map(([cell]) => plain(cell.replaceAll('<small>', '|'))),
  );
  const ofWord = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)]
      .filter(([line]) => !line.includes('<w:tblHeader'))
      .flatMap(([line]) => wordTexts(line, 'tc').map((text) => text.replace(/^\u3000+/, ''))),
  );
  if (ofPage.length !== ofWord.length)
    walk.wrong.push(`${path}: ${ofWord.length} tables, the page has ${ofPage.length}`);
  ofPage.forEach((cells, i) => {
    walk.checked.word = (walk.checked.word ?? 0) + cells.length;
    const other = (ofWord[i] ?? []).map((text) => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"'));
    const at = cells.findIndex(
      (cell, k) => cell.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"') !== other[k],
    );
    if (at >= 0 || other.length !== cells.length)
      walk.wrong.push(`${path}: table ${i + 1}, cell ${at + 1}: "${other[at]}", the page has "${cells[at]}"`);
  });
}

const numbersOf = ['estimate', 'ci_low', 'ci_high', 'n'] as const;

function wrongChartRow(
  row: EstimateRow | undefined,
  shown: Record<string, unknown>,
  where: string,
): string[] {
  if (!row) return [`${where}: ${String(shown.id)}: no such estimate`];
  return numbersOf.flatMap((name) => {
    if (!(name in shown) || shown[name] === null || shown[name] === '') return [];
    if (row.suppressed) return [`${where}: ${row.id}: withheld, but ${name} is there`];
    return Number(shown[name]) === row[name]
      ? []
      : [`${where}: ${row.id}: ${name} is ${String(shown[name])}`];
  });
}

/** Every number of a spec, figures of other sources among them. */
const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(numbersIn);
};

/** The bounds of the classes of a chart by colour, and the last printed number below each, which its legend names. */
const classBounds = (spec: string): number[] =>
  [...spec.matchAll(/\* (\d+)\) >= (-?\d+)/g)].flatMap(([, units, bound]) => [
    Number(bound) / Number(units),
    (Number(bound) - 1) / Number(units),
  ]);

const rowsIn = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(rowsIn);
  if (value === null || typeof value !== 'object') return [];
  const own = value as Record<string, unknown>;
  return [
    ...(typeof own.id === 'string' && 'estimate' in own ? [own] : []),
    ...Object.values(own).flatMap(rowsIn),
  ];
};

/** The texts of a picture: every number with a decimal is one of its own indicator's that may be shown, or stands in its spec. */
function wrongPicture(
  svg: string,
  where: string,
  allowed: readonly [value: number, unit: string][],
): string[] {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => plain(text));
  const said = texts.flatMap((text) => text.match(/\d[\d,]*\.\d+/g) ?? []);
  return said
    .filter((number) => !allowed.some(([value, unit]) => saysNumber(number, value, unit)))
    .map((number) => `${where}: ${number} is no number that may be shown`);
}

function walkCharts(root: string, estimates: Estimates, walk: Walk): void {
  const byIndicator = new Map<string, [number, string][]>();
  for (const row of estimates.values()) {
    if (row.suppressed) continue;
    const own = byIndicator.get(row.indicator) ?? [];
    for (const value of [row.estimate, row.ci_low, row.ci_high])
      if (value !== null) own.push([value, row.unit]);
    byIndicator.set(row.indicator, own);
  }
  for (const topic of readdirSync(join(root, 'data/charts'))) {
    const folder = join(root, 'data/charts', topic);
    for (const name of readdirSync(folder)) {
      const where = `${topic}/${name}`;
      if (name.endsWith('.vl.json')) {
        const spec = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
          usermeta?: { indicator?: string };
        };
        for (const shown of rowsIn(spec)) {
          if (!estimates.has(String(shown.id))) continue;
          walk.checked.spec = (walk.checked.spec ?? 0) + 1;
          walk.wrong.push(...wrongChartRow(estimates.get(String(shown.id)), shown, where));
        }
        const svg = join(folder, name.replace('.vl.json', '.svg'));
        const allowed = byIndicator.get(spec.usermeta?.indicator ?? '');
        if (!existsSync(svg) || !allowed || name.includes('-comparator')) continue;
        const bounds = classBounds(JSON.stringify(spec));
        const other = [...numbersIn(spec), ...bounds].flatMap((value): [number, string][] => [
          [value, 'share'],
          [value, ''],
        ]);
        walk.checked.picture = (walk.checked.picture ?? 0) + 1;
        walk.wrong.push(...wrongPicture(readFileSync(svg, 'utf8'), where, [...allowed, ...other]));
      }
      if (name.endsWith('.csv')) {
        const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
        const columns = head.split(',');
        for (const line of lines) {
          const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((c) => c.replace(/,$/, '')) ?? [];
          const shown = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
          if (!estimates.has(shown.id ?? '')) continue;
          walk.checked.csv = (walk.checked.csv ?? 0) + 1;
          walk.wrong.push(...wrongChartRow(estimates.get(shown.id ?? ''), shown, where));
        }
      }
    }
  }
}

/**
 * Walks everything that was made to be shown: pages, documents, sheets, specs, chart data, pictures. Lists each number that differs from
 * `estimates.csv` after rounding and each that is withheld there and present here.
 */
export async function wrongNumbers(root: string): Promise<Walk> {
  const estimates = await estimatesOf(root);
  const walk: Walk = { checked: {}, wrong: [] };
  const book = join(root, 'data/whitebook');
  for (const lang of ['zh', 'en']) {
    walkPage(join(book, `index.${lang}.html`), estimates, walk);
    walkWord(join(book, `whitebook.${lang}.docx`), join(book, `index.${lang}.html`), walk);
  }
  await walkSheets(join(book, 'tables.xlsx'), estimates, walk);
  walkCharts(root, estimates, walk);
  return walk;
}
