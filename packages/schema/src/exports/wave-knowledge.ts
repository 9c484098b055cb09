import type { Claim, Codebook } from '../codebook.ts';
import { type CrosswalkCell, crosswalkCell } from '../codebooks/crosswalk-cell.ts';
import type { Confidence } from '../confidence.ts';

/**
 * What is known of a variable in one wave.
 *
 * - `asked`: it stands in the column `raw` (multiplied by the column `times`, or `plus` another). `not_asked`, `not_released`: believed to have
 *   no column. `not_known`: may have been asked under a name that no source gives.
 * - `confidence`, `codes_confidence`, `source`: of the column, or of its absence. A placeholder stands in synthetic files only, and its
 *   invented name is not told.
 * - `said_to_be_asked`: who says that it was asked where no column is known. `claims`: guesses and contradictions, never read from a file.
 */
export interface WaveKnowledge {
  readonly wave: string;
  readonly known: 'asked' | 'not_asked' | 'not_released' | 'not_known';
  readonly raw?: string;
  readonly times?: string;
  readonly plus?: string;
  readonly confidence?: Confidence;
  readonly codes_confidence?: Confidence;
  readonly source?: string;
  readonly said_to_be_asked?: { readonly confidence: Confidence; readonly source: string };
  readonly claims?: readonly {
    readonly raw: string;
    readonly confidence: Confidence;
    readonly source: string;
  }[];
}

/**
 * What every codebook of the instrument knows of a variable, in the order of the waves; empty for an instrument without codebooks, and for a
 * derived variable that stands in no codebook.
 */
export function waveKnowledge(
  codebooks: readonly Codebook[],
  where: {
    readonly instrument: string;
    readonly record: string;
    readonly variable: string;
    readonly derived?: boolean;
  },
): WaveKnowledge[] {
  const record = where.record === 'member' ? 'member' : 'respondent';
  const knowledge = codebooks
    .filter((codebook) => codebook.instrument === where.instrument)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1))
    .map((codebook) => knowledgeOf(crosswalkCell(codebook, record, where.variable)));
  const nowhere = knowledge.every((k) => k.known === 'not_known' && k.confidence === undefined);
  return where.derived && nowhere ? [] : knowledge;
}

function knowledgeOf(cell: CrosswalkCell): WaveKnowledge {
  const { wave } = cell;
  const claims = cell.claims.length === 0 ? {} : { claims: cell.claims.map(claimOf) };
  if (cell.state === 'known') {
    const { raw, times, plus, confidence, codes_confidence, source } = cell.mapping;
    return {
      wave,
      known: 'asked',
      raw,
      ...(times === undefined ? {} : { times }),
      ...(plus === undefined ? {} : { plus }),
      confidence,
      ...(codes_confidence === undefined ? {} : { codes_confidence }),
      source,
      ...claims,
    };
  }
  if (cell.state === 'not_asked') {
    const { kind, confidence, source } = cell.absence;
    return { wave, known: kind ?? 'not_asked', confidence, source, ...claims };
  }
  return {
    wave,
    known: 'not_known',
    ...(cell.placeholder === undefined
      ? {}
      : { confidence: 'placeholder', source: 'invented for synthetic files' }),
    ...(cell.asked === undefined
      ? {}
      : { said_to_be_asked: { confidence: cell.asked.confidence, source: cell.asked.source } }),
    ...claims,
  };
}

const claimOf = ({ raw, confidence, source }: Claim) => ({ raw, confidence, source });

/** The same in one line, for formats that hold text only: `2017: asked as q101b1, verified (S2,S7)`. */
export function knowledgeText(known: WaveKnowledge): string {
  const { wave, raw, times, plus, confidence, codes_confidence, source, said_to_be_asked } = known;
  const how = [confidence, codes_confidence && `codes ${codes_confidence}`].filter(Boolean).join(', ');
  const column = `${raw}${times ? ` x ${times}` : ''}${plus ? ` + ${plus}` : ''}`;
  const claims = (known.claims ?? []).map((c) => `; ${c.raw}? ${c.confidence} (${c.source})`).join('');
  if (known.known === 'asked') return `${wave}: asked as ${column}, ${how} (${source})${claims}`;
  if (known.known !== 'not_known')
    return `${wave}: ${known.known.replace('_', ' ')}, ${how} (${source})${claims}`;
  const asked = said_to_be_asked
    ? ` by name; asked, ${said_to_be_asked.confidence} (${said_to_be_asked.source})`
    : '';
  const invented = confidence === 'placeholder' ? ', placeholder in synthetic files' : '';
  return `${wave}: not known${asked}${invented}${claims}`;
}
