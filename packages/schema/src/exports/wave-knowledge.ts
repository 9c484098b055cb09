import type { Codebook, Mapping } from '../codebook.ts';
import type { Confidence } from '../confidence.ts';

/**
 * What is known of a variable in one wave. `asked`: under the column `raw`; a placeholder stands in synthetic files only, and its invented name
 * is not told. `not_asked`: believed not to have been asked. `not_known`: may have been asked under a name that no source gives.
 */
export interface WaveKnowledge {
  readonly wave: string;
  readonly known: 'asked' | 'not_asked' | 'not_known';
  readonly raw?: string;
  readonly confidence?: Confidence;
  readonly codes_confidence?: Confidence;
  readonly source?: string;
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
  const knowledge: WaveKnowledge[] = codebooks
    .filter((codebook) => codebook.instrument === where.instrument)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1))
    .map((codebook) => {
      const { wave } = codebook;
      const isVariable = (entry: { variable: string }): boolean => entry.variable === where.variable;
      const mappings: readonly Mapping[] = where.record === 'member' ? codebook.member : codebook.respondent;
      const mapping = mappings.find(isVariable);
      if (mapping?.confidence === 'placeholder')
        return {
          wave,
          known: 'not_known',
          confidence: 'placeholder',
          source: mapping.source,
        };
      if (mapping)
        return {
          wave,
          known: 'asked',
          raw: mapping.raw,
          confidence: mapping.confidence,
          ...(mapping.codes_confidence === undefined ? {} : { codes_confidence: mapping.codes_confidence }),
          source: mapping.source,
        };
      const absence = where.record === 'member' ? undefined : codebook.not_asked.find(isVariable);
      if (absence)
        return {
          wave,
          known: 'not_asked',
          confidence: absence.confidence,
          source: absence.source,
        };
      return { wave, known: 'not_known' };
    });
  const nowhereRaw = knowledge.every((k) => k.known === 'not_known' && k.confidence === undefined);
  return where.derived && nowhereRaw ? [] : knowledge;
}

/** The same in one line, for formats that hold text only: `2017: asked as q101b1, verified (S2,S7)`. */
export function knowledgeText(known: WaveKnowledge): string {
  const { wave, raw, confidence, codes_confidence, source } = known;
  const how = [confidence, codes_confidence && `codes ${codes_confidence}`].filter(Boolean).join(', ');
  if (known.known === 'asked') return `${wave}: asked as ${raw}, ${how} (${source})`;
  if (known.known === 'not_asked') return `${wave}: not asked, ${how} (${source})`;
  return confidence === 'placeholder'
    ? `${wave}: not known, placeholder in synthetic files`
    : `${wave}: not known`;
}
