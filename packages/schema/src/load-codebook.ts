import type { Codebook } from './codebook.ts';

const loaders = {
  'monitoring-2011': async () => (await import('./codebooks/monitoring-2011.ts')).monitoring2011,
  'monitoring-2012': async () => (await import('./codebooks/monitoring-2012.ts')).monitoring2012,
  'monitoring-2013': async () => (await import('./codebooks/monitoring-2013.ts')).monitoring2013,
  'monitoring-2014': async () => (await import('./codebooks/monitoring-2014.ts')).monitoring2014,
  'monitoring-2015': async () => (await import('./codebooks/monitoring-2015.ts')).monitoring2015,
  'monitoring-2016': async () => (await import('./codebooks/monitoring-2016.ts')).monitoring2016,
  'monitoring-2017': async () => (await import('./codebooks/monitoring-2017.ts')).monitoring2017,
  'monitoring-2018': async () => (await import('./codebooks/monitoring-2018.ts')).monitoring2018,
} as const satisfies Record<string, () => Promise<Codebook>>;

/** The name of a layout that has a codebook: instrument and wave. */
export type CodebookName = keyof typeof loaders;

export const codebookNames = Object.keys(loaders) as readonly CodebookName[];

/**
 * Loads the codebook of one layout, and no other: the module is imported when it is asked for. All of them at once, synchronously, are
 * `codebooks` of `@wavebook/schema/codebooks`.
 *
 * @throws RangeError if no layout has that name.
 * @example (await codebook('monitoring-2014')).usual_rows // 200937
 */
export async function codebook(name: CodebookName): Promise<Codebook> {
  if (!Object.hasOwn(loaders, name))
    throw new RangeError(
      `codebook: expected one of ${codebookNames.join(', ')}; got "${name}"; codebookNames lists them`,
    );
  return loaders[name]();
}
