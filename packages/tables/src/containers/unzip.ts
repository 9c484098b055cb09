import { crc32, inflateRawSync } from 'node:zlib';
import { DataError } from '../data-error.ts';
import { expansionLimit, megabytes } from './limits.ts';
import type { ZipMember } from './zip-directory.ts';

const localSignature = 0x04034b50;
const localBytes = 30;

/**
 * The bytes of a file inside a zip.
 *
 * @throws DataError for an encrypted file, another method than deflate, a size beyond the limit, and bytes that are not those that were packed.
 */
export function unzip(file: string, bytes: Buffer, member: ZipMember): Buffer {
  const shown = `${file}: "${member.name}" in the zip`;
  if (member.encrypted)
    throw new DataError(`${shown} is encrypted; unpack it with its password and give the file itself`);
  if (member.method !== 0 && member.method !== 8)
    throw new DataError(`${shown} is packed by method ${member.method}; pack it with deflate`);
  const limit = expansionLimit(member.packed);
  if (member.expanded > limit)
    throw new DataError(
      `${shown} would expand from ${megabytes(member.packed)} to ${megabytes(member.expanded)}, more than the ${megabytes(limit)} allowed; unpack it yourself if you trust it`,
    );
  const damaged = (problem: string): never => {
    throw new DataError(`${shown}: ${problem}; the zip file is damaged or truncated`);
  };
  const { offset } = member;
  if (offset + localBytes > bytes.length || bytes.readUInt32LE(offset) !== localSignature)
    return damaged(`expected its header at byte ${offset}`);
  const start = offset + localBytes + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + member.packed > bytes.length)
    return damaged(`expected ${member.packed} bytes from byte ${start}, got ${bytes.length - start}`);
  const packed = bytes.subarray(start, start + member.packed);
  const expanded = member.method === 0 ? packed : inflated(packed, member.expanded);
  if (expanded?.length !== member.expanded)
    return damaged(`expected ${member.expanded} bytes after expanding`);
  if (crc32(expanded) !== member.crc) return damaged('its bytes are not those that were packed (CRC)');
  return expanded;
}

const inflated = (packed: Buffer, length: number): Buffer | undefined => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, length) });
  } catch {
    return undefined;
  }
};
