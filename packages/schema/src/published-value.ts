import { EstimateRow } from './estimate-row.ts';
import { z } from './zod.ts';

/**
 * Where published values come from. `S…` are the sources of the project's survey notes; `recalled` is general knowledge that was read in
 * no source. The publication itself is named in words in every row.
 */
export const PublishedSourceKey = z.enum([
  'nhfpc-presentation-2017',
  'undp-project-document-2007',
  'yem-fact-sheet-2011',
  'S1',
  'S1b',
  'S12',
  'S12c',
  'S13',
  'S14',
  'S15',
  'S16',
  'S17',
  'S18',
  'S19',
  'S20',
  'S21',
  'S22',
  'S28',
  'S33',
  'S34',
  'S35',
  'S36',
  'S37',
  'S38',
  'S39',
  'S40',
  'S41',
  'S43',
  'S44',
  'S45',
  'S46',
  'S47',
  'S48',
  'S49',
  'S50',
  'S51',
  'S52',
  'S53',
  'S54',
  'S55',
  'recalled',
]);
export type PublishedSourceKey = z.infer<typeof PublishedSourceKey>;

const sourceKeys = (text: string): string[] => text.split(';');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const word = z.string().regex(/^[a-z0-9_]+$/);
const text = z.string().min(1);

/**
 * A row of `data/published/*.csv`: one figure printed elsewhere, kept as a comparator and never edited to fit.
 *
 * - `indicator` is the indicator of this project that the figure may stand beside; it is empty exactly where `comparable` is `no`.
 *   `measure` names what is printed, which may differ from it.
 * - `statistic` and `category` are those of `EstimateRow` (the category of a quantile is its probability), with a few that only print has.
 * - `relation` says how the true figure lies to `value`: a printed “under 70 %” has the value 0.7 and the relation `under`.
 * - `value` is in `unit`; shares lie between 0 and 1. `printed_value` is the figure's text, empty where it was not itself printed.
 * - `tolerance`, in `unit`: half a unit of the last printed digit, a whole one for a difference of two rounded figures; null for a bound,
 *   an approximate figure and a recalled one.
 * - `year` is the year of the data: empty where not stated, `2014+2016+2017` for pooled years, `2012-2017` for a span.
 * - `domain` and `level` are a breakdown of the row's own population (`all`/`all`, `industry`/`C`); `region_three` is east, central and west.
 * - `population_*` and `definition_*` say who is counted and what is measured.
 * - `comparable`: `same_definition`, `near`, or `no`; `comparable_note_*` say how population or definition differ from the monitoring survey's.
 * - `weighted`: whether the figure was weighted, as far as it is stated.
 * - `source_key` is one or more source keys joined by `;`, `source_*` the publication in words.
 * - `printed`: `printed` was read in a source, `derived` is arithmetic on printed figures, `recalled` was read nowhere and never to be charted.
 */
export const PublishedValue = z
  .strictObject({
    id: slug,
    indicator: z.union([word, z.literal('')]),
    measure: word,
    statistic: z.enum([
      ...EstimateRow.shape.statistic.options,
      'growth',
      'odds_ratio',
      'sample_size',
      'standard_deviation',
    ]),
    category: z.string(),
    relation: z.enum(['equal', 'about', 'at_least', 'at_most', 'over', 'under']),
    value: z.number(),
    unit: z.enum([
      'share',
      'yuan',
      'yuan_per_month',
      'years',
      'hours_per_day',
      'days_per_month',
      'months_per_year',
      'persons',
      'ten_thousand_persons',
      'million_persons',
      'hundred_million_persons',
      'square_metres',
      'score',
      'score_1_to_4',
      'ratio',
    ]),
    printed_value: z.string(),
    tolerance: z.number().positive().nullable(),
    year: z.string().regex(/^(\d{4}([+]\d{4})*|\d{4}-\d{4})?$/),
    domain: word,
    level: text,
    population_zh: text,
    population_en: text,
    definition_zh: text,
    definition_en: text,
    comparable: z.enum(['same_definition', 'near', 'no']),
    comparable_note_zh: text,
    comparable_note_en: text,
    weighted: z.enum(['yes', 'no', 'not_stated']),
    source_key: text,
    source_zh: text,
    source_en: text,
    printed: z.enum(['printed', 'derived', 'recalled']),
  })
  .superRefine((row, context) => {
    const broken = (path: keyof typeof row, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], input: row[path], message });
    const { comparable, indicator, printed, relation, tolerance, unit, value } = row;
    if (unit === 'share' && row.statistic !== 'growth' && (value < 0 || value > 1))
      broken('value', `a share lies between 0 and 1, got ${value}`);
    if ((comparable === 'no') !== (indicator === ''))
      broken('indicator', `name an indicator unless comparable is no; got "${indicator}" with ${comparable}`);
    if (printed === 'recalled' && comparable !== 'no')
      broken('comparable', 'a recalled value stands beside no estimate: comparable must be no');
    if ((printed === 'printed') !== (row.printed_value !== ''))
      broken('printed_value', `give the printed text if and only if printed is printed; got ${printed}`);
    if ((relation === 'equal' && printed !== 'recalled') !== (tolerance !== null))
      broken(
        'tolerance',
        `only an exact figure has a tolerance; got ${tolerance} with ${relation}, ${printed}`,
      );
    for (const key of sourceKeys(row.source_key))
      if (!PublishedSourceKey.safeParse(key).success) broken('source_key', `"${key}" is not a source key`);
  });
export type PublishedValue = z.infer<typeof PublishedValue>;

/** Column names of the files of published values, in file order. */
export const publishedColumns = Object.keys(PublishedValue.shape) as (keyof PublishedValue)[];

/**
 * A row of `data/published/province-population.csv`: population at the end of 2000 and 2010 in 10,000 persons, and the growth in per cent
 * as the presentation of November 2017 prints it. `province_code` is `all` for the whole country.
 */
export const ProvincePopulation = z.strictObject({
  province_code: z.string().regex(/^(all|\d{2})$/),
  name_zh: text,
  name_en: text,
  population_2000: z.number().int().positive(),
  population_2010: z.number().int().positive(),
  growth_printed: z.number(),
});
export type ProvincePopulation = z.infer<typeof ProvincePopulation>;

/** Column names of `province-population.csv`, in file order. */
export const provincePopulationColumns = Object.keys(
  ProvincePopulation.shape,
) as (keyof ProvincePopulation)[];
