import { type EstimateRow, provinceRegions } from '@wavebook/schema';
import { textsOr } from '../survey/columns.ts';
import { everybody, type Rows, type Source } from './source.ts';

/** Where the insurances that a survey asks for are held together. `other`: elsewhere alone, or not known of one of them. */
export const holdings = ['destination', 'both', 'origin', 'neither', 'other'] as const;
export type Holding = (typeof holdings)[number];

export interface Portability {
  /** The schemes whose place a survey asks for. */
  readonly schemes: readonly ('pension' | 'medical')[];
  readonly all: readonly EstimateRow[];
  /** Shares of each holding by region of origin and of destination: `category` → `origin:destination` → row. */
  readonly flows: ReadonlyMap<string, ReadonlyMap<string, EstimateRow>>;
  /** Share who hold any at the destination, by `origin:destination`. */
  readonly atDestination: ReadonlyMap<string, EstimateRow>;
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
}

const regions = ['east', 'central', 'west', 'north_east'];

/** Questions on whether a scheme is held, and where, as the surveys call them. */
const questions: readonly (readonly [
  scheme: 'pension' | 'medical',
  insured: string,
  places: readonly string[],
])[] = [
  ['pension', 'pension_insured', ['pension_place']],
  ['medical', 'medical_insured', ['medical_place', 'enrolment_place']],
];

/** Where somebody's insurances are held, from whether and where each is; empty where one is not known. */
function holdingOf(answers: readonly (readonly [insured: string, place: string])[]): Holding | '' {
  if (answers.some(([insured]) => insured === '')) return '';
  if (answers.every(([insured]) => insured === 'no')) return 'neither';
  const places = new Set(answers.filter(([insured]) => insured === 'yes').map(([, place]) => place));
  if (places.has('destination') && places.has('origin')) return 'both';
  if (places.has('destination')) return 'destination';
  return places.has('origin') ? 'origin' : 'other';
}

/** Whether insurance is held at the destination, at the origin, at both or at neither; undefined where a survey asks for no place. */
export function portabilityOf(source: Source, rows: Rows): Portability | undefined {
  const { records } = source;
  const column = (name: string): string[] => textsOr(records, name);
  const asked = questions.flatMap(([scheme, insured, places]) => {
    const place = places.find((name) => records.columns.has(name));
    if (place === undefined || !records.columns.has(insured)) return [];
    const where = column(place);
    return where.some((value) => value !== '') ? [{ scheme, insured: column(insured), where }] : [];
  });
  if (asked.length === 0) return undefined;
  const holding = Array.from({ length: records.rows }, (_, row) =>
    holdingOf(asked.map(({ insured, where }) => [insured[row] as string, where[row] as string])),
  );
  const held = (category: string, wanted: readonly string[] = [category]) => ({
    id: 'insurance_held',
    unit: 'share',
    y: Float64Array.from(holding, (own) => (own === '' ? Number.NaN : wanted.includes(own) ? 1 : 0)),
    category,
  });
  const possible = holdings.filter((category) => asked.length > 1 || category !== 'both');
  const region = (name: string): string[] =>
    column(name).map((code) => (provinceRegions as Readonly<Record<string, string>>)[code] ?? '');
  const [from, to] = [region('hukou_province'), region('province')];
  const origins = regions.filter((code) => from.includes(code));
  const destinations = regions.filter((code) => to.includes(code));
  const levels = origins.flatMap((one) => destinations.map((two) => `${one}:${two}`));
  const places = new Map(levels.map((level, i) => [level, i]));
  const codes = Int32Array.from(from, (one, row) => places.get(`${one}:${to[row]}`) ?? -1);
  const flows = { domain: 'origin_region:destination_region', codes, levels };
  return {
    schemes: asked.map(({ scheme }) => scheme),
    all: [
      ...rows
        .addParts(
          source,
          possible.map((category) => held(category)),
          everybody(records),
        )
        .values(),
    ].flatMap((levels) => [...levels.values()]),
    flows: rows.addParts(
      source,
      possible.map((category) => held(category)),
      flows,
    ),
    atDestination: rows.add(source, held('destination_any', ['destination', 'both']), flows),
    origins,
    destinations,
  };
}
