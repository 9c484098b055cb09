import { readFileSync } from 'node:fs';

/** The formulas of a source file that are broken in turn, and where that should show. */
export interface BrokenFile {
  /** under `src` */
  readonly file: string;
  /** under `test` */
  readonly tests: readonly string[];
  /** what breaks; text that occurs once in the file; what it becomes */
  readonly formulas: readonly (readonly [breaks: string, find: string, replace: string])[];
}

/** One formula of the package broken on purpose: a test must fail. */
export interface Mutation {
  readonly breaks: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

export const packageRoot = new URL('../', import.meta.url);

export function mutationsOf(files: readonly BrokenFile[]): Mutation[] {
  return files.flatMap(({ file, tests, formulas }) =>
    formulas.map(([breaks, find, replace]) => ({ breaks, file, find, replace, tests })),
  );
}

/** The source with the formula broken. @throws unless the text occurs exactly once. */
export function mutated({ breaks, file, find, replace }: Mutation, source: string): string {
  const parts = source.split(find);
  if (parts.length !== 2) {
    throw new RangeError(
      `mutated: "${breaks}" needs its text once in src/${file}; found it ${parts.length - 1} times. Bring studies/mutations up to date: ${find}`,
    );
  }
  return parts.join(replace);
}

export function nameOf({ file, breaks }: Pick<Mutation, 'file' | 'breaks'>): string {
  return `${file}: ${breaks}`;
}

export function sourceOf({ file }: Mutation): string {
  return readFileSync(new URL(`src/${file}`, packageRoot), 'utf8');
}
