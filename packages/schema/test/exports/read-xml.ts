/** An element as a tolerant reader sees it: no namespaces, no entities but the five of XML. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Reads an XML document without comments or CDATA; throws where tags do not match. */
export function readXml(document: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, tag, text] of document.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<([^>]+)>([^<]*)/g)) {
    const words = tag ?? '';
    const parent = open.at(-1) as XmlElement;
    if (words.startsWith('/')) {
      if (open.pop()?.name !== words.slice(1))
        throw new Error(`readXml: </${words.slice(1)}> does not match`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...words.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value ?? '')]),
    );
    const element: XmlElement = {
      name: /^[^\s/]+/.exec(words)?.[0] ?? '',
      attributes,
      children: [],
      text: unescaped((text ?? '').trim()),
    };
    parent.children.push(element);
    if (!words.endsWith('/')) open.push(element);
  }
  if (open.length !== 1) throw new Error(`readXml: <${open.at(-1)?.name}> is not closed`);
  return root.children[0] as XmlElement;
}

/** Every element of that name under the given one. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}
