import type { Language } from '@wavebook/schema';
import { type Block, tablesOf } from '../document/block.ts';
import { type TableGroup, workbook } from '../table/workbook.ts';
import { syntheticNotice } from '../words/notes.ts';
import type { BookData } from './book-data.ts';
import { bookWords } from './book-document.ts';

const headingOf = (block: Block | undefined): string => {
  const heading = block?.kind === 'section' ? block.blocks.find((b) => b.kind === 'heading') : undefined;
  return heading?.kind === 'heading' ? [heading.number, heading.text].filter(Boolean).join(' ') : '';
};

/** Every table of the book as one XLSX file in both languages, from the blocks of `bookDocument` in each. */
export function bookTables(
  data: BookData,
  blocks: Readonly<Record<Language, readonly Block[]>>,
): Promise<Uint8Array> {
  const groups = blocks.zh.flatMap((block, i): TableGroup[] => {
    const tables = tablesOf([block]);
    if (tables.length === 0) return [];
    return [{ title: { zh: headingOf(block), en: headingOf(blocks.en[i]) }, tables }];
  });
  const synthetic = data.waves.some(({ wave }) => wave.synthetic);
  return workbook(groups, {
    title: { zh: bookWords.zh.title, en: bookWords.en.title },
    notes: [
      ...(synthetic ? [{ zh: syntheticNotice.zh, en: syntheticNotice.en }] : []),
      {
        zh: '数值为完整精度，按单元格格式显示；每表右端为估计编号，可用 wavebook trace 追溯。',
        en: 'Numbers are in full precision and shown as their cells are formatted; at the right of each table stand the ids of its estimates, for wavebook trace.',
      },
    ],
  });
}
