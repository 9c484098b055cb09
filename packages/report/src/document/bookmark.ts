import { createHash } from 'node:crypto';

/** The name of a bookmark for an anchor: Word takes 40 characters, letters, digits and underscores, and a letter first. */
export function bookmarkOf(anchor: string): string {
  const plain = anchor.replace(/[^A-Za-z0-9]/g, '_');
  const kept = plain === anchor.replaceAll('-', '_') && plain.length <= 38;
  return `b_${kept ? plain : createHash('sha256').update(anchor).digest('hex').slice(0, 24)}`;
}
