import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('fixtures/made', import.meta.url));

export const fixtures = (ending: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => ending.test(name))
    .sort();
export const fixturePath = (name: string): string => join(folder, name);
export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(fixturePath(name)));

/** A variable as haven read it: see describe.R. */
export interface HavenVariable {
  readonly name: readonly [string];
  readonly label: readonly [string] | Record<string, never> | null;
  readonly class: readonly string[];
  readonly tags: readonly (string | null)[];
  readonly values: readonly (number | string | null)[];
  readonly format: readonly [string | null] | null;
  readonly labelValues: readonly (number | string | null)[];
  readonly labelTags: readonly (string | null)[];
  readonly labelTexts: readonly (readonly [string])[];
  readonly naValues: readonly (readonly [number | string])[];
  readonly naRange: readonly (readonly [number | string])[];
}

export const havenDescription = (name: string): { rows: [number]; variables: HavenVariable[] } =>
  JSON.parse(readFileSync(fixturePath(`${name}.json`), 'utf8'));
