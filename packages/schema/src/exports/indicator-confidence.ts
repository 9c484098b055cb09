import type { Confidence } from '../confidence.ts';
import type { Indicator } from '../indicator.ts';
import { neededVariables } from '../indicators/needed-variables.ts';
import type { ExportSource } from './export-source.ts';
import { waveKnowledge } from './wave-knowledge.ts';

/** How well an indicator's columns are known in one wave; `derived` where all that it needs is computed from other variables. */
export type IndicatorConfidence = Confidence | 'derived' | 'not_known' | 'not_asked';

const fromWeakest: readonly IndicatorConfidence[] = [
  'not_asked',
  'not_known',
  'placeholder',
  'recalled',
  'inferred',
  'verified',
];

/**
 * The weakest confidence among the columns that an indicator reads, by wave of the monitoring survey: those of its measure and of its universe.
 * Derived variables are not followed to what they are derived from.
 */
export function indicatorConfidence(
  indicator: Indicator,
  { codebooks, instruments }: Pick<ExportSource, 'codebooks' | 'instruments'>,
): { wave: string; confidence: IndicatorConfidence }[] {
  const monitoring = instruments.find(({ id }) => id === 'monitoring');
  const used = neededVariables({ ...indicator, record: 'respondent' }, 'monitoring');
  const asked = used.filter(
    ({ record, variable }) =>
      monitoring?.records.find(({ name }) => name === record)?.variables.find(({ name }) => name === variable)
        ?.derived === undefined,
  );
  return codebooks
    .filter(({ instrument }) => instrument === 'monitoring')
    .map((codebook) => {
      const found = asked.flatMap((where) =>
        waveKnowledge([codebook], { instrument: 'monitoring', ...where }).flatMap((k) => [
          k.known === 'not_asked' || k.known === 'not_released' ? 'not_asked' : (k.confidence ?? 'not_known'),
          ...(k.codes_confidence === undefined ? [] : [k.codes_confidence]),
        ]),
      );
      return {
        wave: codebook.wave,
        confidence: fromWeakest.find((c) => found.includes(c as Confidence)) ?? 'derived',
      };
    })
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
}
