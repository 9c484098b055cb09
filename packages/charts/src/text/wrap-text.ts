import { balancedLines, clauseEnd } from './balanced-lines.ts';
import { type Font, textWidth } from './text-width.ts';

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const neverFirst = /^[，。、；：？！）】》」』〕”’％‰…—,.;:?!)\]%·–†‡*]/u;
const neverLast = /[（【《「『〔“‘([¥￥]$/u;

export interface WrapOptions {
  /** Make the lines about equally long instead of filling each, and end them with a clause where one ends. */
  balance?: boolean;
}

/**
 * Breaks a text into lines no wider than `width` pixels. Chinese breaks between any two characters, but no line
 * begins with a closing mark or ends with an opening one; other scripts break at spaces, hyphens and slashes; a
 * word wider than the line is cut. A last line of one or two characters gets a few of the line before, from the end of a clause on if one ends there.
 *
 * @example wrapText('签订书面劳动合同的比例', { size: 10, weight: 400 }, 60) // ['签订书面劳动', '合同的比例']
 */
export function wrapText(text: string, font: Font, width: number, options: WrapOptions = {}): string[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => wrapParagraph(paragraph, font, width, options.balance ?? false));
}

function wrapParagraph(text: string, font: Font, width: number, balance: boolean): string[] {
  const pieces = unbreakablePieces(text).flatMap((piece) => cut(piece, font, width));
  const lines = fill(pieces, font, width);
  const last = lines.at(-1) ?? '';
  if (lines.length < 2) return lines;
  if (balance) return balancedLines(pieces, lines.length, font, width) ?? lines;
  return textWidth(last, font) < 3 * font.size ? longerLast(pieces, lines, font, width) : lines;
}

/** Characters that a last line holds at least, or half a line. */
const LEAST = 6;
/** Characters that the lines before it may be short for that, the end of a clause before all. */
const SHORTER = 14;

/** The same number of lines, those before the last as much shorter as gives it a few characters. */
function longerLast(pieces: string[], lines: string[], font: Font, width: number): string[] {
  const least = Math.min(LEAST * font.size, width / 2);
  const tried = Array.from({ length: SHORTER }, (_, i) => fill(pieces, font, width - (i + 1) * font.size));
  const fitting = tried.filter(
    (one) => one.length === lines.length && textWidth(one.at(-1) ?? '', font) >= least,
  );
  return fitting.find((one) => clauseEnd.test(one.at(-2) ?? '')) ?? fitting[0] ?? lines;
}

function fill(pieces: string[], font: Font, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), font) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function unbreakablePieces(text: string): string[] {
  const pieces: string[] = [];
  for (const char of text) {
    const before = pieces.at(-1);
    if (before === undefined || mayBreak(before, char)) pieces.push(char);
    else pieces[pieces.length - 1] = before + char;
  }
  return pieces;
}

function mayBreak(before: string, char: string): boolean {
  if (char === ' ' || neverFirst.test(char) || neverLast.test(before)) return false;
  const last = [...before].at(-1) ?? '';
  if (/\d[ \u00a0]$/.test(before) && /\d/.test(char)) return false;
  if (last === ' ' || wide.test(last) || wide.test(char)) return true;
  return (last === '-' || last === '/' || last === '–') && /\p{L}/u.test(char);
}

function cut(piece: string, font: Font, width: number): string[] {
  if (textWidth(piece.trimEnd(), font) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const char of piece) {
    if (part !== '' && textWidth(part + char, font) > width) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part];
}
