import type { CellSource, ColumnBuilder, RowReader } from './columns/column-builder.ts';
import type { StatColumn } from './stat-column.ts';
import type { BlockOptions, RowRange, StatBlock, StatFile, StatFileInfo, StatVariable } from './stat-file.ts';

const defaultBlockRows = 65_536;

/** An opened file from what is known of it and from where its cells come. */
export function tableReader(info: StatFileInfo, cells: CellSource): StatFile {
  const indexes = new Map(info.variables.map((variable, index) => [variable.name, index]));

  const select = (caller: string, names: readonly string[] | undefined): [string, number][] => {
    if (!names) return [...indexes];
    return [...new Set(names)].map((name) => {
      const index = indexes.get(name);
      if (index === undefined) throw new Error(unknownName(caller, name, info.variables));
      return [name, index];
    });
  };

  const readBlock = (
    reader: RowReader,
    chosen: readonly [string, number][],
    block: { first: number; rows: number },
  ): Map<string, StatColumn> => {
    const builders: ColumnBuilder[] = chosen.map(([, index]) =>
      cells.builder(index, block.rows, block.first),
    );
    let left = chosen.length === 0 ? 0 : block.rows;
    while (left > 0) {
      const raw = reader.next(left);
      for (const builder of builders) builder.take(raw);
      left -= raw.rows;
    }
    return new Map(chosen.map(([name], i) => [name, (builders[i] as ColumnBuilder).column()]));
  };

  return {
    ...info,
    columns(names, options = {}) {
      const { from, to } = checkedRange('columns', options.rows, info.rows);
      return readBlock(cells.reader(from), select('columns', names), { first: from, rows: to - from });
    },
    *blocks(options: BlockOptions = {}): Generator<StatBlock> {
      const { from, to } = checkedRange('blocks', options.rows, info.rows);
      const size = options.blockRows ?? defaultBlockRows;
      if (!Number.isInteger(size) || size < 1)
        throw new Error(`blocks: blockRows must be a whole number from 1; got ${size}`);
      const chosen = select('blocks', options.columns);
      const reader = cells.reader(from);
      for (let first = from; first < to; first += size) {
        const rows = Math.min(size, to - first);
        yield { first, rows, columns: readBlock(reader, chosen, { first, rows }) };
      }
    },
    close() {},
  };
}

const checkedRange = (caller: string, range: RowRange | undefined, rows: number): Required<RowRange> => {
  const { from = 0, to = rows } = range ?? {};
  if (Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= rows)
    return { from, to };
  throw new Error(`${caller}: rows must be whole numbers, 0 ≤ from ≤ to ≤ ${rows}; got ${from} to ${to}`);
};

const unknownName = (caller: string, name: string, variables: readonly StatVariable[]): string => {
  const wanted = name.toLowerCase();
  const near = variables.filter(
    (v) => v.name.toLowerCase().includes(wanted) || wanted.includes(v.name.toLowerCase()),
  );
  const shown = (near.length > 0 ? near : variables).slice(0, 8).map((v) => `"${v.name}"`);
  return `${caller}: expected names of variables; got "${name}"; ${near.length > 0 ? 'nearest' : 'the file has'}: ${shown.join(', ')}`;
};
