import { chartFiles } from '@wavebook/charts';
import { chartDataColumns, type Label, type Language } from '@wavebook/schema';
import type { DrawnChart } from '../drawn-chart.ts';

/** Turns chart rows into CSV text. */
export type FormatRows = (
  columns: readonly string[],
  rows: readonly Record<string, string | number | null>[],
) => string;

/** A figure's files, by path, and what it says. */
export interface FigureFiles {
  readonly headline: Label;
  readonly description: Label;
  readonly files: readonly (readonly [path: string, content: string | Uint8Array])[];
}

/**
 * The files of a figure: `<name>.<lang>.vl.json`, `.svg`, `.png`, `.pdf`, `.alt.txt` for each language in which it was drawn, and the
 * numbers behind it in `<name>.csv`.
 */
export async function figureFiles(
  name: string,
  drawn: readonly (readonly [Language, DrawnChart])[],
  formatRows: FormatRows,
): Promise<FigureFiles> {
  const headline: Label = { zh: '', en: '' };
  const description: Label = { zh: '', en: '' };
  const data: Record<string, string | number | null>[] = [];
  const files: [string, string | Uint8Array][] = [];
  for (const [lang, chart] of drawn) {
    headline[lang] = chart.headline;
    description[lang] = chart.spec.description ?? '';
    for (const [ending, content] of Object.entries(await chartFiles(chart.spec)))
      files.push([`${name}.${lang}.${ending}`, content]);
    chart.data.forEach((row, i) => {
      const { category, group, ...rest } = row as Record<string, string | number | null>;
      const label = [group, category].filter((part) => part !== null).join(lang === 'zh' ? '，' : ', ');
      data[i] = { ...rest, ...data[i], [`label_${lang}`]: label };
    });
  }
  return { headline, description, files: [...files, [`${name}.csv`, formatRows(chartDataColumns, data)]] };
}
