import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import { fontFor } from './text/chart-fonts.ts';

/** The only date in a file that must be the same whenever it is made. */
const noDate = new Date(0);

const attribute = (svg: string, name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1]);
const element = (svg: string, name: string) =>
  (new RegExp(`<${name} id[^>]*>([^<]*)<`).exec(svg)?.[1] ?? '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/**
 * An SVG of `renderSvg` as a vector PDF of one page of its size: lines stay lines, text can be selected and searched,
 * the characters in use are embedded. The same SVG gives the same bytes.
 *
 * @throws if the SVG holds what the converter does not understand.
 */
export function renderPdf(svg: string): Promise<Uint8Array> {
  const [width, height] = [attribute(svg, 'width'), attribute(svg, 'height')];
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    lang: / lang="(\w+)"/.exec(svg)?.[1] ?? 'en',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: element(svg, 'title'), CreationDate: noDate, ModDate: noDate },
  });
  const problems: string[] = [];
  document.registerFont('regular', fontFor(svg, 400));
  document.registerFont('bold', fontFor(svg, 700));
  const figure = document.struct('Figure', { alt: element(svg, 'desc') }, () =>
    svgToPdf(document, svg.replaceAll('font-weight="700"', 'font-weight="bold"'), 0, 0, {
      width,
      height,
      assumePt: true,
      fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
      warningCallback: (message) => problems.push(message),
    }),
  );
  document.addStructure(figure);
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('error', reject);
    document.on('end', () => {
      if (problems.length === 0) resolve(Buffer.concat(parts));
      else reject(new Error(`renderPdf: the converter stumbled: ${problems.join('; ')}`));
    });
    document.end();
  });
}
