import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCS_FOLDER, referencePages } from './reference.ts';

/** Writes `docs/`: one page a function, the types, the index, and the table of R functions. */
const pages = referencePages();
for (const file of readdirSync(DOCS_FOLDER)) if (!pages.has(file)) rmSync(join(DOCS_FOLDER, file));
for (const [file, text] of pages) writeFileSync(join(DOCS_FOLDER, file), text);
console.log(`${pages.size} pages in docs`);
