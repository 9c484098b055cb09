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

const nameOf = ({ trait }: TraitRule): string => `trait_${trait}`;

/** Type II by more than half of the traits; missing unless all are known. */
const typeBy = (traits: readonly string[]): Derivation => ({
  needs: traits,
  compute: (context, variable) => {
    const cells = traits.map((name) => cellsOf(context, name));
    return categoryCells(context.rows, levelsOf(variable), (row) => {
      const types = cells.map((own) => textAt(own, row));
      if (types.includes(null)) return { missing: 'missing' };
      const modern = types.filter((type) => type === 'type_2').length;
      return { code: modern > types.length / 2 ? 'type_2' : 'type_1' };
    });
  },
});

/** The derivations of an instrument's traits and of the type that they make, by the name of their variable. */
export function traitDerivations(instrument: string): Readonly<Record<string, Derivation>> {
  const rules = instrument === 'baseline-worker' ? baselineTraits : monitoringTraits;
  return {
    ...Object.fromEntries(rules.map((rule) => [nameOf(rule), traitOf(rule)])),
    migrant_type: typeBy(rules.map(nameOf)),
  };
}
