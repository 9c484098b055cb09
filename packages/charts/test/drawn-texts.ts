import { textWidth } from '../src/index.ts';

export interface DrawnText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  pictureWidth: number;
  pictureHeight: number;
}

const number = (source: string, pattern: RegExp) => Number(pattern.exec(source)?.[1] ?? 0);
const unescapeXml = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Every line of text in an SVG of vega, with its place in the picture. */
export function drawnTexts(svg: string): DrawnText[] {
  const pictureWidth = number(svg, / width="([\d.]+)"/);
  const pictureHeight = number(svg, / height="([\d.]+)"/);
  const shifts: [number, number][] = [];
  const texts: DrawnText[] = [];
  for (const [tag, whole] of svg.matchAll(/<(g|\/g|text)\b[^>]*>(?:(?<=<text\b[^>]*>)[\s\S]*?<\/text>)?/g)) {
    if (whole === '/g') {
      shifts.pop();
      continue;
    }
    const [, x = '0', y = '0'] = /transform="translate\(([-\d.]+),([-\d.]+)\)/.exec(tag) ?? [];
    const [x0, y0] = shifts.at(-1) ?? [0, 0];
    const place: [number, number] = [x0 + Number(x), y0 + Number(y)];
    if (whole === 'g') {
      shifts.push(place);
      continue;
    }
    const size = number(tag, /font-size="([\d.]+)px"/);
    const weight = /font-weight="(bold|700)"/.test(tag) ? 700 : 400;
    const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1] ?? 'start';
    const body = tag.replace(/^<text[^>]*>/, '').replace(/<\/text>$/, '');
    const spans = body.includes('<tspan')
      ? [...body.matchAll(/<tspan([^>]*)>([\s\S]*?)<\/tspan>/g)]
      : [['', '', body]];
    let baseline = place[1];
    for (const [, attributes = '', raw = ''] of spans) {
      baseline += number(attributes, /dy="([\d.]+)"/);
      const text = unescapeXml(raw);
      const width = textWidth(text, { size, weight });
      const left =
        anchor === 'end' ? place[0] - width : anchor === 'middle' ? place[0] - width / 2 : place[0];
      const picture = { text, pictureWidth, pictureHeight };
      if (/rotate\(270/.test(tag)) {
        const line = place[0] + baseline - place[1];
        const [bottom, top] = [place[1], place[1] - width];
        texts.push({ left: line - size * 0.75, right: line + size * 0.1, top, bottom, ...picture });
        continue;
      }
      const box = { top: baseline - size * 0.75, bottom: baseline + size * 0.1 };
      texts.push({ left, right: left + width, ...box, ...picture });
    }
  }
  return texts.filter(({ text }) => text !== '');
}

/** Texts that leave the picture. */
export function overflowing(texts: DrawnText[]): string[] {
  return texts
    .filter(
      ({ left, right, top, bottom, pictureWidth, pictureHeight }) =>
        left < 8 || right > pictureWidth - 8 || top < 8 || bottom > pictureHeight - 8,
    )
    .map(({ text }) => text);
}
