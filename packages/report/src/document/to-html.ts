import type { Language } from '@wavebook/schema';
import { type Html, html, inlineSvg } from '../html.ts';
import { tableHtml } from '../table/to-html.ts';
import type { Block, Run } from './block.ts';

export interface DocumentHtmlOptions {
  /** Where an estimate's id leads, if anywhere. */
  readonly traceOf?: (id: string) => string | undefined;
}

const runMarkup = (run: Run, { traceOf }: DocumentHtmlOptions): Html => {
  if (typeof run === 'string') return html`${run}`;
  const target = run.anchor === undefined ? run.id && traceOf?.(run.id) : `#${run.anchor}`;
  const text = run.code
    ? html`<code>${run.text}</code>`
    : run.bold
      ? html`<b>${run.text}</b>`
      : run.quiet
        ? html`<small>${run.text}</small>`
        : html`${run.text}`;
  const id = run.id === undefined ? '' : html` data-id="${run.id}"`;
  if (target) return html`<a href="${target}"${id}>${text}</a>`;
  return id === '' ? text : html`<span${id}>${text}</span>`;
};

const anchorOf = (id: string | undefined): Html => (id === undefined ? html`` : html` id="${id}"`);

function headingMarkup({ level, text, id, number }: Extract<Block, { kind: 'heading' }>): Html {
  const content = html`${number ? html`<span class="heading-number">${number}</span> ` : ''}${text}`;
  if (level === 2) return html`<h2${anchorOf(id)}>${content}</h2>`;
  return level === 3 ? html`<h3${anchorOf(id)}>${content}</h3>` : html`<h4${anchorOf(id)}>${content}</h4>`;
}

/** The blocks of a document as HTML: every text escaped, figures as inline SVG, numbers with the id of their estimate. */
export function documentHtml(
  blocks: readonly Block[],
  lang: Language,
  options: DocumentHtmlOptions = {},
): Html {
  const runs = (parts: readonly Run[]): Html[] => parts.map((run) => runMarkup(run, options));
  const fold = (words: string, content: Html): Html =>
    html`<details class="fold"><summary>${words}</summary>${content}</details>`;
  const markup = (block: Block): Html => {
    switch (block.kind) {
      case 'heading':
        return headingMarkup(block);
      case 'paragraph':
        return html`<p${block.tone ? html` class="${block.tone}"` : ''}>${runs(block.runs)}</p>`;
      case 'list':
        return html`<ul>${block.items.map((item) => html`<li>${runs(item)}</li>`)}</ul>`;
      case 'definitions':
        return html`<dl>${block.entries.map(
          ({ term, text, id }) => html`<dt${anchorOf(id)}>${runs(term)}</dt><dd>${runs(text)}</dd>`,
        )}</dl>`;
      case 'table': {
        const table = tableHtml(block.table, lang, options);
        return block.folded === undefined ? table : fold(block.folded, table);
      }
      case 'figure': {
        const { id, number, svg } = block.figure;
        return html`<figure id="${id}"><figcaption>${number}</figcaption><div class="picture">${inlineSvg(svg, id)}</div></figure>`;
      }
      case 'cards':
        return html`<ul class="cards">${block.cards.map(
          ({ value, id, name, lines }) =>
            html`<li><span class="value">${runs([{ text: value, id }])}</span><span class="name">${name}</span>${lines.map((line) => html`<span class="range">${line}</span>`)}</li>`,
        )}</ul>`;
      case 'fold':
        return fold(block.words, html`${block.blocks.map(markup)}`);
      case 'section':
        return html`<section class="${block.kindOf}" id="${block.id}">${block.blocks.map(markup)}</section>`;
    }
  };
  return html`${blocks.map(markup)}`;
}
