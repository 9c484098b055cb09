/** Height of a line of text on a sheet, in points. */
const LINE = 14;

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/gu;

/** How many lines a text takes in a column so many characters wide; a Chinese character is as wide as two. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => {
    const length = line.length + (line.match(wide)?.length ?? 0);
    return sum + Math.max(1, Math.ceil(length / Math.max(1, width - 1)));
  }, 0);

/** The height of a row that holds texts, in points, so that none is cut where a program does not fit rows itself. */
export const lineHeight = (texts: readonly (readonly [text: string, width: number])[]): number =>
  LINE * Math.max(1, ...texts.map(([text, width]) => linesOf(text, width)));
