import { numberCell, type Table, textCell } from '@wavebook/report';
import type { NotRecomputed, Recomputed } from '../analyses/recomputed.ts';
import { say } from './cells.ts';
import { numberColumn, type Place, tableOf, textColumn } from './table-parts.ts';

const units: Readonly<Record<Recomputed['unit'], string>> = {
  per_cent: '%',
  usd: 'USD',
  thousand_usd: 'USD 1,000',
};

/** Printed numbers made again. */
export function recomputedTable(place: Place, made: readonly Recomputed[]): Table {
  const decimals = ({ unit }: Recomputed): number => (unit === 'usd' ? 0 : 2);
  return tableOf(
    place,
    say('可重算的印出数字', 'Printed numbers made again'),
    [
      textColumn(say('内容', 'What'), 44),
      textColumn(say('单位', 'Unit'), 10),
      numberColumn(say('印出', 'Printed')),
      numberColumn(say('重算', 'Made again')),
      textColumn(say('是否一致', 'Agrees'), 12),
      textColumn(say('资料', 'Source'), 24),
    ],
    made.map((row) => ({
      cells: [
        textCell(row.what),
        textCell(units[row.unit]),
        numberCell(row.printed, decimals(row)),
        numberCell(row.made, decimals(row)),
        textCell(row.agrees ? say('一致', 'yes') : say('不一致', 'no')),
        textCell(row.source),
      ],
    })),
    [
      say(
        '一致：相差不超过印出末位的半个单位。增长率的重算以印出的万人数为准；不一致者印出值可能由未四舍五入的人数算出，资料未说明。YEM的两处拨款合计都少20,000美元，资料未说明差在何处。',
        'Agrees: within half a unit of the last printed digit. Growth is made again from the printed numbers of 10,000 people; a rate that does not agree may have been made from numbers before rounding, which the source does not say. Both sums of the YEM disbursements fall short by the same USD 20,000; the source does not say of what.',
      ),
    ],
  );
}

/** Printed numbers that cannot be made again. */
export function notRecomputedTable(place: Place, not: readonly NotRecomputed[]): Table {
  return tableOf(
    place,
    say('不能重算的印出数字及原因', 'Printed numbers that cannot be made again, and why'),
    [
      textColumn(say('内容', 'What'), 44),
      textColumn(say('原因', 'Reason'), 44),
      textColumn(say('资料', 'Source'), 24),
    ],
    not.map((row) => ({ cells: [textCell(row.what), textCell(row.reason), textCell(row.source)] })),
  );
}
