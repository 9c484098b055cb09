/** The most rows and columns that Excel has. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
const pieceBytes = 1 << 20;

/**
 * What is wrong with an XML part of a workbook: cut, or with a row or cell at a place that Excel has not. The reader takes a cut part for a short one, and
 * makes room for every row up to one that is named.
 *
 * @returns undefined if nothing is.
 */
export function problemOfPart(part: Buffer): string | undefined {
  const root = /<([^\s<>!?/]+)/.exec(part.toString('latin1', 0, 4096))?.[1];
  if (root === undefined) return 'expected XML';
  const tail = part.toString('latin1', Math.max(0, part.length - 4096)).replace(/(\s|<!--.*?-->)*$/s, '');
  const isEmpty = tail.endsWith('/>') && tail.lastIndexOf('<') === tail.indexOf(`<${root}`);
  if (!isEmpty && !tail.replace(/\s*>$/, '').endsWith(`</${root}`)) return `expected </${root}> at its end`;
  for (const piece of pieces(part))
    for (const [, name, attributes = ''] of piece.matchAll(/<(?:[^\s<>/:]+:)?(row|c)(\s[^<>]*)>/g)) {
      const place = /[\s:]r\s*=\s*(["'])(.*?)\1/s.exec(attributes)?.[2];
      if (place !== undefined && !isPlace(place))
        return `expected a row or cell of Excel in <${name}>, got "${place.slice(0, 40)}"`;
    }
  return undefined;
}

function isPlace(place: string): boolean {
  const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return Number(digits) >= 1 && Number(digits) <= mostRows && column <= mostColumns;
}

/** A part as text, in pieces that end before a tag. */
function* pieces(part: Buffer): Generator<string> {
  for (let from = 0; from < part.length; ) {
    const end = Math.min(part.length, from + pieceBytes);
    const tag = end < part.length ? part.lastIndexOf('<', end - 1) : -1;
    const to = tag > from ? tag : end;
    yield part.toString('latin1', from, to);
    from = to;
  }
}
