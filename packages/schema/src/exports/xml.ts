/** An XML element as text that is still to be indented: its lines, without indent of their own. */
export type Xml = readonly string[];

const lineWidth = 160;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (c) => escapes[c] as string);

/** An element with text, or with child elements, on one line where it fits. An attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: string | readonly Xml[] = [],
): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value as string)}"`)
    .join('');
  if (typeof content === 'string') return [`<${name}${written}>${escaped(content)}</${name}>`];
  const children = content.flat();
  if (children.length === 0) return [`<${name}${written}/>`];
  const lines = [`<${name}${written}>`, ...children.map((line) => ` ${line}`), `</${name}>`];
  const line = [lines[0], ...children, lines.at(-1)].join('');
  // only an element whose children are leaves: nothing of a child is on a line of its own
  return content.every((child) => child.length === 1) && line.length <= lineWidth ? [line] : lines;
}

/** A document with its declaration. */
export const xmlText = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`;
