import { renderPdf } from './render-pdf.ts';
import { renderPng } from './render-png.ts';

/** A chart for the screen and for the printer. */
export interface Pictures {
  png: Uint8Array;
  pdf: Uint8Array;
}

/** The pictures of an SVG of `renderSvg`: PNG at two pixels for one, and PDF. A worker thread can run it. */
export const run = async (svg: string): Promise<Pictures> => ({
  png: renderPng(svg),
  pdf: await renderPdf(svg),
});
