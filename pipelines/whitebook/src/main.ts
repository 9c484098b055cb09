import { bookDocument, bookPage, bookTables, bookWord, tablesOf } from '@wavebook/report';
import { languages } from '@wavebook/schema';
import { repositoryRoot, runMain, runStage } from '@wavebook/stage';
import { readBook } from './read-book.ts';

await runMain('book', () =>
  runStage({ name: 'book', root: repositoryRoot(), output: 'data/whitebook' }, async (stage) => {
    const { manifest, books } = await readBook(stage);
    const blocks = { zh: bookDocument(books.zh, 'zh'), en: bookDocument(books.en, 'en') };
    for (const lang of languages) {
      const book = books[lang];
      const word = await bookWord(book, lang, blocks[lang]);
      await stage.write(`index.${lang}.html`, bookPage(book, lang, blocks[lang]));
      await stage.write(`whitebook.${lang}.docx`, word);
      const charts = book.chapters.reduce((sum, { file }) => sum + file.charts.length, 0);
      const megabytes = (word.length / 1e6).toFixed(1);
      stage.log(
        `index.${lang}.html, whitebook.${lang}.docx (${megabytes} MB): ${book.chapters.length} chapters, ${charts} charts`,
      );
    }
    await stage.write('tables.xlsx', await bookTables(books.zh, blocks));
    stage.log(`tables.xlsx: ${tablesOf(blocks.zh).length} tables`);
    return { waves: manifest.waves, notes: manifest.notes };
  }),
);
