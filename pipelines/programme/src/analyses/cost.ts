import type { CostAssumptions } from '@wavebook/schema';
import { domainCells, surveyTotal } from '@wavebook/survey-stats';
import type { Groups } from '../results/rows-by.ts';
import { numbersOr, texts } from '../survey/round.ts';
import { everybody, groupsOf, occurring, type Source } from './source.ts';

/** The yearly cost of a scheme for a group: number uninsured, their monthly pay, and what follows, each with its sampling error. */
export interface CostRow {
  readonly id: string;
  readonly scheme: string;
  readonly domain: string;
  readonly level: string;
  readonly uninsured: number;
  readonly uninsuredSe: number;
  readonly cost: number;
  readonly costSe: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly df: number;
}

export const costColumns = [
  'id',
  'scheme',
  'domain',
  'level',
  'uninsured',
  'uninsuredSe',
  'cost',
  'costSe',
  'low',
  'high',
  'n',
  'df',
] as const satisfies readonly (keyof CostRow)[];

type Settings = Omit<CostAssumptions, 'source' | 'schemes'>;

/** Yuan a year for each yuan of monthly pay of the uninsured. */
const factorOf = (
  rate: number,
  { base_share, take_up, months, pay_growth }: Record<keyof Settings, number>,
): number => rate * base_share * take_up * months * (1 + pay_growth);

const baseOf = ({ base_share, take_up, months, pay_growth }: Settings): Record<keyof Settings, number> => ({
  base_share: base_share.base,
  take_up: take_up.base,
  months: months.base,
  pay_growth: pay_growth.base,
});

export interface CostOfCover {
  readonly rows: readonly CostRow[];
  /** The work-injury scheme with each assumption at its low and its high setting. */
  readonly tornado: readonly {
    readonly assumption: string;
    readonly low: number;
    readonly high: number;
    readonly settings: readonly [number, number];
  }[];
  readonly base: number;
}

/** Employees who are in a scheme by nobody's answer: those who say no, and those who do not know (counted in, as not known to be covered). */
function uninsured({ records }: Source, variable: string): Float64Array {
  const status = texts(records, 'employment_status');
  return Float64Array.from(texts(records, variable), (value, row) =>
    status[row] !== 'employee' ? 0 : value === '' ? Number.NaN : value === 'yes' ? 0 : 1,
  );
}

/** What it would cost to extend each scheme to the employees who are not in it, as a whole and by industry and province. */
export function costOfCover(source: Source, assumptions: CostAssumptions): CostOfCover {
  const { records, design, wave } = source;
  const pay = numbersOr(records, 'monthly_income');
  const base = baseOf(assumptions);
  const groups: Groups[] = [
    everybody(records),
    groupsOf(records, 'industry', occurring(records, 'industry', 'industry')),
    groupsOf(records, 'province', occurring(records, 'province', 'province')),
  ];
  const rows = assumptions.schemes.flatMap(({ scheme, variable, rate }): CostRow[] => {
    if (!records.columns.has(variable)) return [];
    const out = uninsured(source, variable);
    const bill = out.map((value, row) => (value === 0 ? 0 : value * (pay[row] as number)));
    const factor = factorOf(rate.base, base);
    return groups.flatMap(({ domain, codes, levels }) => {
      const domains = domainCells(design, codes, levels.length);
      const people = surveyTotal(design, out, { domains });
      const amounts = surveyTotal(design, bill, { domains });
      return levels.flatMap((level, i) => {
        const [who, what] = [people[i], amounts[i]];
        if (!who || !what || what.nDomain === 0) return [];
        return [
          {
            id: ['cost', scheme, wave.instrument, wave.wave, domain, level].join('.'),
            scheme,
            domain,
            level,
            uninsured: who.estimate,
            uninsuredSe: who.se,
            cost: what.estimate * factor,
            costSe: what.se * factor,
            low: Math.max(0, what.ciLow * factor),
            high: what.ciHigh * factor,
            n: what.n,
            df: what.df,
          },
        ];
      });
    });
  });
  const injury = assumptions.schemes.find(({ scheme }) => scheme === 'work_injury');
  const whole = rows.find((row) => row.scheme === 'work_injury' && row.domain === 'all');
  if (!injury || !whole) return { rows, tornado: [], base: Number.NaN };
  const perYuan = whole.cost / factorOf(injury.rate.base, base);
  const settings = [
    ['rate', injury.rate],
    ['base_share', assumptions.base_share],
    ['take_up', assumptions.take_up],
    ['months', assumptions.months],
    ['pay_growth', assumptions.pay_growth],
  ] as const;
  const tornado = settings
    .map(([assumption, setting]) => {
      const at = (value: number): number =>
        perYuan *
        (assumption === 'rate'
          ? factorOf(value, base)
          : factorOf(injury.rate.base, { ...base, [assumption]: value }));
      return {
        assumption: assumption as string,
        low: at(setting.low),
        high: at(setting.high),
        settings: [setting.low, setting.high] as const,
      };
    })
    .concat([
      {
        assumption: 'sampling_error',
        low: whole.low,
        high: whole.high,
        settings: [whole.low, whole.high] as const,
      },
    ])
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  return { rows, tornado, base: whole.cost };
}
