import { chartFontFamily, fontFor, fontWeights } from './text/chart-fonts.ts';
import { woff } from './text/woff.ts';

/** CSS that brings the fonts of the charts, with the characters of a text alone, into a page. */
export function fontFaces(text: string): string {
  const faces = fontWeights.map((weight) => {
    const data = woff(fontFor(text, weight)).toString('base64');
    return `@font-face{font-family:"${chartFontFamily}";font-weight:${weight};src:url(data:font/woff;base64,${data}) format("woff")}`;
  });
  return faces.join('');
}

/**
 * The same SVG with the characters of its fonts inside, so that it looks as measured in every browser, also where
 * no Chinese font is installed. For files that travel alone; a page with many charts better names the font once.
 */
export function embedFont(svg: string): string {
  const end = svg.indexOf('</desc>') + '</desc>'.length;
  if (end < '</desc>'.length) throw new Error('embedFont: expected an SVG of renderSvg; it has no <desc>');
  return `${svg.slice(0, end)}<style>${fontFaces(svg)}</style>${svg.slice(end)}`;
}

/** The same SVG without the font of `embedFont`, for a page that names the font once for all its charts. */
export const withoutFont = (svg: string): string => svg.replace(/<style>@font-face[^<]*<\/style>/, '');
