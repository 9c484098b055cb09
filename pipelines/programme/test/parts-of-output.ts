import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';

const textOf = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** Texts between tags, each on its own, and every tag with what it says. */
const markupParts = (markup: string): string[] => markup.split(/(<[^>]*>)/).filter((part) => part !== '');

/** The cells of every sheet of a workbook, sheet by sheet and line by line. */
export async function sheetsOf(content: Uint8Array): Promise<{ sheet: string; lines: unknown[][] }[]> {
  const sheets = await readXlsxFile(Buffer.from(content));
  return sheets.map(({ sheet, data }) => ({ sheet, lines: data as unknown[][] }));
}

/** The file of a document that holds its text. */
export const documentXml = (content: Uint8Array): string =>
  textOf(unzipSync(content)['word/document.xml'] as Uint8Array);

/** What an output says, part by part: lines of a table of text, tags and texts of markup, cells of a workbook. */
export async function partsOf(name: string, content: string | Uint8Array): Promise<string[]> {
  if (name.endsWith('.html')) return markupParts(textOf(content));
  if (name.endsWith('.docx')) {
    const files = unzipSync(content as Uint8Array);
    return Object.entries(files).flatMap(([path, bytes]) =>
      path.endsWith('.xml') ? markupParts(textOf(bytes)) : [`${path} ${bytes.join()}`],
    );
  }
  if (name.endsWith('.xlsx'))
    return (await sheetsOf(content as Uint8Array)).flatMap(({ sheet, lines }) => [
      sheet,
      ...lines.flatMap((line) => line.map(String)),
    ]);
  return textOf(content).split('\n');
}
