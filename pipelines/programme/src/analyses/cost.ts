import {
  type CostAssumptions,
  codeLists,
  type Label,
  type ProgrammeFigure,
  programmeFigureColumns,
} from '@wavebook/schema';
import {
  countQuality,
  deltaMethod,
  domainCells,
  generalQuality,
  jointEstimates,
  kishDesignEffect,
} from '@wavebook/survey-stats';
import { figureRow, type Verdict } from '../results/figure-row.ts';
import type { Groups } from '../results/rows-by.ts';
import { numbersOr, texts, textsOr } from '../survey/columns.ts';
import { type Bar, baseOf, factorOf, tornadoOf } from './cost-tornado.ts';
import { everybody, groupsOf, occurring, type Source } from './source.ts';

/** A row of `cost.csv`: the employees of a group who are not in a scheme (`uninsured`), or what a year of their cover costs (`cost`). */
export interface CostRow extends ProgrammeFigure {
  readonly quantity: 'uninsured' | 'cost';
  readonly scheme: string;
  readonly domain: string;
  readonly level: string;
}

export const costColumns = [
  ...programmeFigureColumns,
  'quantity',
  'scheme',
  'domain',
  'level',
] as const satisfies readonly (keyof CostRow)[];

export interface CostOfCover {
  readonly rows: readonly CostRow[];
  /** The work-injury scheme with each assumption at its low and its high setting; empty where its cost may not be shown. */
  readonly tornado: readonly Bar[];
  readonly base: number;
}

/** What the questions say of each employee: whether answered, not in the scheme, not sure, and the pay of those not in it where known. */
function columnsOf({ records }: Source, variable: string) {
  const pay = numbersOr(records, 'monthly_income');
  const employee = textsOr(records, 'employment_status').map((status) => status === 'employee');
  const answer = texts(records, variable);
  const where = (holds: (row: number) => boolean, value?: Float64Array): Float64Array =>
    Float64Array.from(answer, (_, row) =>
      employee[row] && holds(row) ? ((value?.[row] as number | undefined) ?? 1) : 0,
    );
  const out = (row: number): boolean => answer[row] === 'no';
  const paid = (row: number): boolean => out(row) && !Number.isNaN(pay[row]);
  return {
    employees: where(() => true),
    answered: where((row) => answer[row] !== ''),
    out: where(out),
    notSure: where((row) => answer[row] === 'not_sure'),
    paid: where(paid),
    pay: where(paid, pay),
  };
}

const MILLION = 1e6;

/**
 * What it would cost to extend each scheme to the employees who are not in it, as a whole and by industry and province. Those without an
 * answer count as those with one, and those whose pay is not known as those whose pay is; whoever is not sure counts as the assumptions say.
 */
export function costOfCover(source: Source, assumptions: CostAssumptions): CostOfCover {
  const { records, design, wave } = source;
  const base = baseOf(assumptions);
  const groups: Groups[] = [
    everybody(records),
    groupsOf(records, 'industry', occurring(records, 'industry', 'industry')),
    groupsOf(records, 'province', occurring(records, 'province', 'province')),
  ];
  const count = (column: Float64Array, inside: (row: number) => boolean): number =>
    column.reduce((sum, value, row) => sum + (value > 0 && inside(row) ? 1 : 0), 0);
  let bars: readonly Bar[] = [];
  let whole = Number.NaN;
  const rows = assumptions.schemes.flatMap(({ scheme, label, variable, rate }): CostRow[] => {
    if (!records.columns.has(variable)) return [];
    const own = columnsOf(source, variable);
    const columns = [own.employees, own.answered, own.out, own.notSure, own.paid, own.pay];
    return groups.flatMap(({ domain, codes, levels }) => {
      const made = levels.flatMap((level, place): { rows: CostRow[]; n: number }[] => {
        const inside = (row: number): boolean => codes[row] === place;
        const [n, answered, paid] = [own.out, own.answered, own.paid].map((column) =>
          count(column, inside),
        ) as [number, number, number];
        if (n === 0) return [];
        const joint = jointEstimates(
          design,
          columns.map((y) => ({ kind: 'total' as const, y })),
          {
            domains: domainCells(
              design,
              codes.map((code) => (code === place ? 0 : -1)),
              1,
            ),
          },
        );
        const people = ([employees, all, out, unsure]: readonly number[], notSure: number): number =>
          ((employees as number) / (all as number)) * ((out as number) + notSure * (unsure as number));
        const yearly = (totals: readonly number[], factor: number, notSure: number): number =>
          (people(totals, notSure) * factor * (totals[5] as number)) / (totals[4] as number) / MILLION;
        const factor = factorOf(rate.base, base);
        const uninsured = deltaMethod(joint, (totals) => people(totals, base.not_sure), { ciMethod: 'log' });
        const cost = deltaMethod(joint, (totals) => yearly(totals, factor, base.not_sure), {
          ciMethod: 'log',
        });
        const weights = design.weight.filter((_, row) => own.out[row] === 1 && inside(row));
        const confidential = Math.min(n, answered - n) < 10;
        const counted = countQuality({ ...uninsured, n, kishDesignEffect: kishDesignEffect(weights) });
        const general = generalQuality({ n: paid, cv: cost.cv, df: cost.df });
        const verdictOf = ({ quality, rule, reason }: typeof counted): Verdict => ({
          quality,
          quality_rule: reason === 'none' ? rule : `${rule}:${reason}`,
          confidential,
        });
        if (scheme === 'work_injury' && domain === 'all') {
          whole = cost.estimate;
          const at = (setting: Record<string, number>): number =>
            yearly(
              Array.from(joint.estimate),
              factorOf(setting.rate ?? rate.base, { ...base, ...setting }),
              setting.not_sure ?? base.not_sure,
            );
          bars = confidential ? [] : tornadoOf(assumptions, rate, at, [cost.ciLow, cost.ciHigh]);
        }
        const row = (quantity: CostRow['quantity']): CostRow => ({
          ...figureRow(
            {
              id: [quantity, scheme, wave.instrument, wave.wave, domain, level].join('.'),
              of: within(wordsOf[quantity](label), domain, level),
              indicator: 'cost_of_cover',
              waves: [wave],
              unit: quantity === 'cost' ? 'million_yuan' : 'people',
            },
            { ...(quantity === 'cost' ? cost : uninsured), n },
            verdictOf(quantity === 'cost' ? general : counted),
          ),
          quantity,
          scheme,
          domain,
          level,
        });
        return [{ rows: [row('uninsured'), row('cost')], n }];
      });
      return withoutComplement(made).flatMap((level) => level.rows);
    });
  });
  return { rows, tornado: bars, base: whole };
}

const wordsOf: Readonly<Record<CostRow['quantity'], (scheme: Label) => Label>> = {
  uninsured: ({ zh, en }) => ({
    zh: `未参加${zh}的雇员人数`,
    en: `Employees who are not in ${en.toLowerCase()} insurance`,
  }),
  cost: ({ zh, en }) => ({
    zh: `未参加${zh}的雇员参保一年的成本`,
    en: `Cost of a year of ${en.toLowerCase()} insurance for the employees who are not in it`,
  }),
};

/** What a number is of, in a group. */
function within(of: Label, domain: string, level: string): Label {
  if (domain === 'all') return of;
  const group = codeLists[domain]?.codes.find(({ code }) => code === level)?.label;
  return { zh: `${of.zh}：${group?.zh ?? level}`, en: `${of.en}: ${group?.en ?? level}` };
}

/** A group that alone is withheld follows from the total and the others: the smallest of these is then withheld too. */
function withoutComplement(
  levels: readonly { rows: CostRow[]; n: number }[],
): readonly { rows: readonly CostRow[] }[] {
  const withheld = levels.filter(({ rows }) => rows.some(({ suppressed }) => suppressed));
  const [only] = withheld;
  if (withheld.length !== 1 || !only?.rows.some(({ confidential }) => confidential)) return levels;
  const smallest = levels
    .filter((level) => level !== only)
    .reduce<(typeof levels)[number] | undefined>((a, b) => (a && a.n <= b.n ? a : b), undefined);
  return levels.map((level) =>
    level === smallest
      ? {
          rows: level.rows.map((row) => ({
            ...row,
            quality_rule: 'total_less_the_others_is_confidential',
            confidential: true,
            suppressed: true,
          })),
        }
      : level,
  );
}
