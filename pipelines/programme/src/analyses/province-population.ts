import { ProvincePopulation } from '@wavebook/schema';
import { readCsv } from '@wavebook/tables';
import { texts } from '../survey/columns.ts';

/** Reads the published table of 14 provinces and the country. */
export async function readProvincePopulation(path: string): Promise<ProvincePopulation[]> {
  const { table } = await readCsv(path, { encoding: 'utf-8' });
  const columns = Object.keys(ProvincePopulation.shape).map((name) => [name, texts(table, name)] as const);
  return Array.from({ length: table.rows }, (_, row) =>
    ProvincePopulation.parse(
      Object.fromEntries(
        columns.map(([name, column]) => {
          const text = column[row] as string;
          return [name, name.startsWith('population') || name.startsWith('growth') ? Number(text) : text];
        }),
      ),
    ),
  );
}
