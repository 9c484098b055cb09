import { existsSync } from 'node:fs';
import { DataError, parseNumber, readCsv, textOf } from '@wavebook/tables';

/** Population totals of one margin, by level. */
export interface ControlMargin {
  readonly name: string;
  readonly totals: ReadonlyMap<string, number>;
}

/**
 * Reads a controls file (`margin,level,total,source,synthetic`) for the margins that the design names; undefined if there is no file.
 * Throws a `DataError` for an absent margin, a total that is not positive, a level given twice, or margins whose totals differ.
 */
export async function readControls(
  path: string,
  margins: readonly string[],
  synthetic: boolean,
): Promise<ControlMargin[] | undefined> {
  if (!existsSync(path)) return undefined;
  const { table } = await readCsv(path, { encoding: 'utf-8' });
  const [margin, level, total, flag] = ['margin', 'level', 'total', 'synthetic'].map((name) =>
    textOf(table, name),
  );
  const found = new Map<string, Map<string, number>>(margins.map((name) => [name, new Map()]));
  for (let row = 0; row < table.rows; row++) {
    const at = (column: typeof margin): string => column?.levels[column.codes[row] as number]?.trim() ?? '';
    if ((at(flag) === 'true') !== synthetic)
      throw new DataError(
        `${path}: data row ${row + 1} is marked synthetic=${at(flag)}, the wave is ${synthetic ? 'synthetic' : 'real'}; totals of one do not serve the other`,
      );
    const totals = found.get(at(margin));
    if (!totals) continue;
    const value = parseNumber(at(total));
    if (!value || !(value > 0))
      throw new DataError(
        `${path}: data row ${row + 1}: total "${at(total)}" is not a positive number; write it with digits alone, without separators`,
      );
    if (totals.has(at(level)))
      throw new DataError(`${path}: margin ${at(margin)} gives level "${at(level)}" twice`);
    totals.set(at(level), value);
  }
  const result = margins.map((name) => ({ name, totals: found.get(name) ?? new Map<string, number>() }));
  const sums = result.map(({ name, totals }) => {
    if (totals.size === 0) throw new DataError(`${path}: no rows for margin "${name}"`);
    return [...totals.values()].reduce((a, b) => a + b, 0);
  });
  const first = sums[0] ?? 0;
  sums.forEach((sum, i) => {
    if (Math.abs(sum - first) > 1e-9 * first)
      throw new DataError(
        `${path}: margin ${margins[i]} adds up to ${sum}, margin ${margins[0]} to ${first}; the totals of all margins must be equal`,
      );
  });
  return result;
}
