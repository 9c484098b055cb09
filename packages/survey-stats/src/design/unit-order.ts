import { firstsOf, rowNumbers, sortByKey } from './counting-sort.ts';
import type { SurveyDesign } from './survey-design.ts';

type Units = Pick<SurveyDesign, 'rows' | 'unit' | 'stages' | 'stratum' | 'strata'>;

interface UnitOrder {
  readonly rows: Int32Array;
  /** whether the rows stand in it already */
  readonly isOwn: boolean;
  /** stratum → where its rows start in this order; the number of rows behind the last */
  readonly rowOfStratum: Int32Array;
}

/** Calibrated designs share it with the design they came from. */
const known = new WeakMap<Int32Array, UnitOrder>();

/** Rows in the order stratum, PSU, later units, row. */
export function unitOrder({ rows, unit, stages, stratum, strata }: Units): UnitOrder {
  let order = known.get(unit);
  if (!order) {
    const isOwn = isAscending(unit);
    const own = rowNumbers(rows);
    order = {
      rows: isOwn ? own : sortByKey(own, unit, stages.at(-1)?.units ?? 0),
      isOwn,
      rowOfStratum: firstsOf(stratum, strata),
    };
    known.set(unit, order);
  }
  return order;
}

function isAscending(unit: Int32Array): boolean {
  for (let row = 1; row < unit.length; row++) if (unit[row]! < unit[row - 1]!) return false;
  return true;
}
