const OPENING = '([{<';
const CLOSING = ')]}>';

/** Where `stop` stands first outside brackets, from `from` on; the arrow of a function type is no bracket. */
export function indexOutside(text: string, stop: string, from = 0): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const char = text[i]!;
    if (text.startsWith('/*', i)) {
      i = text.indexOf('*/', i) + 1;
      continue;
    }
    if (text.startsWith('//', i)) {
      i = text.indexOf('\n', i) - 1;
      continue;
    }
    if (char === "'" || char === '`') {
      i = text.indexOf(char, i + 1);
      continue;
    }
    if (depth === 0 && text.startsWith(stop, i)) return i;
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char) && !(char === '>' && text[i - 1] === '=')) depth--;
  }
  return -1;
}

/** The parts between `separator`s outside brackets, without empty ones. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const at = indexOutside(text, separator, from);
    parts.push(text.slice(from, at < 0 ? text.length : at).trim());
    if (at < 0) return parts.filter((part) => part !== '');
    from = at + separator.length;
  }
}

/** The text inside the bracket at `open`. */
export function insideBracket(text: string, open: number): string {
  const closing = CLOSING[OPENING.indexOf(text[open]!)]!;
  return text.slice(open + 1, indexOutside(text, closing, open + 1));
}
