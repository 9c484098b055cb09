import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Codebook, isUsableOnRealFile, type Mapping } from '../../src/codebook.ts';
import { codebooks } from '../../src/codebooks/index.ts';
import type { MeasurableIndicator } from '../../src/index.ts';
import { allIndicators, indicatorAvailability, neededVariables } from '../../src/indicators/index.ts';
import { memberVariables } from '../../src/variables/member.ts';
import { respondentVariables } from '../../src/variables/respondent.ts';

const monitored = allIndicators.filter(
  (d): d is MeasurableIndicator =>
    d.status === 'measurable' && d.instruments.includes('monitoring') && d.measure.kind !== 'sample_gap',
);
const layouts = Object.values(codebooks);

const derived = new Map(
  [...respondentVariables, ...memberVariables].map(({ name, derived: how }) => [name, how !== undefined]),
);

/** A codebook that lacks some mappings and holds others with the confidence drawn. */
const thinned = fc
  .tuple(
    fc.constantFrom(...layouts),
    fc.array(fc.constantFrom('keep', 'drop', 'inferred', 'recalled', 'placeholder'), {
      minLength: 200,
      maxLength: 200,
    }),
  )
  .map(([codebook, fates]): Codebook => {
    const change = (mappings: readonly Mapping[], offset: number): Mapping[] =>
      mappings.flatMap((mapping, i): Mapping[] => {
        const fate = fates[(i + offset) % fates.length];
        if (fate === 'drop') return [];
        return fate === 'keep' || fate === undefined
          ? [mapping]
          : [{ ...mapping, confidence: fate as Mapping['confidence'] }];
      });
    return {
      ...codebook,
      respondent: change(codebook.respondent, 0),
      member: change(codebook.member, 100),
    };
  });

test('never computable when a needed variable is not mapped, or less than verified', () => {
  fc.assert(
    fc.property(thinned, fc.constantFrom(...monitored), (codebook, indicator) => {
      const [found] = indicatorAvailability(indicator, [codebook]);
      if (found?.state !== 'computable' && found?.state !== 'partly') return;
      for (const { record, variable } of neededVariables(indicator, 'monitoring')) {
        if (derived.get(variable)) continue;
        const mappings = record === 'member' ? codebook.member : codebook.respondent;
        const mapping = mappings.find((m) => m.variable === variable);
        expect(mapping, `${indicator.id}: ${variable}`).toBeDefined();
        expect(isUsableOnRealFile(mapping as Mapping)).toBe(true);
        if (found.state === 'computable') expect(mapping?.confidence).toBe('verified');
      }
    }),
    { numRuns: 400 },
  );
});

test('a mapping taken away never makes an indicator more available', () => {
  const order = ['not_asked', 'not_known', 'placeholder', 'partly', 'computable'];
  fc.assert(
    fc.property(
      fc.constantFrom(...layouts),
      fc.constantFrom(...monitored),
      fc.nat(),
      (codebook, indicator, i) => {
        const before = indicatorAvailability(indicator, [codebook])[0]?.state ?? '';
        const gone = i % codebook.respondent.length;
        const respondent = codebook.respondent.filter((_, at) => at !== gone);
        const after = indicatorAvailability(indicator, [{ ...codebook, respondent }])[0]?.state ?? '';
        expect(order.indexOf(after)).toBeLessThanOrEqual(order.indexOf(before));
      },
    ),
    { numRuns: 300 },
  );
});
