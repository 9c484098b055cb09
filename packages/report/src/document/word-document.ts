import type { Language } from '@wavebook/schema';
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TableOfContents,
  TextRun,
} from 'docx';
import { fixedZip, unzipped } from '../file/fixed-zip.ts';
import { shownText } from '../shown-text.ts';
import { allBlocks, type Block, type Figure, type Run } from './block.ts';
import { bookmarkOf } from './bookmark.ts';
import { fixedParts } from './fixed-parts.ts';
import { pngSize } from './png-size.ts';
import { brand, headFont, quiet, wordStyles } from './word-style.ts';
import { wordTable } from './word-table.ts';

export interface WordDocumentOptions {
  readonly title: string;
  readonly lang: Language;
  /** Lines under the title. */
  readonly lines: readonly string[];
  readonly contents: string;
}

/** Pixels of a picture across the text of an A4 page. */
const pictureWidth = 640;
const tallest = 860;

type Child = ReturnType<typeof wordTable>[number] | TableOfContents;

const headingLevels = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 };

/** Numbers of tables and figures, to which a link is a cross-reference that Word keeps up to date. */
const numberedAnchors = (blocks: readonly Block[]): Set<string> =>
  new Set(
    allBlocks(blocks).flatMap((block) =>
      block.kind === 'table' ? [block.table.id] : block.kind === 'figure' ? [block.figure.id] : [],
    ),
  );

const figureParagraphs = ({ id, number, headline, description, png }: Figure): Paragraph[] => {
  if (!png) throw new Error(`wordDocument: figure "${id}" has no PNG; Word takes no SVG`);
  const size = pngSize(png);
  const scale = Math.min(pictureWidth / size.width, tallest / size.height);
  const alt = shownText(description);
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { title: shownText(headline), description: alt, name: id },
  });
  const name = new Bookmark({ id: bookmarkOf(id), children: [new TextRun(shownText(number))] });
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 240, after: 40, line: 240, lineRule: LineRuleType.AUTO },
      children: [picture],
    }),
    new Paragraph({
      style: 'Caption',
      keepNext: false,
      spacing: { before: 0, after: 240 },
      children: [name, new TextRun(shownText(`  ${headline}`))],
    }),
  ];
};

/**
 * Writes the blocks of a document as a DOCX file: a title, contents, native headings and tables with captions, figures as PNG with
 * alternative text, cross-references as fields, Chinese and Latin fonts. Word fills in the pages of the contents when it opens the document,
 * after asking. The same blocks give the same bytes.
 *
 * @throws if a figure has no PNG.
 */
export async function wordDocument(
  blocks: readonly Block[],
  { title, lang, lines, contents }: WordDocumentOptions,
): Promise<Uint8Array> {
  const numbered = numberedAnchors(blocks);
  const anchors = new Set([
    ...numbered,
    ...allBlocks(blocks).flatMap((b) =>
      (b.kind === 'heading' || b.kind === 'section') && b.id !== undefined ? [b.id] : [],
    ),
  ]);
  const runs = (parts: readonly Run[]): ParagraphChild[] =>
    parts.map((run): ParagraphChild => {
      if (typeof run === 'string') return new TextRun(shownText(run));
      const text = shownText(run.text);
      if (run.anchor !== undefined && numbered.has(run.anchor))
        return new SimpleField(`REF ${bookmarkOf(run.anchor)} \\h`, text);
      const styled = new TextRun({
        text,
        ...(run.bold ? { bold: true } : {}),
        ...(run.quiet ? { color: quiet, size: 18 } : {}),
        ...(run.code ? { font: 'Courier New', size: 16 } : {}),
      });
      if (run.anchor !== undefined && anchors.has(run.anchor))
        return new InternalHyperlink({ anchor: bookmarkOf(run.anchor), children: [styled] });
      return styled;
    });
  const styleOf = { lead: 'Lead', note: 'Note' };
  let afterFirst = false;
  const written = (block: Block, sectionId?: string, before?: Block): Child[] => {
    switch (block.kind) {
      case 'heading': {
        const text = new TextRun(shownText([block.number, block.text].filter(Boolean).join('  ')));
        const id = block.id ?? sectionId;
        const pageBreakBefore = block.level === 2 && afterFirst;
        if (block.level === 2) afterFirst = true;
        const children = id === undefined ? [text] : [new Bookmark({ id: bookmarkOf(id), children: [text] })];
        return [new Paragraph({ heading: headingLevels[block.level], pageBreakBefore, children })];
      }
      case 'paragraph':
        return [
          new Paragraph({
            ...(block.tone ? { style: styleOf[block.tone] } : {}),
            ...(block.tone && before?.kind === 'heading' ? { keepNext: true } : {}),
            children: runs(block.runs),
          }),
        ];
      case 'list':
        return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
      case 'definitions':
        return block.entries.flatMap(({ term, text }) => [
          new Paragraph({
            keepNext: true,
            spacing: { before: 120, after: 0 },
            children: runs(term.map((run) => (typeof run === 'string' ? { text: run, bold: true } : run))),
          }),
          new Paragraph({ indent: { left: 360 }, children: runs(text) }),
        ]);
      case 'table':
        return wordTable(block.table, lang);
      case 'figure':
        return figureParagraphs(block.figure);
      case 'cards':
        return block.cards.map(
          ({ value, name, lines: about }) =>
            new Paragraph({
              keepLines: true,
              children: [
                new TextRun({
                  text: shownText(`${value}  `),
                  bold: true,
                  size: 32,
                  color: brand,
                  font: headFont,
                }),
                new TextRun({ text: shownText(name), bold: true }),
                new TextRun({
                  text: shownText(`  ${about.filter(Boolean).join(lang === 'zh' ? '；' : '; ')}`),
                  color: quiet,
                  size: 18,
                }),
              ],
            }),
        );
      case 'fold':
        return block.blocks.flatMap((inner, i) => written(inner, undefined, block.blocks[i - 1]));
      case 'section':
        return block.blocks.flatMap((inner, i) =>
          written(inner, i === 0 ? block.id : undefined, block.blocks[i - 1]),
        );
    }
  };
  const body = blocks.flatMap((block) => written(block));
  const document = new Document({
    title: shownText(title),
    creator: 'wavebook',
    lastModifiedBy: 'wavebook',
    styles: wordStyles,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1020, right: 1020 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 18, color: quiet })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(shownText(title))] }),
          ...lines.map((text) => new Paragraph({ style: 'Lead', children: [new TextRun(shownText(text))] })),
          new Paragraph({ children: [new PageBreak()] }),
          new Paragraph({ style: 'Caption', children: [new TextRun({ text: contents, size: 30 })] }),
          new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-2', beginDirty: true }),
          new Paragraph({ children: [new PageBreak()] }),
          ...body,
        ],
      },
    ],
  });
  return fixedZip(fixedParts(unzipped(await Packer.toBuffer(document)), lang));
}
