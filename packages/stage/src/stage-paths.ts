import { join } from 'node:path';

/** Where a stage with the given output (relative to the root) builds, keeps what it replaces, and locks. */
export function stagePaths(
  root: string,
  output: string,
): { output: string; building: string; old: string; lock: string } {
  const hidden = (suffix: string): string => join(root, 'data', `.${output.replaceAll('/', '-')}.${suffix}`);
  return {
    output: join(root, output),
    building: hidden('building'),
    old: hidden('old'),
    lock: hidden('lock'),
  };
}
