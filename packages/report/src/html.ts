import { shownText } from './shown-text.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  shownText(text).replace(/[&<>"']/g, (c) => entities[c] as string);

/** Markup that needs no escaping any more. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = string | number | Html | readonly Html[];

const asMarkup = (part: Part): string => {
  if (part instanceof Html) return part.markup;
  return typeof part === 'object' ? part.map((p) => p.markup).join('') : escapeHtml(String(part));
};

/** Template tag: every value is escaped unless it is `Html` already. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    strings.reduce((out, text, i) => out + (i === 0 ? '' : asMarkup(parts[i - 1] as Part)) + text, ''),
  );
}

/**
 * An SVG made part of a page: its ids, and what refers to them, get a prefix, so that several can stand together. Roles and labels
 * inside it go: the picture as a whole has its title and description. Only tags are touched, never the text of a label.
 */
export function inlineSvg(svg: string, prefix: string): Html {
  const body = svg.replace(/^<\?xml[^>]*\?>\s*/, '').replace(/<!DOCTYPE[^>]*>\s*/, '');
  const renamed = body.replace(/<[^>]*>/g, (tag) =>
    (tag.startsWith('<svg') ? tag : tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, ''))
      .replace(/\bid="([^"]+)"/g, (_, id) => `id="${prefix}-${id}"`)
      .replace(/url\(#([^)]+)\)/g, (_, id) => `url(#${prefix}-${id})`)
      .replace(/(xlink:href|href)="#([^"]+)"/g, (_, name, id) => `${name}="#${prefix}-${id}"`)
      .replace(
        /aria-labelledby="([^"]+)"/g,
        (_, ids: string) =>
          `aria-labelledby="${ids
            .split(' ')
            .map((id) => `${prefix}-${id}`)
            .join(' ')}"`,
      ),
  );
  return new Html(renamed);
}
