import { createHash } from 'node:crypto';
import * as vega from 'vega';
import type { Lang } from './chart-text.ts';
import { contractOf } from './parts/contract.ts';
import type { FontWeight } from './text/font-data.ts';
import { missingCharacters } from './text/missing-characters.ts';
import { textWidth } from './text/text-width.ts';
import { type ChartSpec, compileSpec } from './vega-lite.ts';
import { slide } from './widths.ts';

export interface RenderSvgOptions {
  lang?: Lang;
  /** The name of the picture; by default its headline. */
  title?: string;
  /** Alternative text; by default the description of the spec. */
  description?: string;
}

interface TextItem {
  fontSize?: number;
  fontWeight?: number | string;
  limit?: number;
}

let previous: Promise<unknown> = Promise.resolve();

/**
 * Draws a spec with data as a stand-alone SVG: text stays text, the root carries `role="img"`, title, description
 * and language. The same spec gives the same bytes.
 *
 * @throws if vega-lite or vega warns of anything, and if the chart fonts lack a character of the chart.
 */
export function renderSvg(spec: ChartSpec, options: RenderSvgOptions = {}): Promise<string> {
  // Vega numbers its defs and keeps its text metrics per module, so charts are drawn one after another.
  const drawn = previous.then(() => draw(spec, options));
  previous = drawn.catch(() => undefined);
  return drawn;
}

async function draw(spec: ChartSpec, options: RenderSvgOptions): Promise<string> {
  const problems: string[] = [];
  const report = (...args: readonly unknown[]) => {
    problems.push(args.join(' '));
    return logger;
  };
  const logger = {
    level: () => logger,
    error: report,
    warn: report,
    info: () => logger,
    debug: () => logger,
  } as unknown as vega.LoggerInterface;
  const compiled = compileSpec(structuredClone(spec), (message) => problems.push(message));
  measureWithOurFonts();
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger });
  let svg: string;
  try {
    svg = await view.toSVG();
  } finally {
    view.finalize();
  }
  if (problems.length > 0) throw new Error(`renderSvg: the chart is not clean: ${problems.join('; ')}`);
  const missing = missingCharacters(textOf(svg));
  if (missing.length > 0) {
    throw new Error(
      `renderSvg: the chart fonts lack ${missing.map((char) => `${JSON.stringify(char)} (${codeName(char)})`).join(', ')}; add them to scripts/extra-characters.txt and run scripts/make-fonts.ts`,
    );
  }
  const { lang, title, size } = contractOf(spec);
  const described = describe(svg, { lang, title, description: spec.description ?? title, ...options });
  return size === 'slide' ? onScreen(described) : described;
}

function measureWithOurFonts(): void {
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: TextItem, text: unknown) => number };
  };
  textMetrics.width = (item, text) => {
    const weight: FontWeight = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600 ? 700 : 400;
    const width = textWidth(`${text ?? ''}`, { size: item.fontSize ?? 11, weight });
    return item.limit ? Math.min(width, item.limit) : width;
  };
}

/** Ids carry a hash of the picture, so that many charts can stand in one page. */
function describe(svg: string, { lang, title, description }: Required<RenderSvgOptions>): string {
  const id = createHash('sha256').update(svg).update(title).update(description).digest('hex').slice(0, 12);
  const language = lang === 'both' ? 'zh' : lang;
  const root = `<svg lang="${language}" xml:lang="${language}" role="img" aria-labelledby="title-${id} desc-${id}" `;
  const heads = `<title id="title-${id}">${escapeXml(title)}</title><desc id="desc-${id}">${escapeXml(description)}</desc>`;
  const end = svg.indexOf('>') + 1;
  return `${root}${svg.slice('<svg '.length, end)}${heads}${svg.slice(end)}`;
}

/** The same picture, as large as a screen. */
function onScreen(svg: string): string {
  const { width, height } = slide.screen;
  return svg.replace(/ width="[\d.]+" height="[\d.]+"/, ` width="${width}" height="${height}"`);
}

const escapeXml = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

function textOf(svg: string): string {
  return svg
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

const codeName = (char: string) =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
