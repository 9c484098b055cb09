import { run as drawPictures } from './draw-pictures.ts';
import { embedFont } from './embed-font.ts';
import { renderSvg } from './render-svg.ts';
import type { ChartSpec } from './vega-lite.ts';

/** Endings of the files of a chart in one language, and what each holds. */
export interface ChartFiles {
  'vl.json': string;
  /** With the characters of its fonts inside. */
  svg: string;
  png: Uint8Array;
  pdf: Uint8Array;
  'alt.txt': string;
}

/** Everything that is made of a spec with data: the spec itself, its pictures, and the alternative text beside them. */
export async function chartFiles(spec: ChartSpec): Promise<ChartFiles> {
  const svg = await renderSvg(spec);
  return {
    'vl.json': `${JSON.stringify(spec, null, 1)}\n`,
    svg: embedFont(svg),
    ...(await drawPictures(svg)),
    'alt.txt': `${spec.description ?? ''}\n`,
  };
}
