/** Where a file is wrong: its name, and the byte counted from its start. */
export interface FilePlace {
  readonly file: string;
  readonly offset: number;
}

/**
 * A file that is not what its format demands: damaged, truncated, of a version that is not read, or in another encoding than said.
 * The message says file, byte offset, what was expected and what was found.
 */
export class StatFileError extends Error {
  override readonly name = 'StatFileError';
  readonly file: string;
  /** bytes from the start of the file */
  readonly offset: number;
  readonly expected: string;
  readonly found: string;

  constructor(place: FilePlace, expected: string, found: string) {
    super(`${place.file}: byte ${place.offset}: expected ${expected}; got ${found}`);
    this.file = place.file;
    this.offset = place.offset;
    this.expected = expected;
    this.found = found;
  }
}
