import { chartFontFamily, fontFor, fontWeights } from './text/chart-fonts.ts';
import { woff } from './text/woff.ts';

/**
 * The same SVG with the characters of its fonts inside, so that it looks as measured in every browser, also where
 * no Chinese font is installed. For files that travel alone; a page with many charts better names the font once.
 */
export function embedFont(svg: string): string {
  const faces = fontWeights.map((weight) => {
    const data = woff(fontFor(svg, weight)).toString('base64');
    return `@font-face{font-family:"${chartFontFamily}";font-weight:${weight};src:url(data:font/woff;base64,${data}) format("woff")}`;
  });
  const end = svg.indexOf('</desc>') + '</desc>'.length;
  if (end < '</desc>'.length) throw new Error('embedFont: expected an SVG of renderSvg; it has no <desc>');
  return `${svg.slice(0, end)}<style>${faces.join('')}</style>${svg.slice(end)}`;
}
