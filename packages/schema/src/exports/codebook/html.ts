import type { Label } from '../../label.ts';

/** Text as it may stand in HTML, in an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A text in both languages, Chinese first. */
export const both = ({ zh, en }: Label): string => `${escapeHtml(zh)} <i>${escapeHtml(en)}</i>`;

export const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

export const heading = (zh: string, en: string, id?: string): string =>
  `<h2${id === undefined ? '' : ` id=${id}`}>${both({ zh, en })}</h2>`;

/** A table from its heading cells and rows of cells, all HTML; `kind` is its class. */
export const table = (kind: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table class=${kind}><thead><tr>${head.map((cell) => `<th>${cell}`).join('')}</thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}`)).join('')}`)
    .join('')}</tbody></table>`;

/** Where the other pages are, seen from a page `depth` folders down. */
export const upTo = (depth: number): string => '../'.repeat(depth);

/** A whole page. `title` is plain text, `body` HTML. */
export function page({ title, depth, body }: { title: string; depth: number; body: string }): string {
  const up = upTo(depth);
  return `<!doctype html><html lang=zh-CN><meta charset=utf-8><meta name=viewport content=width=device-width><title>${escapeHtml(title)}</title><link rel=stylesheet href=${up}style.css>
<header><a href=${up}index.html>编码手册 Codebook</a><a href=${up}crosswalk.html>对照表 Crosswalk</a><a href=${up}index.html#waves>各轮 Waves</a><a href=${up}sources.html>来源 Sources</a></header>
<main>${body}</main>
`;
}
