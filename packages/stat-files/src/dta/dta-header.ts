import type { Cursor } from '../cursor.ts';
import { type CellType, type DtaLayout, dtaLayout, oldCellType, taggedCellType } from './dta-layout.ts';

/** A variable as it stands in the file, its texts not yet decoded. */
interface RawVariable extends CellType {
  readonly name: Uint8Array;
  readonly format: Uint8Array;
  readonly labelSet: Uint8Array;
  readonly label: Uint8Array;
}

/** All that comes before the rows. */
export interface DtaHeader {
  readonly release: number;
  readonly layout: DtaLayout;
  readonly rows: number;
  readonly label: Uint8Array;
  readonly timestamp: Uint8Array;
  readonly variables: readonly RawVariable[];
  /** byte at which the rows begin */
  readonly dataAt: number;
  readonly rowBytes: number;
  /** byte at which the map of sections says the value labels are; 0 where there is no map */
  readonly labelsAt: number;
}

const mostRowsWithoutVariables = 2 ** 31 - 1;

/** Reads the header of releases 113 to 115; the cursor stands after the release and byte order. */
export function readOldHeader(cursor: Cursor, release: number): DtaHeader {
  const layout = dtaLayout(release) as DtaLayout;
  cursor.skip(2, 'file type');
  const count = cursor.u16('number of variables');
  const rows = cursor.count('number of rows');
  const label = cursor.field(81, 'data label');
  const timestamp = cursor.field(18, 'time stamp');
  cursor.need(
    count * (1 + layout.name + layout.sort + layout.format + layout.labelSet + layout.label),
    'variables',
  );
  const types = times(count, () => {
    const code = cursor.u8('variable type');
    return oldCellType(code) ?? cursor.fail('a type of Stata 8 to 12', String(code), cursor.at - 1);
  });
  const variables = readFields(cursor, layout, types, { section: () => {}, label: () => {} });
  for (;;) {
    const kind = cursor.u8('expansion field');
    const length = cursor.count('length of an expansion field');
    if (kind === 0 && length === 0) break;
    cursor.skip(length, 'expansion field');
  }
  return finish(cursor, { release, layout, rows, label, timestamp, variables, labelsAt: 0 });
}

/** Reads the header of releases 117 to 119; the cursor stands after the byte order. */
export function readTaggedHeader(cursor: Cursor, release: number): DtaHeader {
  const layout = dtaLayout(release) as DtaLayout;
  cursor.tag('<K>');
  const count = release === 119 ? cursor.u32('number of variables') : cursor.u16('number of variables');
  cursor.tag('</K><N>');
  const rows = release === 117 ? cursor.u32('number of rows') : cursor.u64('number of rows');
  cursor.tag('</N><label>');
  const labelBytes =
    release === 117 ? cursor.u8('length of the data label') : cursor.u16('length of the data label');
  const label = cursor.field(labelBytes, 'data label');
  cursor.tag('</label><timestamp>');
  const timestamp = cursor.field(cursor.u8('length of the time stamp'), 'time stamp');
  cursor.tag('</timestamp></header><map>');
  const map = times(14, () => cursor.bytes(8, 'map'));
  cursor.tag('</map><variable_types>');
  cursor.need(
    count * (2 + layout.name + layout.sort + layout.format + layout.labelSet + layout.label),
    'variables',
  );
  const types = times(count, () => {
    const code = cursor.u16('variable type');
    return taggedCellType(code) ?? cursor.fail('a type of Stata 13 or later', String(code), cursor.at - 2);
  });
  cursor.tag('</variable_types>');
  const variables = readFields(cursor, layout, types, {
    section: (name) => cursor.tag(name),
    label: () => cursor.tag('</variable_labels>'),
  });
  cursor.tag('<characteristics>');
  while (cursor.tagIs('<ch>')) {
    cursor.tag('<ch>');
    cursor.skip(cursor.u32('length of a characteristic'), 'characteristic');
    cursor.tag('</ch>');
  }
  cursor.tag('</characteristics><data>');
  return finish(cursor, {
    release,
    layout,
    rows,
    label,
    timestamp,
    variables,
    labelsAt: offsetOf(map[11], cursor),
  });
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

const offsetOf = (bytes: Uint8Array | undefined, cursor: Cursor): number =>
  bytes ? Number(new DataView(bytes.buffer).getBigUint64(0, cursor.littleEndian)) : 0;

const readFields = (
  cursor: Cursor,
  layout: DtaLayout,
  types: readonly CellType[],
  tags: { section: (tag: string) => void; label: () => void },
): RawVariable[] => {
  const column = (width: number, what: string) => types.map(() => cursor.field(width, what));
  tags.section('<varnames>');
  const names = column(layout.name, 'variable name');
  tags.section('</varnames><sortlist>');
  cursor.skip((types.length + 1) * layout.sort, 'sort order');
  tags.section('</sortlist><formats>');
  const formats = column(layout.format, 'format');
  tags.section('</formats><value_label_names>');
  const labelSets = column(layout.labelSet, 'name of value labels');
  tags.section('</value_label_names><variable_labels>');
  const labels = column(layout.label, 'variable label');
  tags.label();
  const none = new Uint8Array(0);
  return types.map((type, i) => ({
    ...type,
    name: names[i] ?? none,
    format: formats[i] ?? none,
    labelSet: labelSets[i] ?? none,
    label: labels[i] ?? none,
  }));
};

const finish = (cursor: Cursor, header: Omit<DtaHeader, 'dataAt' | 'rowBytes'>): DtaHeader => {
  const rowBytes = header.variables.reduce((sum, variable) => sum + variable.width, 0);
  if (rowBytes === 0 && header.rows > mostRowsWithoutVariables)
    cursor.fail('fewer rows in a file without variables', String(header.rows));
  cursor.need(header.rows * rowBytes, `${header.rows} rows of ${rowBytes} bytes`);
  return { ...header, dataAt: cursor.at, rowBytes };
};
