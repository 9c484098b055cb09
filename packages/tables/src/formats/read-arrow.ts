import { openArrow } from '../arrow.ts';
import { nameOf, readPart, sizeOf } from '../byte-input.ts';
import { checkedRows, rowsOf } from '../checked-rows.ts';
import type { FormatReader } from './reading.ts';

/** Arrow IPC files and streams, whatever wrote them. */
export const readArrowFile: FormatReader = async ({ input, container }, options) => {
  const name = nameOf(input);
  const file = openArrow(name, await readPart(input, 0, await sizeOf(input)));
  const { rows, label } = file;
  const read = file.table(options.headerOnly ? [] : options.columns);
  const variables = file.names.map((column) => {
    const variable = file.variable(column);
    return { ...variable, type: read.columns.get(column)?.kind ?? variable.type };
  });
  return {
    table: {
      ...rowsOf(read, checkedRows(options.rows, rows)),
      variables: new Map(variables.filter((v) => read.columns.has(v.name)).map((v) => [v.name, v])),
    },
    info: {
      path: name,
      format: 'arrow',
      rows,
      label,
      variables,
      multipleResponseSets: [],
      notes: [],
      ...(container ? { container } : {}),
    },
  };
};
