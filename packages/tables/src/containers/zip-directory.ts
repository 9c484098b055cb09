import { DataError } from '../data-error.ts';
import { expansionLimit, megabytes, mostMembers } from './limits.ts';

/** A file inside a zip, as the zip's directory says. */
export interface ZipMember {
  readonly name: string;
  /** 0 stored, 8 deflated */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly expanded: number;
  /** where its local header stands */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endBytes = 22;
const longestComment = 65_535;
const entrySignature = 0x02014b50;
const entryBytes = 46;
const locatorBytes = 20;
const wideEndSignature = 0x06064b50;
const wideEndBytes = 56;

/**
 * The files that the directory at the end of a zip lists, folders left out.
 *
 * @throws DataError for a damaged directory, and too many entries.
 */
export function zipMembers(file: string, bytes: Buffer): ZipMember[] {
  const fail = (offset: number, problem: string): never => {
    throw new DataError(`${file}: byte ${offset}: ${problem}; the zip file is damaged or truncated`);
  };
  const end = endOf(bytes);
  if (end < 0) return fail(bytes.length, 'expected a directory at the end of the zip');
  const { count, size, start } = directoryAt(bytes, end);
  if (count > mostMembers)
    throw new DataError(`${file}: expected at most ${mostMembers} files in the zip, got ${count}`);
  if (start + size > end) return fail(end, `expected a directory of ${size} bytes before it`);
  const members: ZipMember[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + entryBytes > end || bytes.readUInt32LE(at) !== entrySignature)
      return fail(at, `expected entry ${i + 1} of ${count} of the directory`);
    const nameBytes = bytes.readUInt16LE(at + 28);
    const extraBytes = bytes.readUInt16LE(at + 30);
    const next = at + entryBytes + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
    if (next > end) return fail(at, `entry ${i + 1} of the directory runs past its end`);
    const flags = bytes.readUInt16LE(at + 8);
    const rawName = bytes.subarray(at + entryBytes, at + entryBytes + nameBytes);
    const extra = bytes.subarray(at + entryBytes + nameBytes, at + entryBytes + nameBytes + extraBytes);
    const name = nameText(rawName);
    if (!name.endsWith('/'))
      members.push({
        name,
        method: bytes.readUInt16LE(at + 10),
        encrypted: (flags & 1) !== 0,
        crc: bytes.readUInt32LE(at + 16),
        ...widened(
          {
            expanded: bytes.readUInt32LE(at + 24),
            packed: bytes.readUInt32LE(at + 20),
            offset: bytes.readUInt32LE(at + 42),
          },
          extra,
        ),
      });
    at = next;
  }
  if (at !== start + size) return fail(at, `expected the end of the directory at byte ${start + size}`);
  return members;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at--)
    if (
      bytes.readUInt32LE(at) === endSignature &&
      at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length
    )
      return at;
  return -1;
}

const directoryAt = (bytes: Buffer, end: number): { count: number; size: number; start: number } => {
  const plain = {
    count: bytes.readUInt16LE(end + 10),
    size: bytes.readUInt32LE(end + 12),
    start: bytes.readUInt32LE(end + 16),
  };
  if (plain.count !== 0xffff && plain.size !== 0xffffffff && plain.start !== 0xffffffff) return plain;
  if (end < locatorBytes) return plain;
  const wide = Number(bytes.readBigUInt64LE(end - locatorBytes + 8));
  if (wide + wideEndBytes > end || bytes.readUInt32LE(wide) !== wideEndSignature) return plain;
  return {
    count: Number(bytes.readBigUInt64LE(wide + 32)),
    size: Number(bytes.readBigUInt64LE(wide + 40)),
    start: Number(bytes.readBigUInt64LE(wide + 48)),
  };
};

type Sizes = Pick<ZipMember, 'expanded' | 'offset' | 'packed'>;

/** The sizes, those that do not fit 32 bits from the extra field 1, in which only they stand. */
function widened(sizes: Sizes, extra: Buffer): Sizes {
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let value = at + 4;
      const wide = (narrow: number): number => {
        if (narrow !== 0xffffffff || value + 8 > Math.min(end, extra.length)) return narrow;
        value += 8;
        return Number(extra.readBigUInt64LE(value - 8));
      };
      const expanded = wide(sizes.expanded);
      const packed = wide(sizes.packed);
      return { expanded, packed, offset: wide(sizes.offset) };
    }
    at = end;
  }
  return sizes;
}

/** Names are UTF-8 from most programs, GB18030 from Chinese Windows, whatever the flag for it says. */
function nameText(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030', 'latin1'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  return '';
}

/** Makes sure that all files of a zip together expand to no more than is allowed. @throws DataError */
export function checkExpansion(file: string, packed: number, members: readonly ZipMember[]): void {
  const expanded = members.reduce((sum, member) => sum + member.expanded, 0);
  const limit = expansionLimit(packed);
  if (expanded > limit)
    throw new DataError(
      `${file}: would expand from ${megabytes(packed)} to ${megabytes(expanded)}, more than the ${megabytes(limit)} allowed; save it as CSV if you trust it`,
    );
}
