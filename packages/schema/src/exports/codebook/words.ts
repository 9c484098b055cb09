import { isUsableOnRealFile, type Mapping } from '../../codebook.ts';
import type { CrosswalkCell } from '../../codebooks/crosswalk-cell.ts';
import { sourceKeys } from '../../codebooks/sources.ts';
import type { Confidence } from '../../confidence.ts';
import type { Label } from '../../label.ts';
import { both, code } from './html.ts';

/** What each confidence is called on the pages. A placeholder never stands there: it is shown as not known. */
const confidenceWords: Readonly<Record<Exclude<Confidence, 'placeholder'>, Label>> = {
  verified: { zh: '已核实', en: 'verified' },
  inferred: { zh: '推断', en: 'inferred' },
  recalled: { zh: '回忆', en: 'recalled' },
};

const stateWords = {
  not_known: { zh: '未知', en: 'not known' },
  asked: { zh: '问过，列名未知', en: 'asked, no name' },
  not_asked: { zh: '未设此题', en: 'not asked' },
  not_released: { zh: '未发布', en: 'not released' },
} as const satisfies Readonly<Record<string, Label>>;

/** A mark of how sure something is. */
export const confidenceMark = (confidence: Confidence): string =>
  confidence === 'placeholder'
    ? `<b class=none>${both(stateWords.not_known)}</b>`
    : `<b class=${confidence}>${both(confidenceWords[confidence])}</b>`;

/** The columns of a mapping as they are told: one name, a product or a sum. */
export const columnName = (mapping: {
  raw: string;
  times?: string | undefined;
  plus?: string | undefined;
}): string =>
  [
    code(mapping.raw),
    ...(mapping.times === undefined ? [] : [`× ${code(mapping.times)}`]),
    ...(mapping.plus === undefined ? [] : [`+ ${code(mapping.plus)}`]),
  ].join(' ');

/** The sources that a text cites, as links to where they are told: on this page (`''`) or on the page of sources. */
export const sourceLinks = (cited: string, where: string): string =>
  sourceKeys(cited)
    .map((key) => `<a href=${where}#${key}>${key}</a>`)
    .join(', ');

/** Whether the cells of a known column cannot be read, since their form or (some of) their codes are not known. */
export const codesAreUnknown = (mapping: Mapping): boolean =>
  !isUsableOnRealFile(mapping) && mapping.confidence !== 'placeholder';

/** Whether and how a cell is known, as class and words. */
export function cellState(cell: CrosswalkCell): { kind: string; words: Label } {
  if (cell.state === 'known') {
    const { confidence } = cell.mapping;
    if (confidence === 'placeholder') return { kind: 'none', words: stateWords.not_known };
    const kind = codesAreUnknown(cell.mapping) ? `"${confidence} nocodes"` : confidence;
    return { kind, words: confidenceWords[confidence] };
  }
  if (cell.state === 'not_asked')
    return {
      kind: lessSure('absent', cell.absence.confidence),
      words: cell.absence.kind === 'not_released' ? stateWords.not_released : stateWords.not_asked,
    };
  return cell.asked
    ? { kind: lessSure('none', cell.asked.confidence), words: stateWords.asked }
    : { kind: 'none', words: stateWords.not_known };
}

/** A class with how sure a state is that no column tells of, where it is not verified; the style sheet writes it into the tables. */
const lessSure = (kind: string, confidence: Confidence): string =>
  confidence === 'verified' ? kind : `"${kind} by-${confidence}"`;
