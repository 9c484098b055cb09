/** What a doc block says, part by part; an absent part is empty. */
export interface DocBlock {
  /** paragraphs before, between and after the tags */
  readonly paragraphs: readonly string[];
  /** names as written (`a,b` for two that share a text) → text */
  readonly params: readonly (readonly [name: string, text: string])[];
  readonly returns: string;
  readonly throws: string;
  readonly rEquivalent: string;
  readonly source: string;
  /** lines of code */
  readonly example: readonly string[];
}

/** A part begins at its marker, and a plain paragraph at a blank line. */
const MARKER =
  /(?:^|(?<=\s))@param |(?:^|(?<=\s))@returns |^@throws |^R equivalent: |(?:^|(?<=\s))Source: /gm;

/** Reads a doc block with its slashes and stars. */
export function parseDocBlock(block: string): DocBlock {
  const text = block
    .replace(/^\/\*\*/, '')
    .replace(/\*\/\s*$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
  const [prose = '', ...examples] = text.split(/^@example[ \n]/m);
  const parts = new Map<string, string>();
  const params: [string, string][] = [];
  const paragraphs: string[] = [];
  for (const paragraph of prose.split(/\n\s*\n/)) {
    const starts = [...paragraph.matchAll(MARKER)].map((match) => match.index);
    [0, ...starts].forEach((start, i) => {
      const piece = oneLine(paragraph.slice(start, starts[i] ?? paragraph.length));
      if (piece === '' || (start === 0 && i === 0 && starts[0] === 0)) return;
      const [, tag = '', rest = ''] =
        /^(@param|@returns|@throws|R equivalent:|Source:) (.*)$/.exec(piece) ?? [];
      if (tag === '') paragraphs.push(piece);
      else if (tag === '@param') params.push(splitName(rest));
      else parts.set(tag, [parts.get(tag), rest].filter(Boolean).join(' '));
    });
  }
  return {
    paragraphs,
    params,
    returns: parts.get('@returns') ?? '',
    throws: parts.get('@throws') ?? '',
    rEquivalent: parts.get('R equivalent:') ?? '',
    source: parts.get('Source:') ?? '',
    example: examples.join('\n').trim() === '' ? [] : examples.join('\n').trim().split('\n'),
  };
}

export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function splitName(text: string): [string, string] {
  const space = text.indexOf(' ');
  return [text.slice(0, space), text.slice(space + 1)];
}
