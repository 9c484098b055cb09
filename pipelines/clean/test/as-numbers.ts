import { numberColumn, numbersOf, type Table, table } from '@wavebook/tables';

/** The same cells as a statistics program holds them: columns of whole numbers as numbers. */
export const asNumbers = (input: Table): Table =>
  table(
    input.rows,
    [...input.columns].map(([name, column]) => [
      name,
      column.kind === 'text' && column.levels.every((level) => /^[1-9]\d{0,8}$/.test(level))
        ? numberColumn(numbersOf(input, name))
        : column,
    ]),
  );
