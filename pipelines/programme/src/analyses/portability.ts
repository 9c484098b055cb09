import { type EstimateRow, provinceRegions } from '@wavebook/schema';
import { texts } from '../survey/round.ts';
import { everybody, type Rows, type Source } from './source.ts';

/** Where pension and medical insurance together are held. `other`: elsewhere alone, or not known of one of them. */
const holdings = ['destination', 'both', 'origin', 'neither', 'other'] as const;
type Holding = (typeof holdings)[number];

export interface Portability {
  readonly all: readonly EstimateRow[];
  /** Share who hold any at the destination, by region of origin and of destination. */
  readonly atDestination: ReadonlyMap<string, EstimateRow>;
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
}

const regions = ['east', 'central', 'west', 'north_east'];

function holdingOf(answers: readonly (readonly [insured: string, place: string])[]): Holding | '' {
  if (answers.some(([insured]) => insured === '')) return '';
  if (answers.every(([insured]) => insured === 'no')) return 'neither';
  const places = new Set(answers.filter(([insured]) => insured === 'yes').map(([, place]) => place));
  if (places.has('destination') && places.has('origin')) return 'both';
  if (places.has('destination')) return 'destination';
  return places.has('origin') ? 'origin' : 'other';
}

/** Whether insurance is held at the destination, at the origin, at both or at neither, for workers of a round. */
export function portabilityOf(source: Source, rows: Rows): Portability {
  const { records } = source;
  const column = (name: string): string[] => texts(records, name);
  const [pension, pensionPlace, medical, medicalPlace] = [
    'pension_insured',
    'pension_place',
    'medical_insured',
    'medical_place',
  ].map(column) as [string[], string[], string[], string[]];
  const holding = pension.map((own, row) =>
    holdingOf([
      [own, pensionPlace[row] as string],
      [medical[row] as string, medicalPlace[row] as string],
    ]),
  );
  const share = (wanted: readonly string[]) =>
    Float64Array.from(holding, (own) => (own === '' ? Number.NaN : wanted.includes(own) ? 1 : 0));
  const all = holdings.flatMap((category) => [
    ...rows
      .add(
        source,
        { id: 'insurance_held', unit: 'share', y: share([category]), category },
        everybody(records),
      )
      .values(),
  ]);
  const region = (name: string): string[] =>
    column(name).map((code) => (provinceRegions as Readonly<Record<string, string>>)[code] ?? '');
  const [from, to] = [region('hukou_province'), region('province')];
  const origins = regions.filter((code) => from.includes(code));
  const destinations = regions.filter((code) => to.includes(code));
  const levels = origins.flatMap((one) => destinations.map((two) => `${one}:${two}`));
  const places = new Map(levels.map((level, i) => [level, i]));
  const codes = Int32Array.from(from, (one, row) => places.get(`${one}:${to[row]}`) ?? -1);
  const atDestination = rows.add(
    source,
    { id: 'insurance_held', unit: 'share', y: share(['destination', 'both']), category: 'destination_any' },
    { domain: 'origin_region:destination_region', codes, levels },
  );
  return { all, atDestination, origins, destinations };
}
