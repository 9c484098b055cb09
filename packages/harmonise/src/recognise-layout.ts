import { type Codebook, codebooks, layoutSignature } from '@wavebook/schema';

/** How well the columns of a file fit a known layout. `score` is the share of its signature found, `absent` the columns not found. */
export interface LayoutMatch {
  readonly codebook: Codebook;
  readonly score: number;
  readonly absent: readonly string[];
}

/** A layout counts as recognised from this share of its signature on. */
export const recognisedFrom = 0.9;

/**
 * The known layouts by how well a file's column names fit them, best first. Names are compared to the letter: case differs by wave.
 * Only verified names count; placeholders of synthetic files never do.
 */
export function recogniseLayout(columns: Iterable<string>): LayoutMatch[] {
  const names = new Set(columns);
  return Object.values(codebooks)
    .map((codebook) => {
      const signature = layoutSignature(codebook);
      const absent = signature.filter((name) => !names.has(name));
      return { codebook, score: 1 - absent.length / signature.length, absent };
    })
    .sort((a, b) => b.score - a.score || (a.codebook.name < b.codebook.name ? -1 : 1));
}
