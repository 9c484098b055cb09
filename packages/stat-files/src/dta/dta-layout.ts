import type { StorageType } from '../stat-file.ts';

/** Bytes that the fields of a release take. */
export interface DtaLayout {
  readonly name: number;
  readonly format: number;
  readonly labelSet: number;
  readonly label: number;
  readonly sort: number;
}

const layouts: Record<number, DtaLayout> = {
  113: { name: 33, format: 12, labelSet: 33, label: 81, sort: 2 },
  114: { name: 33, format: 49, labelSet: 33, label: 81, sort: 2 },
  115: { name: 33, format: 49, labelSet: 33, label: 81, sort: 2 },
  117: { name: 33, format: 49, labelSet: 33, label: 81, sort: 2 },
  118: { name: 129, format: 57, labelSet: 129, label: 321, sort: 2 },
  119: { name: 129, format: 57, labelSet: 129, label: 321, sort: 4 },
};

/** undefined: a release that is not read */
export function dtaLayout(release: number): DtaLayout | undefined {
  return layouts[release];
}

/** Releases, for messages. */
export const dtaReleases = Object.keys(layouts).join(', ');

export interface CellType {
  readonly type: StorageType;
  readonly width: number;
}

/** The type of a variable by its code in releases 113 to 115; undefined for codes that do not exist. */
export function oldCellType(code: number): CellType | undefined {
  if (code >= 1 && code <= 244) return { type: 'string', width: code };
  return [numeric.byte, numeric.int, numeric.long, numeric.float, numeric.double][code - 251];
}

/** The same for releases from 117 on. */
export function taggedCellType(code: number): CellType | undefined {
  if (code >= 1 && code <= 2045) return { type: 'string', width: code };
  if (code === 32_768) return { type: 'strL', width: 8 };
  return [numeric.double, numeric.float, numeric.long, numeric.int, numeric.byte][code - 65_526];
}

const numeric = {
  byte: { type: 'byte', width: 1 },
  int: { type: 'int', width: 2 },
  long: { type: 'long', width: 4 },
  float: { type: 'float', width: 4 },
  double: { type: 'double', width: 8 },
} satisfies Record<string, CellType>;

/** The largest values that are values; from the next on they are missing codes. */
export const largestInteger = { byte: 100, int: 32_740, long: 2_147_483_620 } as const;
/** Bits of `.` in a float, of which `.a` to `.z` are 0x800 apart. */
export const floatMissingBits = 0x7f000000;
/** High 32 bits of `.` in a double, of which `.a` to `.z` are 0x100 apart. */
export const doubleMissingBits = 0x7fe00000;
