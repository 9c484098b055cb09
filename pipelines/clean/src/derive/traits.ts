import { categoryCells, textAt } from '@wavebook/harmonise';
import { baselineTraits, monitoringTraits, type TraitRule } from '@wavebook/schema';
import { cellsOf, type Derivation } from './context.ts';
import { levelsOf } from './levels-of.ts';
import { numberAt } from './number-at.ts';

const traitOf = (rule: TraitRule): Derivation => ({
  needs: [rule.variable],
  compute: (context, variable) => {
    const cells = cellsOf(context, rule.variable);
    return categoryCells(context.rows, levelsOf(variable), (row) => {
      if ('type_2_from' in rule) {
        const value = numberAt(cells, row);
        if (Number.isNaN(value)) return { missing: 'missing' };
        return { code: value >= rule.type_2_from ? 'type_2' : 'type_1' };
      }
      const code = textAt(cells, row) ?? '';
      if (rule.type_2.includes(code)) return { code: 'type_2' };
      return rule.type_1.includes(code) ? { code: 'type_1' } : { missing: 'missing' };
    });
  },
});

/** The derivations of an instrument's traits, by the name of their variable. */
export const traitDerivations = (instrument: string): Readonly<Record<string, Derivation>> =>
  Object.fromEntries(
    (instrument === 'baseline-worker' ? baselineTraits : monitoringTraits).map((rule) => [
      `trait_${rule.trait}`,
      traitOf(rule),
    ]),
  );
