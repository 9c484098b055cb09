import { type Breakdown, breakdownOf, calibrationColumns } from '@wavebook/indicators';
import { CalibrationRecord, type Snapshot, type WeightDiagnostics } from '@wavebook/schema';
import { calibrate, kishDesignEffect, surveyDesign } from '@wavebook/survey-stats';
import { type Column, DataError, numbersOf, type Table, table, textColumn, textOf } from '@wavebook/tables';
import type { ControlMargin } from './read-controls.ts';

export interface WeightedRecords {
  readonly respondents: Table;
  readonly members: Table;
  readonly calibration: CalibrationRecord;
  readonly diagnostics: WeightDiagnostics;
}

const summary = (weight: Float64Array): WeightDiagnostics['base_weight'] => {
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (const w of weight) {
    sum += w;
    if (w < min) min = w;
    if (w > max) max = w;
  }
  const deff = kishDesignEffect(weight);
  return { sum, min, max, kish_deff: deff, effective_n: weight.length / deff };
};

/**
 * Ids of the design, joined over its variables. Under the sampled design an empty one is an error; under a fallback the records whose
 * place is not known form a cluster of their own in their stratum, counted in the diagnostics.
 */
const designIds = (
  records: Table,
  names: readonly string[],
  role: 'stratum' | 'PSU',
  mayBeUnknown: boolean,
): { ids: string[]; unknown: number } => {
  const columns = names.map((name) => textOf(records, name));
  let unknown = 0;
  const ids = Array.from({ length: records.rows }, (_, row) => {
    const parts = columns.map((c) => c.levels[c.codes[row] as number]);
    if (!parts.includes(undefined)) return parts.join(':');
    unknown += 1;
    return 'unknown';
  });
  if (unknown > 0 && !mayBeUnknown)
    throw new DataError(
      `${role} (${names.join(', ')}) is empty in ${unknown} of ${records.rows} records; name other variables under design in snapshot.json`,
    );
  return { ids, unknown };
};

const sumBy = (weight: Float64Array, { codes, levels }: Breakdown): number[] => {
  const sums = levels.map(() => 0);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code >= 0) sums[code] = (sums[code] as number) + (weight[row] as number);
  }
  return sums;
};

const marginRecord = (records: Table, base: Float64Array, control: ControlMargin) => {
  const breakdown = breakdownOf(records, control.name);
  if (!breakdown)
    throw new DataError(`calibration margin "${control.name}": the records have no such variable`);
  const levels = [...control.totals.keys()];
  const absent = levels.filter((level) => !breakdown.levels.includes(level));
  if (absent.length > 0)
    throw new DataError(
      `calibration margin "${control.name}": no respondent has ${absent.map((l) => `"${l}"`).join(', ')}; merge these levels in the controls`,
    );
  const without = breakdown.levels.filter((level) => !control.totals.has(level));
  if (without.length > 0)
    throw new DataError(
      `calibration margin "${control.name}": the controls have no total for ${without.map((l) => `"${l}"`).join(', ')}`,
    );
  const before = sumBy(base, breakdown);
  const known = before.reduce((a, b) => a + b, 0);
  const column = `calibration_${control.name.replaceAll(':', '_')}`;
  const text: Column = { kind: 'text', codes: breakdown.codes, levels: breakdown.levels };
  return {
    column: [column, text] as const,
    margin: {
      name: control.name,
      column,
      unknown_rows: breakdown.codes.reduce((count, code) => count + (code < 0 ? 1 : 0), 0),
      levels: levels.map((level) => {
        const sum = before[breakdown.levels.indexOf(level)] as number;
        return {
          level,
          total: control.totals.get(level) as number,
          before: sum,
          after: sum,
          share: sum / known,
        };
      }),
    },
  };
};

const miss = (margins: CalibrationRecord['margins'], when: 'before' | 'after'): number =>
  Math.max(...margins.flatMap((m) => m.levels.map((l) => Math.abs(l[when] - l.total) / l.total)));

/** Household weight of each member: the respondent's final weight over the eligible members (in the wave's age window, living here). */
const householdWeights = (
  respondents: Table,
  members: Table,
  final: Float64Array,
  window: readonly [number, number | null],
): Float64Array => {
  const ids = textOf(respondents, 'respondent_id');
  const weightOf = new Map(
    Array.from(ids.codes, (code, row) => [ids.levels[code] ?? '', final[row] as number]),
  );
  const owner = textOf(members, 'respondent_id');
  const number = numbersOf(members, 'member_number');
  const age = members.columns.has('age') ? numbersOf(members, 'age') : undefined;
  const residence = members.columns.has('residence') ? textOf(members, 'residence') : undefined;
  const eligible = new Map<string, number>();
  for (let row = 0; row < members.rows; row++) {
    const here = number[row] === 1 || residence?.levels[residence.codes[row] as number] === 'here';
    const years = age?.[row] ?? Number.NaN;
    const inWindow =
      number[row] === 1 || (years >= window[0] && years <= (window[1] ?? Number.POSITIVE_INFINITY));
    const id = owner.levels[owner.codes[row] as number] ?? '';
    if (here && inWindow) eligible.set(id, (eligible.get(id) ?? 0) + 1);
  }
  return Float64Array.from(owner.codes, (code) => {
    const id = owner.levels[code] ?? '';
    return (weightOf.get(id) ?? Number.NaN) / Math.max(1, eligible.get(id) ?? 1);
  });
};

/**
 * Weight of what belongs to a unit in a file of its own: that of the unit, the first column of the file. A child can be told of by both
 * parents where they live together, so it then has half the weight of one.
 */
const sideWeights = (respondents: Table, members: Table, final: Float64Array): Float64Array => {
  const [key] = members.columns.keys();
  if (key === undefined) return new Float64Array(members.rows);
  const ids = textOf(respondents, key);
  const spouse = respondents.columns.has('spouse_here') ? textOf(respondents, 'spouse_here') : undefined;
  const weightOf = new Map(
    Array.from(ids.codes, (code, row) => {
      const both = spouse?.levels[spouse.codes[row] as number] === 'yes';
      return [ids.levels[code] ?? '', (final[row] as number) / (both ? 2 : 1)];
    }),
  );
  const owner = textOf(members, key);
  return Float64Array.from(owner.codes, (code) => weightOf.get(owner.levels[code] ?? '') ?? Number.NaN);
};

/**
 * Weights the clean records of a wave: base weight and design ids by the snapshot's settings, calibration to the controls if there are
 * any, and household weights for members. Rows whose margin level is unknown enter with the margin's weighted shares.
 */
export function weightWave(
  respondents: Table,
  members: Table,
  snapshot: Snapshot,
  ageWindow: readonly [number, number | null],
  controls: { file: string; margins: readonly ControlMargin[] } | undefined,
): WeightedRecords {
  const settings = snapshot.design;
  const base = numbersOf(respondents, settings.weight);
  const strata = designIds(respondents, settings.strata, 'stratum', false).ids;
  const { ids: psu, unknown } = designIds(respondents, settings.psu, 'PSU', settings.name !== 'as_sampled');
  const design = surveyDesign({ weight: base, strata, psu, lonelyPsu: settings.lonely_psu });

  const parts = controls?.margins.map((control) => marginRecord(respondents, base, control)) ?? [];
  const columns = new Map<string, Column>(parts.map(({ column }) => column));
  const withColumns = table(respondents.rows, [...respondents.columns, ...columns], respondents.labels);
  let final = base;
  let margins = parts.map(({ margin }) => margin);
  if (controls && settings.controls) {
    const totals = margins.flatMap((m) => m.levels.map((l) => l.total));
    const result = calibrate(design, {
      x: calibrationColumns(withColumns, margins),
      totals,
      kind: settings.controls.method === 'rake' ? 'raking' : settings.controls.method,
    });
    final = result.weight;
    let next = 0;
    const after = calibrationColumns(withColumns, margins).map((x) =>
      x.reduce((sum, v, row) => sum + v * (final[row] as number), 0),
    );
    margins = margins.map((m) => ({
      ...m,
      levels: m.levels.map((l) => ({ ...l, after: after[next++] as number })),
    }));
  }
  const calibration: CalibrationRecord = CalibrationRecord.parse({
    method: controls ? (settings.controls?.method ?? 'none') : 'none',
    controls: controls?.file ?? null,
    margins,
  });
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  final.forEach((w, row) => {
    const g = w / (base[row] as number);
    if (g < low) low = g;
    if (g > high) high = g;
  });
  const own = new Map([...withColumns.columns].filter(([name]) => name !== 'stratum' && name !== 'psu'));
  return {
    respondents: table(
      respondents.rows,
      [
        ...own,
        ['base_weight', { kind: 'number', values: base }],
        ['final_weight', { kind: 'number', values: final }],
        ['stratum', textColumn(strata)],
        ['psu', textColumn(psu)],
      ],
      respondents.labels,
    ),
    members: table(
      members.rows,
      [
        ...members.columns,
        [
          'household_weight',
          {
            kind: 'number',
            values: members.columns.has('member_number')
              ? householdWeights(respondents, members, final, ageWindow)
              : sideWeights(respondents, members, final),
          },
        ],
      ],
      members.labels,
    ),
    calibration,
    diagnostics: {
      respondents: respondents.rows,
      base_weight: summary(base),
      final_weight: summary(final),
      g: { min: low, max: high },
      largest_discrepancy:
        margins.length > 0 ? { before: miss(margins, 'before'), after: miss(margins, 'after') } : null,
      strata: design.strata,
      psus: design.psus,
      unknown_psu: unknown,
      lonely_strata: design.psusPerStratum.reduce((count, n) => count + (n === 1 ? 1 : 0), 0),
    },
  };
}
