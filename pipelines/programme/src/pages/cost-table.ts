import type { Table, TableRow } from '@wavebook/report';
import type { CostAssumptions, Label } from '@wavebook/schema';
import type { CostOfCover, CostRow } from '../analyses/cost.ts';
import { errorCell, programmeCell, say, sizeCell } from './cells.ts';
import {
  codeLabel,
  countColumn,
  errorColumn,
  estimateColumn,
  type Place,
  tableOf,
  textColumn,
  withoutEmpty,
} from './table-parts.ts';

/** The cost of extending cover: by scheme, and each scheme by industry and province. */
export function costTable(place: Place, { rows }: CostOfCover, { schemes, source }: CostAssumptions): Table {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const line = (label: Label, row: CostRow) => {
    const cost = byId.get(row.id.replace('uninsured.', 'cost.'));
    return {
      label,
      cells: [
        programmeCell(row),
        errorCell(row),
        programmeCell(cost),
        errorCell(cost),
        row.suppressed ? sizeCell(cost) : sizeCell(row),
      ],
    };
  };
  const people = rows.filter(({ quantity }) => quantity === 'uninsured');
  const schemeLabel = (code: string): Label =>
    schemes.find(({ scheme }) => scheme === code)?.label ?? say(code, code);
  const block = (scheme: string, domain: 'industry' | 'province'): TableRow[] => {
    const own = people.filter((row) => row.scheme === scheme && row.domain === domain);
    const label = schemeLabel(scheme);
    const by = domain === 'industry' ? say('按行业', 'by industry') : say('按省份', 'by province');
    return own.length === 0
      ? []
      : [
          { heading: say(`${label.zh}，${by.zh}`, `${label.en}, ${by.en}`) },
          ...withoutEmpty(own.map((row) => line(codeLabel(domain, row.level), row))),
        ];
  };
  return tableOf(
    place,
    say(
      '为未参保雇员扩大社会保险的年度成本',
      'Yearly cost of extending social insurance to employees not covered',
    ),
    [
      textColumn(say('险种与组别', 'Scheme and group')),
      estimateColumn(say('未参保人数', 'Not covered')),
      errorColumn(),
      estimateColumn(say('成本（百万元）', 'Cost (million yuan)')),
      errorColumn(),
      countColumn(say('n（未参保）', 'n (not covered)')),
    ],
    [
      { heading: say('各险种', 'By scheme') },
      ...withoutEmpty(
        people.filter(({ domain }) => domain === 'all').map((row) => line(schemeLabel(row.scheme), row)),
      ),
      ...schemes.flatMap(({ scheme }) => [...block(scheme, 'industry'), ...block(scheme, 'province')]),
    ],
    [
      say(
        `成本＝未参保人数 × 其平均月收入 × 缴费基数占工资的比例 × 费率 × 缴费月数 × 覆盖率 × (1＋工资增长)。未回答者按已回答者推算，收入未知者按已知者推算。区间只含抽样误差，假设的影响见图。假设：${source.zh}。`,
        `Cost = people not covered × their mean monthly pay × share of pay that is the contribution base × rate × months × take-up × (1 + growth of pay). Those without an answer are taken to be like those with one, and those whose pay is not known like the others. Intervals hold the sampling error alone; what hangs on the assumptions is in the figure. Assumptions: ${source.en}.`,
      ),
    ],
  );
}
