import type { CodeList } from '../code-list.ts';
import type { Indicator } from '../indicator.ts';
import type { IndicatorDefinition } from '../indicator-definition.ts';
import type { Variable } from '../variable.ts';
import { z } from '../zod.ts';
import { canonical } from './canonical.ts';
import type { Contract, ContractVariable } from './contract.ts';

/** What a contract is made from: the registries of the package. */
export interface ContractSource {
  readonly instruments: readonly {
    readonly id: string;
    readonly records: readonly {
      readonly name: string;
      readonly key: readonly string[];
      readonly variables: readonly Variable[];
    }[];
  }[];
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly indicators: readonly (Indicator | IndicatorDefinition)[];
  readonly rows: Readonly<Record<string, { readonly version: number; readonly schema: z.ZodObject }>>;
  readonly codebooks: readonly {
    readonly name: string;
    readonly instrument: string;
    readonly wave: string;
  }[];
}

/**
 * The contract of a version: what other teams may rely on, as plain data in a fixed order, ready to be written to `contract/<version>.json`.
 *
 * @example describeContract('1.2.0', source).code_lists.sex?.codes[0] // ['male', '男', 'Men']
 */
export function describeContract(version: string, source: ContractSource): Contract {
  return {
    format: 1,
    version,
    instruments: sorted(
      source.instruments.map(({ id, records }) => [
        id,
        sorted(
          records.map(({ name, key, variables }) => [
            name,
            { key: [...key], variables: sorted(variables.map((v) => [v.name, described(v)])) },
          ]),
        ),
      ]),
    ),
    code_lists: sorted(
      Object.values(source.codeLists).map(({ id, label, ordered, codes }) => [
        id,
        { label, ordered, codes: codes.map(({ code, label: { zh, en } }) => [code, zh, en]) },
      ]),
    ),
    indicators: sorted(
      source.indicators.map((indicator) => {
        const { id, topic, label, definition } = indicator;
        return [id, { topic, label, definition, meaning: canonical(meaningOf(indicator)) }];
      }),
    ),
    rows: sorted(
      Object.entries(source.rows).map(([name, { version, schema }]) => [
        name,
        { version, columns: columnTypes(schema) },
      ]),
    ),
    codebooks: sorted(source.codebooks.map(({ name, instrument, wave }) => [name, { instrument, wave }])),
  };
}

function meaningOf(indicator: Indicator | IndicatorDefinition): object {
  const { unit, direction } = indicator;
  if (!('measure' in indicator)) return { status: indicator.status, unit, direction };
  const { universe, measure, dont_know } = indicator;
  return { universe, measure, unit, direction, dont_know };
}

function described({
  label,
  kind,
  codes,
  unit,
  range,
  universe,
  missing,
}: Variable & {
  missing?: ContractVariable['missing'];
}): ContractVariable {
  return {
    label,
    kind,
    ...(codes === undefined ? {} : { codes }),
    ...(unit === undefined ? {} : { unit }),
    ...(range === undefined ? {} : { range }),
    ...(universe === undefined ? {} : { universe }),
    ...(missing === undefined ? {} : { missing: [...missing].sort() }),
  };
}

function columnTypes(schema: z.ZodObject): [string, string][] {
  const { properties = {} } = z.toJSONSchema(schema);
  return Object.entries(properties).map(([name, type]) => [name, canonical(type)]);
}

const sorted = <T>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
