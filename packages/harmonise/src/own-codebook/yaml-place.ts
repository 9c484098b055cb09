import { type Document, isCollection, isMap, isNode, isScalar, type LineCounter, type Node } from 'yaml';

/** Where something stands in a text file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));

/** Where the value under `path` stands; where it is not there, the place of the nearest collection around it. With `ofKey`, that of its key. */
export function placeOf(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
  ofKey?: string,
): Place {
  let node: unknown = document.contents;
  let at: Node | undefined = isNode(node) ? node : undefined;
  for (const step of [...path, ...(ofKey === undefined ? [] : [ofKey])]) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyOf(key) === String(step));
      if (!pair) break;
      at = isNode(pair.key) ? pair.key : at;
      node = pair.value;
    } else if (isCollection(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) break;
      at = item;
      node = item;
    } else break;
  }
  const { line, col } = lines.linePos(at?.range?.[0] ?? 0);
  return { line, column: col };
}
