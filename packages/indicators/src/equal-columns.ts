import { type Covariate, dummyVariables } from '@wavebook/survey-stats';
import { independentColumns } from './independent-columns.ts';
import type { MeasuredGap } from './measured.ts';

interface KnownColumns {
  readonly group: MeasuredGap['group'];
  readonly enters: Float64Array;
  readonly columns: readonly Covariate[];
}

const known = new WeakMap<MeasuredGap['controls'], KnownColumns>();

/**
 * The right-hand side of a gap at equal characteristics: the group, then the controls on the rows that enter. Made once for all designs
 * that the same rows of a wave enter.
 */
export function equalColumns({ group, controls }: MeasuredGap, enters: Float64Array): readonly Covariate[] {
  const found = known.get(controls);
  if (found?.group === group && enters.every((own, row) => own === found.enters[row])) return found.columns;
  const columns = independentColumns(
    [
      { name: 'group', values: Float64Array.from(group, (code) => (code < 0 ? Number.NaN : 1 - code)) },
      ...controls.flatMap((control) =>
        'codes' in control ? classes(control, enters) : curve(control, enters),
      ),
    ],
    enters,
  );
  known.set(controls, { group, enters, columns });
  return columns;
}

/** The classes of a category that occur among the rows, one column each but for the first. */
const classes = (
  { name, codes, levels }: { name: string; codes: Int32Array; levels: readonly string[] },
  enters: Float64Array,
): Covariate[] => {
  const entering = new Set(codes.filter((_, row) => enters[row] === 1));
  const present = levels.filter((_, code) => entering.has(code));
  if (present.length < 2) return [];
  const place = levels.map((level) => present.indexOf(level));
  return dummyVariables({
    name,
    codes: codes.map((code) => (code < 0 ? -1 : (place[code] as number))),
    levels: present,
  });
};

/** A number about its mean, and its square, so that the two stand apart. */
const curve = (
  { name, values }: { name: string; values: Float64Array },
  enters: Float64Array,
): Covariate[] => {
  let sum = 0;
  let count = 0;
  values.forEach((value, row) => {
    if (enters[row] !== 1) return;
    sum += value;
    count += 1;
  });
  const centred = values.map((value) => value - sum / count);
  return [
    { name, values: centred },
    { name: `${name} squared`, values: centred.map((value) => value ** 2) },
  ];
};
