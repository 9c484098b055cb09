import type { Frame } from '../population/frame.ts';
import { Random } from '../random/random.ts';
import { rawColumns } from './columns.ts';
import type { RawTable } from './csv.ts';
import { layouts } from './layout.ts';
import { interview } from './raw-respondents.ts';

/** A row of `design.csv`: the true stratum and sample point of a respondent. */
export interface DesignRow {
  readonly respondentId: string;
  readonly stratum: string;
  readonly psu: string;
}

/** The raw cells of a drawn sample in the wave's layout, and the design beside it. Column names are without padding. */
export function rawFile(frame: Frame, seed: number): { table: RawTable; design: DesignRow[] } {
  const columns = rawColumns(frame.wave);
  const layout = layouts[frame.wave];
  const rows: string[][] = [];
  const design: DesignRow[] = [];
  let random = new Random(seed);
  let psu = '';
  for (const respondent of interview(frame, seed)) {
    const { point } = respondent;
    if (point.id !== psu) {
      psu = point.id;
      random = new Random(seed, frame.wave, 'cells', psu);
    }
    const cells = columns.map((column) => column.cell(respondent, random));
    const respondentId = layout.identifier(respondent, rows.length + 1);
    cells[0] = respondentId;
    rows.push(cells);
    design.push({ respondentId, stratum: point.province, psu });
  }
  return { table: { columns: columns.map(({ name }) => name), rows }, design };
}
