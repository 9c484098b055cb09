import type { Condition } from '@wavebook/schema';
import type { Answers } from '../population/answers.ts';
import { cellCount } from './cells.ts';
import { inUniverse } from './condition.ts';

type Value = string | number;

/** The answers to one question in one universe: for each value, people by cell. */
interface ValueTable {
  readonly variable: string;
  readonly people: Map<Value, Uint32Array>;
}

/** Totals of two numbers that were both answered in one universe, and those people, by cell. */
interface PairTable {
  readonly variable: string;
  readonly denominator: string;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly people: Float64Array;
}

interface Universe {
  readonly conditions: readonly Condition[];
  readonly values: ValueTable[];
  readonly pairs: PairTable[];
}

/** Counts a population once for all figures that are made of the same answers. */
export interface ValueTables {
  values(universe: readonly Condition[], variable: string): ValueTable;
  pairs(universe: readonly Condition[], variable: string, denominator: string): PairTable;
  /** Takes in a person; `cell` is the person's cell (see `cellOfAnswers`). */
  add(answers: Answers, cell: number): void;
}

export function valueTables(): ValueTables {
  const universes = new Map<string, Universe>();
  const universe = (conditions: readonly Condition[]): Universe => {
    const key = JSON.stringify(conditions);
    const known = universes.get(key) ?? { conditions, values: [], pairs: [] };
    universes.set(key, known);
    return known;
  };
  return {
    values(conditions, variable) {
      const { values } = universe(conditions);
      let table = values.find((known) => known.variable === variable);
      if (!table) {
        table = { variable, people: new Map() };
        values.push(table);
      }
      return table;
    },
    pairs(conditions, variable, denominator) {
      const table = {
        variable,
        denominator,
        top: new Float64Array(cellCount),
        bottom: new Float64Array(cellCount),
        people: new Float64Array(cellCount),
      };
      universe(conditions).pairs.push(table);
      return table;
    },
    add(answers, cell) {
      for (const { conditions, values, pairs } of universes.values()) {
        if (!inUniverse(conditions, answers)) continue;
        for (const { variable, people } of values) {
          const value = answers[variable];
          if (value === null || value === undefined) continue;
          let cells = people.get(value);
          if (!cells) {
            cells = new Uint32Array(cellCount);
            people.set(value, cells);
          }
          cells[cell] = (cells[cell] as number) + 1;
        }
        for (const { variable, denominator, top, bottom, people } of pairs) {
          const above = answers[variable] ?? null;
          const below = answers[denominator] ?? null;
          if (above === null || below === null) continue;
          top[cell] = (top[cell] as number) + Number(above);
          bottom[cell] = (bottom[cell] as number) + Number(below);
          people[cell] = (people[cell] as number) + 1;
        }
      }
    },
  };
}

/** The values of a table and the people of some cells who gave them, least value first. */
export function distribution({ people }: ValueTable, cells: readonly number[]): [Value, number][] {
  const pooled: [Value, number][] = [];
  for (const [value, counts] of people) {
    let sum = 0;
    for (const cell of cells) sum += counts[cell] as number;
    if (sum > 0) pooled.push([value, sum]);
  }
  return pooled.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
