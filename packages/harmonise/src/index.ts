export {
  type Cells,
  categoryCells,
  numberCells,
  reasonCodes,
  setMissing,
  setMissingWhere,
  textAt,
} from './cells.ts';
export { checkDesign } from './check-design.ts';
export { checkLayout } from './check-layout.ts';
export { checkSample } from './check-sample.ts';
export {
  type HarmonisedWave,
  harmonise,
  type RecodeIssue,
  type Roster,
  type VariableForm,
} from './harmonise.ts';
export { mappedColumns } from './mapped-columns.ts';
export { OWN_CODEBOOK, waveCodebook } from './own-codebook/wave-codebook.ts';
export { rawColumn } from './raw-column.ts';
export { type CellIssue, readCells as readColumn } from './read-cells.ts';
export { readText } from './read-text.ts';
export { type InstrumentRecords, recordsOf } from './records-of.ts';
