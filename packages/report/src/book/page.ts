import { fontFaces } from '@wavebook/charts';
import type { Language } from '@wavebook/schema';
import type { Block } from '../document/block.ts';
import { documentHtml } from '../document/to-html.ts';
import { Html, html } from '../html.ts';
import { syntheticNotice } from '../words/notes.ts';
import type { BookData } from './book-data.ts';
import { bookDocument, bookWords } from './book-document.ts';
import { style } from './style.ts';
import { shownIds, traceAnchor, traceSection } from './trace-section.ts';

/** The Chinese font draws curly quotes as wide as a character; English takes the straight ones. */
export const withNarrowQuotes = (markup: string): string =>
  markup.replaceAll(/[‘’]/g, '&#39;').replaceAll(/[“”]/g, '&quot;');

interface Entry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export const entriesOf = (blocks: readonly Block[]): Entry[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'section') return [];
    const heading = block.blocks.find((b) => b.kind === 'heading');
    return heading?.kind === 'heading'
      ? [{ id: block.id, number: heading.number ?? '', title: heading.text }]
      : [];
  });

export const contentsList = (entries: readonly Entry[]): Html =>
  html`<ol>${entries.map(({ id, number, title }) => html`<li><a href="#${id}"><b>${number}</b>${title}</a></li>`)}</ol>`;

/** The body of the page: everything but its fonts and style. */
export function bookMarkup(data: BookData, lang: Language, blocks: readonly Block[]): string {
  const w = bookWords[lang];
  const zh = lang === 'zh';
  const ids = shownIds(blocks);
  const traceOf = (id: string): string | undefined => (ids.has(id) ? `#${traceAnchor(id)}` : undefined);
  const entries = [
    ...entriesOf(blocks),
    { id: 'traces', number: '', title: zh ? '逐数追溯' : 'Trace of every number' },
  ];
  const other = zh ? 'index.en.html' : 'index.zh.html';
  const synthetic = data.waves.some(({ wave }) => wave.synthetic);
  const waveList = data.waves.map(({ wave }) => html`<li>${wave.title[lang]}</li>`);
  const body = html`<a class="skip" href="#contents">${zh ? '跳到目录' : 'Skip to contents'}</a>
<header class="cover"><div><p class="kicker">${w.kicker}</p><h1>${w.title}</h1><ul class="waves">${waveList}</ul><p><a href="${other}" hreflang="${zh ? 'en' : 'zh-Hans'}" lang="${zh ? 'en' : 'zh-Hans'}">${w.other}</a></p></div></header>
${synthetic ? html`<aside class="banner" aria-label="${zh ? '提示' : 'Notice'}"><p>${syntheticNotice[lang]}</p></aside>` : ''}
<div class="frame"><nav class="side" aria-label="${w.contents}">${contentsList(entries)}</nav>
<main>
<section id="contents"><h2>${w.contents}</h2><nav aria-label="${zh ? '全书目录' : 'All contents'}">${contentsList(entries)}</nav></section>
${documentHtml(blocks, lang, { traceOf })}
${traceSection(data, ids, lang)}
</main></div><a class="top" href="#contents">↑ ${w.contents}</a>`;
  return zh ? body.markup : withNarrowQuotes(body.markup);
}

/**
 * The book as one HTML page in one language, with its fonts and pictures inside. Numbers carry the id of their estimate in `data-id` and lead
 * to their trace; everything can be read without a script. `blocks` are those of `bookDocument`, if they are at hand.
 */
export function bookPage(data: BookData, lang: Language, blocks = bookDocument(data, lang)): string {
  const markup = bookMarkup(data, lang, blocks);
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${bookWords[lang].title}</title><style>${new Html(fontFaces(markup))}${new Html(style)}</style></head><body>
${new Html(markup)}</body></html>
`.markup;
}
