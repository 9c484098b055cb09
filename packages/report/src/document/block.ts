import type { Table } from '../table/table.ts';

/** A piece of text: plain, or with what it is. `anchor` links to a block of the document, `id` names the estimate that it states. */
export type Run =
  | string
  | {
      readonly text: string;
      readonly bold?: true;
      readonly quiet?: true;
      readonly code?: true;
      readonly anchor?: string;
      readonly id?: string;
    };

/** A drawn chart: what it is called, its headline, what it shows in words, and the picture as SVG and PNG. */
export interface Figure {
  readonly id: string;
  readonly number: string;
  readonly headline: string;
  readonly description: string;
  readonly svg: string;
  /** For formats that take no SVG. */
  readonly png?: Uint8Array;
}

/** A number that opens a document: its value, what it is, and what a reader must know of it. */
export interface Card {
  readonly value: string;
  readonly id: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * A part of a document in one language, apart from the file format: `documentHtml` and `wordDocument` write it.
 *
 * - `heading`: level 1 is the document's title, 2 a chapter; `number` stands before it, and `id` is its anchor.
 * - `table` and `figure` with `folded` are closed on a screen under these words, and open in print and in Word.
 * - `section` holds the blocks of a chapter.
 */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3 | 4;
      readonly text: string;
      readonly id?: string;
      readonly number?: string;
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly tone?: 'lead' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | {
      readonly kind: 'definitions';
      readonly entries: readonly {
        readonly term: readonly Run[];
        readonly text: readonly Run[];
        readonly id?: string;
      }[];
    }
  | { readonly kind: 'table'; readonly table: Table; readonly folded?: string }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'fold'; readonly words: string; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly kindOf: 'chapter' | 'back';
      readonly blocks: readonly Block[];
    };

/** Every block, those inside others too, in document order. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'section' || block.kind === 'fold' ? [block, ...allBlocks(block.blocks)] : [block],
  );
}

/** The tables of a document, in document order. */
export function tablesOf(blocks: readonly Block[]): Table[] {
  return allBlocks(blocks).flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}
