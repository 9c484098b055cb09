import type { EstimateRow, ManifestWave } from '@wavebook/schema';
import { codeLists } from '@wavebook/schema';
import { type SurveyDesign, surveyDesign } from '@wavebook/survey-stats';
import { numbersOf, type Table } from '@wavebook/tables';
import { type Groups, type Quantity, rowsBy } from '../results/rows-by.ts';
import { texts, textsOr } from '../survey/columns.ts';
import type { Round } from '../survey/round.ts';

/** A weighted sample on which the analyses work. */
export interface Source {
  readonly wave: ManifestWave;
  readonly records: Table;
  readonly design: SurveyDesign;
  /** The wave of the migrants, where they stand beside the residents of `wave`. */
  readonly migrants?: ManifestWave;
}

/** The units of a round of a baseline survey as a source, both arms together. */
export function roundSource({ wave, units }: Round): Source {
  return {
    wave,
    records: units,
    design: surveyDesign({
      weight: numbersOf(units, 'final_weight'),
      strata: texts(units, 'stratum'),
      psu: texts(units, 'psu'),
      lonelyPsu: 'average',
    }),
  };
}

/** Whether a row's answer is one of the codes: 1, 0, or NaN without an answer. */
export function indicatorOf(records: Table, variable: string, codes: readonly string[]): Float64Array {
  if (!records.columns.has(variable)) return new Float64Array(records.rows).fill(Number.NaN);
  return Float64Array.from(texts(records, variable), (value) =>
    value === '' ? Number.NaN : codes.includes(value) ? 1 : 0,
  );
}

/** Groups by the codes of a variable; `among` leaves rows out. */
export function groupsOf(
  records: Table,
  variable: string,
  levels: readonly string[],
  domain = variable,
  among?: (row: number) => boolean,
): Groups {
  const places = new Map(levels.map((level, i) => [level, i]));
  const codes = Int32Array.from(textsOr(records, variable), (value, row) =>
    among && !among(row) ? -1 : (places.get(value) ?? -1),
  );
  return { domain, codes, levels };
}

/** Everybody, or those for whom `among` holds. */
export function everybody(records: Table, domain = 'all', among?: (row: number) => boolean): Groups {
  return {
    domain,
    codes: Int32Array.from({ length: records.rows }, (_, row) => (among && !among(row) ? -1 : 0)),
    levels: ['all'],
  };
}

/** Codes of a list that occur in a column, in the order of the list. */
export function occurring(records: Table, variable: string, list: string): string[] {
  const seen = new Set(textsOr(records, variable));
  return (codeLists[list]?.codes ?? []).map(({ code }) => code).filter((code) => seen.has(code));
}

/** Collects rows by id, so that a table can print what the file holds. */
export class Rows {
  readonly all = new Map<string, EstimateRow>();

  /** Takes rows that were estimated elsewhere. */
  take(rows: readonly EstimateRow[]): void {
    for (const row of rows) this.all.set(row.id, row);
  }

  /**
   * Estimates the parts of a whole, such as the answers to a question, in groups: category → level → row. Where one part of a group alone may
   * show a person, it would follow from the others, which add up to one: the smallest of these is then withheld too.
   */
  addParts(
    source: Source,
    parts: readonly (Quantity & { readonly category: string })[],
    groups: Groups,
  ): ReadonlyMap<string, ReadonlyMap<string, EstimateRow>> {
    const found = parts.map((part) => rowsBy(source.wave, source.design, part, groups));
    const closed = groups.levels.flatMap((level) =>
      withoutRemainder(found.flatMap((rows) => rows.filter((row) => row.level === level))),
    );
    this.take(closed);
    return new Map(
      parts.map(({ category }) => [
        category,
        new Map(closed.flatMap((row) => (row.category === category ? [[row.level, row] as const] : []))),
      ]),
    );
  }

  /** Estimates a quantity in groups, and gives the rows by level. */
  add({ wave, design }: Source, quantity: Quantity, groups: Groups): ReadonlyMap<string, EstimateRow> {
    const rows = rowsBy(wave, design, quantity, groups);
    this.take(rows);
    return new Map(rows.map((row) => [row.level, row]));
  }
}

/** Parts of one whole, of which none that is withheld follows from the others. */
function withoutRemainder(parts: readonly EstimateRow[]): readonly EstimateRow[] {
  const withheld = parts.filter(({ suppressed }) => suppressed);
  if (withheld.length !== 1 || !withheld[0]?.confidential) return parts;
  const shown = parts.filter(({ suppressed, estimate }) => !suppressed && (estimate ?? 0) > 0);
  const smallest = shown.toSorted((a, b) => (a.estimate ?? 0) - (b.estimate ?? 0))[0];
  return parts.map((part) =>
    part === smallest
      ? { ...part, confidential: true, suppressed: true, quality_rule: 'one_less_the_others_is_confidential' }
      : part,
  );
}
