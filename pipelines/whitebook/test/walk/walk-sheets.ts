import readXlsxFile from 'read-excel-file/node';
import { count, type Numbers, type Walk } from './walk.ts';

/** Every line of a workbook that bears ids: each has the number in full precision, or the mark alone. */
export async function walkSheets(path: string, { estimates, others }: Numbers, walk: Walk): Promise<void> {
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
        count(walk, 'sheet');
        if (!row) {
          if (!others.has(id)) walk.wrong.push(`${sheet}: ${id}: no such number`);
        } else if (row.suppressed || estimates.get(id.replace(/unweighted$/, 'weighted'))?.suppressed) {
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
