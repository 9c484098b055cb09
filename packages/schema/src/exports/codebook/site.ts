import type { Codebook } from '../../codebook.ts';
import { type Crosswalk, type CrosswalkRow, crosswalk } from '../../codebooks/crosswalk.ts';
import type { IndicatorDefinition } from '../../indicator-definition.ts';
import type { InstrumentDefinition, RecordDefinition } from '../../instrument-definition.ts';
import type { Variable } from '../../variable.ts';
import type { ExportSource } from '../export-source.ts';
import { variablePath } from './paths.ts';

/** What the pages are made from, with the look-ups that several of them need. */
export interface Site {
  readonly instruments: readonly InstrumentDefinition[];
  readonly codebooks: readonly Codebook[];
  readonly lists: ExportSource['codeLists'];
  readonly definitions: readonly IndicatorDefinition[];
  readonly crosswalk: Crosswalk;
  /** Variables that the conditions of a record may name: its own, and those of the other records of its instrument. */
  variablesOf(record: RecordDefinition): readonly Variable[];
  /** The row of a variable of the monitoring survey; undefined for other instruments and derived variables. */
  crosswalkRow(instrument: string, record: string, variable: string): CrosswalkRow | undefined;
  /** Path of a variable's page. The residents' sample shares the pages of the monitoring survey where it asks the same. */
  pathOf(instrument: string, record: string, variable: string): string;
}

const shared = 'monitoring-residents';

export function site({ instruments, codebooks, codeLists, definitions }: ExportSource): Site {
  const monitoring = instruments.find(({ id }) => id === 'monitoring');
  const layouts = monitoring ? codebooks : [];
  const all = monitoring ? crosswalk(layouts) : { waves: [], rows: [] };
  const rows = new Map(all.rows.map((row) => [`${row.record} ${row.variable}`, row]));
  const inMonitoring = (record: string, variable: string): boolean =>
    monitoring?.records.find((r) => r.name === record)?.variables.some((v) => v.name === variable) ?? false;
  return {
    instruments,
    codebooks: layouts,
    lists: codeLists,
    definitions,
    crosswalk: all,
    variablesOf: (record) => [
      ...record.variables,
      ...instruments
        .filter((i) => i.records.includes(record))
        .flatMap((i) => i.records.flatMap((r) => r.variables)),
    ],
    crosswalkRow: (instrument, record, variable) =>
      instrument === 'monitoring' ? rows.get(`${record} ${variable}`) : undefined,
    pathOf: (instrument, record, variable) =>
      variablePath(
        instrument === shared && inMonitoring(record, variable) ? 'monitoring' : instrument,
        record,
        variable,
      ),
  };
}
