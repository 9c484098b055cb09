import { codeLists, respondentVariables } from '@wavebook/schema';
import { type MemberShare, memberCounts } from '../truth/member-counts.ts';
import { buildFrame, type Frame, type FrameOptions } from './frame.ts';
import { generatePoint } from './point.ts';

/**
 * A whole population in memory, person by person. Households of point `p` stand at `firstHousehold[p]` to `firstHousehold[p + 1]`, the
 * eligible people of household `h` at `firstPerson[h]` to `firstPerson[h + 1]`. `columns` holds the asked-for canonical variables:
 * numbers as they are, categories as places in `categories`, NaN where there is no answer.
 */
export interface Population {
  readonly frame: Frame;
  readonly firstHousehold: Uint32Array;
  readonly firstPerson: Uint32Array;
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /**
   * For each asked-for share of household members, person by person: the members whom the person lists that count, and those out of
   * which they count, both over the household's eligible people. Their totals over all persons count each member once.
   */
  readonly members: Readonly<Record<string, { readonly counted: Float64Array; readonly of: Float64Array }>>;
}

export interface PopulationOptions extends FrameOptions {
  /** Canonical variables to keep, derived ones too. */
  readonly variables: readonly string[];
  /** Shares of household members to keep, by name. */
  readonly memberShares?: Readonly<Record<string, MemberShare>>;
}

/** Codes of a category variable in the order of its code list; none for a number. */
function codesOf(name: string): readonly string[] | null {
  const variable = respondentVariables.find((v) => v.name === name);
  if (!variable || variable.kind === 'text')
    throw new Error(`generatePopulation: expected category or number variables of the schema, got "${name}"`);
  return variable.codes === undefined
    ? null
    : (codeLists[variable.codes]?.codes.map(({ code }) => code) ?? null);
}

/**
 * Generates all people of a wave's population and keeps the asked-for variables.
 *
 * @example generatePopulation({ wave: '2017', seed: DEFAULT_SEED, variables: ['province', 'medical_insured'] })
 */
export function generatePopulation({
  variables,
  memberShares = {},
  ...options
}: PopulationOptions): Population {
  const frame = buildFrame(options);
  const codes = variables.map(codesOf);
  const places = codes.map((list) => list && new Map(list.map((code, i) => [code, i])));
  const values: number[][] = variables.map(() => []);
  const shares = Object.entries(memberShares).map(([name, measure]) => ({
    name,
    measure,
    counted: [] as number[],
    of: [] as number[],
  }));
  const firstHousehold = new Uint32Array(frame.points.length + 1);
  const firstPerson = [0];
  let people = 0;
  frame.points.forEach((point, p) => {
    for (const answering of generatePoint(frame, point)) {
      const { answers, household } = answering;
      for (const share of shares)
        for (const respondent of household.eligible) {
          const { counted, of } = memberCounts(answering, respondent, share.measure);
          share.counted.push(counted / answers.length);
          share.of.push(of / answers.length);
        }
      for (const person of answers)
        variables.forEach((name, v) => {
          const value = person[name] ?? null;
          const place = value === null ? Number.NaN : (places[v]?.get(String(value)) ?? Number(value));
          values[v]?.push(place);
        });
      people += answers.length;
      firstPerson.push(people);
    }
    firstHousehold[p + 1] = firstPerson.length - 1;
  });
  return {
    frame,
    firstHousehold,
    firstPerson: Uint32Array.from(firstPerson),
    columns: Object.fromEntries(variables.map((name, v) => [name, Float64Array.from(values[v] as number[])])),
    categories: Object.fromEntries(variables.flatMap((name, v) => (codes[v] ? [[name, codes[v]]] : []))),
    members: Object.fromEntries(
      shares.map(({ name, counted, of }) => [
        name,
        { counted: Float64Array.from(counted), of: Float64Array.from(of) },
      ]),
    ),
  };
}
