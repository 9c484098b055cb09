import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EstimateRow, ProgrammeFigure } from '@wavebook/schema';
import { readEstimates, readProgrammeFigures, readProgrammeStatuses } from '@wavebook/tables';
import { documentXml, sheetsOf } from './parts-of-output.ts';

/** What was checked, so that a walk that found nothing to check is seen, and what is wrong. */
interface Walk {
  readonly checked: Record<'page' | 'trace' | 'document' | 'sheet' | 'chart', number>;
  readonly wrong: string[];
}

type Row = Pick<
  EstimateRow | ProgrammeFigure,
  'estimate' | 'se' | 'ci_low' | 'ci_high' | 'unit' | 'n' | 'suppressed'
>;
type Files = ReadonlyMap<string, string | Uint8Array>;

const textOf = (files: Files, name: string): string => files.get(name) as string;

/** Every number that the data files hold, by id; statuses hold values of the frameworks. */
async function rowsOf(files: Files): Promise<{ rows: Map<string, Row>; statuses: Set<string> }> {
  const folder = mkdtempSync(join(tmpdir(), 'walk-'));
  const rows = new Map<string, Row>();
  const statuses = new Set<string>();
  for (const [name, content] of files) {
    if (!/^[a-z-]+\.csv$/.test(name)) continue;
    const path = join(folder, name);
    writeFileSync(path, content);
    if (name === 'status.csv') for (const { id } of await readProgrammeStatuses(path)) statuses.add(id);
    else
      for (const row of await (name === 'estimates.csv' ? readEstimates(path) : readProgrammeFigures(path)))
        rows.set(row.id, row);
  }
  rmSync(folder, { recursive: true });
  return { rows, statuses };
}

/** Whether a text says a number, rounded to the decimals that the text has, shares in per cent. */
function says(text: string, value: number | null, unit: string): boolean {
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0];
  if (found === undefined || value === null) return false;
  const places = found.split('.')[1]?.length ?? 0;
  const scaled = unit === 'share' ? value * 100 : value;
  return Math.abs(Number(found.replaceAll(',', '')) - scaled) <= 0.50000001 * 10 ** -places;
}

const plain = (markup: string): string => markup.replace(/<[^>]*>/g, '');

/** What is wrong with a cell that stands for a number: its figure and its interval. */
function wrongCell(row: Row, id: string, figure: string, interval: string): string[] {
  if (row.suppressed || row.estimate === null)
    return /\d/.test(figure + interval) ? [`${id}: may not be shown, but "${figure} ${interval}" is`] : [];
  const wrong = says(figure, row.estimate, row.unit)
    ? []
    : [`${id}: ${row.estimate} is shown as "${figure}"`];
  if (interval === '') return wrong;
  const [low = '', high = ''] = interval.split('–');
  return says(low, row.ci_low, row.unit) && says(high, row.ci_high, row.unit)
    ? wrong
    : [...wrong, `${id}: interval shown as "${interval}"`];
}

/** The cells of the tables of a page, in order: what they say, and the id that they have. */
const pageCells = (page: string): { id: string; text: string; beneath: string }[][] =>
  [...page.matchAll(/<div class="table".*?<tbody>(.*?)<\/tbody>/gs)].map(([, body = '']) =>
    [...body.matchAll(/<t[hd]([^>]*)>(.*?)<\/t[hd]>/gs)].map(([, attributes = '', content = '']) => {
      const [text = '', beneath = ''] = content.split('<small>');
      return {
        id: /data-id="([^"]+)"/.exec(attributes)?.[1] ?? '',
        text: plain(text),
        beneath: plain(beneath),
      };
    }),
  );

const wordCells = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)]
      .filter(([line]) => !line.includes('<w:tblHeader'))
      .flatMap(([line]) =>
        [...line.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) =>
          [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
        ),
      ),
  );

const straight = (text: string): string =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replace(/^\u3000+/, '');

/**
 * Walks everything that was made to be shown: pages, documents, sheets, chart data. Lists each number that differs from the data files after
 * rounding, and each that may not be shown and is. `evidence` are estimates of other stages that the pages show.
 */
export async function wrongNumbers(files: Files, evidence: readonly EstimateRow[] = []): Promise<Walk> {
  const { rows, statuses } = await rowsOf(files);
  for (const row of evidence) rows.set(row.id, rows.get(row.id) ?? row);
  const walk: Walk = { checked: { page: 0, trace: 0, document: 0, sheet: 0, chart: 0 }, wrong: [] };
  for (const lang of ['zh', 'en']) {
    const page = textOf(files, `programme.${lang}.html`);
    const tables = pageCells(page);
    for (const { id, text, beneath } of tables.flat()) {
      if (id === '' || statuses.has(id)) continue;
      const row = rows.get(id);
      walk.checked.page += 1;
      walk.wrong.push(...(row ? wrongCell(row, id, text, beneath) : [`${id}: no such number`]));
    }
    for (const [, id = '', text = ''] of page.matchAll(
      /<li id="t:([^"]+)"><code>[^<]*<\/code>([^<]*)<\/li>/g,
    )) {
      const row = rows.get(id);
      if (!row) continue;
      walk.checked.trace += 1;
      if (row.suppressed && /\bse \d|\bn \d/.test(text)) walk.wrong.push(`${id}: traced as "${text}"`);
    }
    const word = wordCells(documentXml(files.get(`programme.${lang}.docx`) as Uint8Array));
    tables.forEach((cells, i) => {
      const other = word[i] ?? [];
      walk.checked.document += cells.length;
      const differs = cells.findIndex(
        ({ text, beneath }, k) => straight(text + beneath) !== straight(other[k] ?? ''),
      );
      if (differs >= 0 || other.length !== cells.length)
        walk.wrong.push(
          `${lang} document: table ${i + 1}: "${other[differs]}", the page has "${cells[differs]?.text}"`,
        );
    });
  }
  for (const { sheet, lines } of await sheetsOf(files.get('programme.xlsx') as Uint8Array))
    for (const line of lines)
      for (const cell of line) {
        const row = typeof cell === 'string' ? rows.get(cell) : undefined;
        if (!row) continue;
        walk.checked.sheet += 1;
        const held = row.estimate !== null && line.includes(row.estimate);
        if (
          row.suppressed ? held && row.estimate !== 0 && row.estimate !== 1 : row.estimate !== null && !held
        )
          walk.wrong.push(
            `${sheet}: ${String(cell)}: ${row.suppressed ? 'may not be shown' : 'is not in its line'}`,
          );
      }
  for (const [name, content] of files) {
    if (!/^charts\/.*\.csv$/.test(name)) continue;
    const [head = '', ...lines] = (content as string).trim().split('\n');
    const columns = head.split(',');
    if (!columns.includes('id')) continue;
    for (const line of lines) {
      const cells = Object.fromEntries(line.split(',').map((cell, i) => [columns[i], cell]));
      const row = rows.get(cells.id ?? '');
      walk.checked.chart += 1;
      for (const column of ['estimate', 'ci_low', 'ci_high'] as const) {
        const shown = cells[column] === '' ? null : Number(cells[column]);
        if (!row || shown !== (row.suppressed ? null : row[column]))
          walk.wrong.push(`${name}: ${cells.id}: ${column} is ${cells[column]}`);
      }
    }
  }
  return walk;
}
