import { tornado } from '@wavebook/charts';
import type { CostAssumptions, Label, Language } from '@wavebook/schema';
import type { CostOfCover } from '../analyses/cost.ts';
import { say } from '../pages/cells.ts';
import { chartOf, type ProgrammeChart, type Told, textOf } from './draw.ts';

const assumptionLabels: Readonly<Record<string, Label>> = {
  rate: say('费率', 'Rate'),
  base_share: say('缴费基数占工资', 'Base as a share of pay'),
  take_up: say('覆盖率', 'Take-up'),
  months: say('缴费月数', 'Months paid'),
  pay_growth: say('工资增长', 'Growth of pay'),
  not_sure: say('“不清楚”者中未参保的比例', 'Share not covered of those not sure'),
  sampling_error: say('抽样误差（95%区间）', 'Sampling error (95 % interval)'),
};

const MILLION = 1e6;

const money = (millions: number, lang: Language): string =>
  lang === 'en'
    ? `${millions.toFixed(2)} m`
    : millions >= 100
      ? `${(millions / 100).toFixed(2)}亿`
      : `${(millions * 100).toFixed(0)}万`;

const settingText = (assumption: string, [low, high]: readonly [number, number], lang: Language): string => {
  if (assumption === 'months') return `${low} – ${high}`;
  if (assumption === 'sampling_error') return `${money(low, lang)} – ${money(high, lang)}`;
  const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`;
  return `${percent(low)} – ${percent(high)}`;
};

/** What the cost of work-injury cover hangs on most. */
export function costChart(
  { rows, tornado: bars, base }: CostOfCover,
  { source }: CostAssumptions,
  told: Omit<Told, 'ids' | 'headline'>,
): ProgrammeChart | undefined {
  const [widest] = bars;
  const whole = rows.find(
    ({ quantity, scheme, domain }) => quantity === 'cost' && scheme === 'work_injury' && domain === 'all',
  );
  if (!widest || !whole || whole.suppressed) return undefined;
  const name = assumptionLabels[widest.assumption] ?? say(widest.assumption, widest.assumption);
  const all: Told = {
    ...told,
    headline: say(
      `工伤保险扩面成本最受“${name.zh}”影响`,
      `The cost of work-injury cover hangs most on: ${name.en.toLowerCase()}`,
    ),
    ids: [whole.id],
    notes: [...told.notes, say(`假设：${source.zh}。`, `Assumptions: ${source.en}.`)],
  };
  const largest = MILLION * Math.max(...bars.map(({ high, low }) => Math.max(high, low)));
  return chartOf(
    all,
    ['category', 'low', 'high'],
    bars.map(({ assumption, low, high }) => ({
      category: assumption,
      low: low * MILLION,
      high: high * MILLION,
    })),
    (lang) =>
      tornado({
        fields: { category: 'category', low: 'low', high: 'high' },
        text: textOf(all, lang),
        axis: { title: lang === 'zh' ? '年度成本（元）' : 'Yearly cost (yuan)', format: 'money', largest },
        base: {
          value: base * MILLION,
          label: `${lang === 'zh' ? '基准 ' : 'Base '}${money(base, lang)}`,
        },
        categoryOrder: bars.map(({ assumption }) => assumption),
        categoryLabels: Object.fromEntries(
          bars.map(({ assumption }) => [assumption, assumptionLabels[assumption]?.[lang] ?? assumption]),
        ),
        settings: Object.fromEntries(
          bars.map(({ assumption, settings }) => [assumption, settingText(assumption, settings, lang)]),
        ),
      }),
  );
}
