import { fontFaces } from '@wavebook/charts';
import type { Language } from '@wavebook/schema';
import type { Block } from '../document/block.ts';
import { documentHtml } from '../document/to-html.ts';
import { Html, html } from '../html.ts';
import { contentsList, entriesOf, withNarrowQuotes } from './page.ts';
import { style } from './style.ts';
import { traceAnchor } from './trace-section.ts';

/** What a number rests on, in words; `id` is that of the number. */
export interface PageTrace {
  readonly id: string;
  readonly text: string;
}

/** Traces that have something in common, which `about` says once: a definition, the files of a wave. */
export interface TraceGroup {
  readonly title: string;
  readonly about: readonly string[];
  readonly traces: readonly PageTrace[];
}

export interface DocumentPageOptions {
  readonly kicker: string;
  readonly title: string;
  /** Under the title: what the page is made from. */
  readonly lines: readonly string[];
  /** The page in the other language, and how it is called there. */
  readonly other: { readonly file: string; readonly words: string };
  /** What a reader must know before anything else. */
  readonly notices: readonly string[];
  /** Traces of the numbers, in groups that open. A number whose id has a trace leads to it. */
  readonly traces: readonly TraceGroup[];
}

/** A document of blocks as one HTML page with fonts, style and pictures inside, contents at the side, and a trace for every number. */
export function documentPage(
  blocks: readonly Block[],
  lang: Language,
  { kicker, title, lines, other, notices, traces }: DocumentPageOptions,
): string {
  const zh = lang === 'zh';
  const otherLang = zh ? 'en' : 'zh-Hans';
  const known = new Set(traces.flatMap((group) => group.traces.map(({ id }) => id)));
  const traceOf = (id: string): string | undefined => (known.has(id) ? `#${traceAnchor(id)}` : undefined);
  const tracesTitle = zh ? '逐数追溯' : 'Trace of every number';
  const entries = [...entriesOf(blocks), { id: 'traces', number: '', title: tracesTitle }];
  const contents = zh ? '目录' : 'Contents';
  const body = html`<a class="skip" href="#contents">${zh ? '跳到目录' : 'Skip to contents'}</a>
<header class="cover"><div><p class="kicker">${kicker}</p><h1>${title}</h1><ul class="waves">${lines.map((line) => html`<li>${line}</li>`)}</ul><p><a href="${other.file}" hreflang="${otherLang}" lang="${otherLang}">${other.words}</a></p></div></header>
${notices.map((notice) => html`<div class="banner" role="note"><p>${notice}</p></div>`)}
<div class="frame"><nav class="side" aria-label="${contents}">${contentsList(entries)}</nav>
<main>
<section id="contents"><h2>${contents}</h2><nav aria-label="${zh ? '全部目录' : 'All contents'}">${contentsList(entries)}</nav></section>
${documentHtml(blocks, lang, { traceOf })}
<section class="back" id="traces"><h2>${tracesTitle}</h2>${traces.map(
    (group) =>
      html`<details class="fold"><summary>${group.title}</summary>${group.about.map((line) => html`<p class="note">${line}</p>`)}<ul>${group.traces.map(
        ({ id, text }) => html`<li id="${traceAnchor(id)}"><code>${id}</code> ${text}</li>`,
      )}</ul></details>`,
  )}</section>
</main></div><a class="top" href="#contents">↑ ${contents}</a>`;
  const markup = zh ? body.markup : withNarrowQuotes(body.markup);
  return html`<!doctype html>
<html lang="${zh ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${new Html(fontFaces(markup))}${new Html(style)}</style></head><body>
${new Html(markup)}</body></html>
`.markup;
}
