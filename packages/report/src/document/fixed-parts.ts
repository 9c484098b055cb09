import type { Language } from '@wavebook/schema';

const date = '1980-01-01T00:00:00Z';

/** Numbers in the order in which they are first asked for, from 1. */
const renumbered = (): ((id: string) => number) => {
  const seen = new Map<string, number>();
  return (id) => {
    const number = seen.get(id) ?? seen.size + 1;
    seen.set(id, number);
    return number;
  };
};

/**
 * The parts of a DOCX without what differs from run to run: its dates, and the numbers of its pictures and bookmarks, which the library
 * counts over the whole process.
 */
export function fixedParts(parts: Record<string, Uint8Array>, lang: Language): Record<string, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const changed = (name: string, change: (xml: string) => string): void => {
    const part = parts[name];
    if (part) fixed[name] = encoder.encode(change(decoder.decode(part)));
  };
  const fixed = { ...parts };
  changed('docProps/core.xml', (xml) =>
    xml
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`)
      .replace(
        '</cp:coreProperties>',
        `<dc:language>${lang === 'zh' ? 'zh-CN' : 'en-GB'}</dc:language></cp:coreProperties>`,
      ),
  );
  changed('word/document.xml', (xml) => {
    const [picture, contents, bookmark] = [renumbered(), renumbered(), renumbered()];
    return xml
      .replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")(\d+)"/g, (_, start, id) => `${start}${picture(id)}"`)
      .replace(/_Toc(\d+)/g, (_, id) => `_Toc${contents(id)}`)
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/g,
        (_, start, id) => `${start}${bookmark(id)}"`,
      );
  });
  return fixed;
}
