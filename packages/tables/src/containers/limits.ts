/** Files inside a zip. */
export const mostMembers = 1000;

/** Bytes that a packed file may expand to. */
export const mostExpanded = 2 ** 31;

/** A file up to this size may be packed as tightly as it will. */
const smallExpanded = 2 ** 26;

/** Larger ones are packed to no less than one byte of so many; survey files come to 10 or 50. */
const tightest = 250;

/** What packed bytes may expand to, so that a bomb is refused before it is expanded. */
export const expansionLimit = (packed: number): number =>
  Math.min(mostExpanded, Math.max(smallExpanded, packed * tightest));

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
