import {
  attachData,
  type ChartRow,
  type ChartSpec,
  dotWhisker,
  renderPng,
  renderSvg,
  tornado,
  withUsermeta,
} from '@wavebook/charts';
import type { CostAssumptions, Label, Language } from '@wavebook/schema';
import { adjustPValues } from '@wavebook/survey-stats';
import type { CostOfCover } from './analyses/cost.ts';
import type { GapRow } from './analyses/gaps.ts';
import { say } from './pages/cells.ts';
import type { Judged } from './results/judge.ts';

/** A chart in both languages, and the numbers behind it. */
export interface ProgrammeChart {
  readonly name: string;
  readonly headline: Label;
  readonly specs: Readonly<Record<Language, ChartSpec>>;
  readonly columns: readonly string[];
  readonly data: readonly ChartRow[];
}

export interface DrawnProgrammeChart extends ProgrammeChart {
  readonly svg: Readonly<Record<Language, string>>;
  readonly png: Readonly<Record<Language, Uint8Array>>;
}

interface Told {
  readonly name: string;
  readonly headline: Label;
  readonly subtitle: Label;
  readonly notes: readonly Label[];
  readonly source: Label;
  readonly ids: readonly string[];
  readonly synthetic: boolean;
}

const both = (build: (lang: Language) => ChartSpec): Record<Language, ChartSpec> => ({
  zh: build('zh'),
  en: build('en'),
});

const textOf = ({ headline, subtitle, notes, source, synthetic }: Told, lang: Language) => ({
  headline: headline[lang],
  subtitle: subtitle[lang],
  notes: notes.map((note) => note[lang]),
  source: source[lang],
  synthetic,
  lang,
});

/** Differences in differences of the shares of a framework, the movers included, with their intervals. */
export function differencesChart(
  judged: readonly Judged[],
  told: Omit<Told, 'ids' | 'headline'>,
): ProgrammeChart | undefined {
  const shown = judged
    .filter(
      ({ difference, definition }) => definition?.unit === 'share' && difference && !difference.suppressed,
    )
    .sort((a, b) => (b.difference?.estimate ?? 0) - (a.difference?.estimate ?? 0));
  if (shown.length === 0) return undefined;
  const adjusted = adjustPValues(
    shown.map(({ difference }) => difference?.p_value ?? 1),
    'holm',
  );
  const sure = adjusted.filter((p) => p < 0.05).length;
  const headline = say(
    `${shown.length}个指标中，${sure}个的变化与对照社区显著不同（Holm校正）`,
    `${sure} of ${shown.length} indicators moved otherwise than in the comparison communities (after Holm)`,
  );
  const whole: Told = { ...told, headline, ids: shown.flatMap(({ difference }) => difference?.id ?? []) };
  const data: ChartRow[] = shown.map(({ indicator, difference }) => ({
    category: indicator.id,
    estimate: difference?.estimate ?? null,
    ci_low: difference?.ci_low ?? null,
    ci_high: difference?.ci_high ?? null,
    mark: '',
  }));
  const specs = both((lang) => {
    const spec = dotWhisker({
      fields: { category: 'category', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
      text: textOf(whole, lang),
      axis: {
        title: lang === 'zh' ? '双重差分（百分点）' : 'Difference in differences (percentage points)',
        format: 'percent',
      },
      categoryOrder: shown.map(({ indicator }) => indicator.id),
      categoryLabels: Object.fromEntries(
        shown.map(({ indicator, definition }) => [
          indicator.id,
          definition?.label[lang] ?? indicator.statement[lang],
        ]),
      ),
      zero: true,
      reference: { value: 0, label: lang === 'zh' ? '无差别' : 'no difference' },
    });
    return withUsermeta(attachData(spec, data), { estimates: whole.ids, synthetic: told.synthetic });
  });
  return {
    name: told.name,
    headline,
    specs,
    columns: ['category', 'estimate', 'ci_low', 'ci_high', 'mark'],
    data,
  };
}

/** Raw gaps and those at equal characteristics, outcome by outcome, for two groups. */
export function gapsChart(
  rows: readonly GapRow[],
  labelOf: (outcome: string) => Label,
  told: Omit<Told, 'ids'>,
): ProgrammeChart | undefined {
  const shown = rows.filter(({ gap }) => gap.adjusted && Number.isFinite(gap.raw.low));
  if (shown.length === 0) return undefined;
  const data: ChartRow[] = shown.flatMap(({ outcome, gap }) =>
    (['raw', 'adjusted'] as const).map((group) => ({
      category: outcome,
      group,
      estimate: gap[group]?.estimate ?? null,
      ci_low: gap[group]?.low ?? null,
      ci_high: gap[group]?.high ?? null,
      mark: '',
    })),
  );
  const specs = both((lang) => {
    const zh = lang === 'zh';
    const spec = dotWhisker({
      fields: { category: 'category', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
      group: {
        field: 'group',
        order: ['raw', 'adjusted'],
        labels: zh
          ? { raw: '原始', adjusted: '同等特征' }
          : { raw: 'raw', adjusted: 'at equal characteristics' },
      },
      text: textOf({ ...told, ids: [] }, lang),
      axis: { title: zh ? '差距（百分点）' : 'Gap (percentage points)', format: 'percent' },
      categoryOrder: shown.map(({ outcome }) => outcome),
      categoryLabels: Object.fromEntries(shown.map(({ outcome }) => [outcome, labelOf(outcome)[lang]])),
      zero: true,
    });
    return withUsermeta(attachData(spec, data), {
      estimates: shown.map(({ id }) => id),
      synthetic: told.synthetic,
    });
  });
  return {
    name: told.name,
    headline: told.headline,
    specs,
    columns: ['category', 'group', 'estimate', 'ci_low', 'ci_high', 'mark'],
    data,
  };
}

const assumptionLabels: Readonly<Record<string, Label>> = {
  rate: say('费率', 'Rate'),
  base_share: say('缴费基数占工资', 'Base as a share of pay'),
  take_up: say('覆盖率', 'Take-up'),
  months: say('缴费月数', 'Months paid'),
  pay_growth: say('工资增长', 'Growth of pay'),
  sampling_error: say('抽样误差（95%区间）', 'Sampling error (95 % interval)'),
};

const money = (value: number, lang: Language): string =>
  lang === 'en'
    ? `${(value / 1e6).toFixed(2)} m`
    : value >= 1e8
      ? `${(value / 1e8).toFixed(2)}亿`
      : `${(value / 1e4).toFixed(1)}万`;

const settingText = (assumption: string, [low, high]: readonly [number, number], lang: Language): string => {
  if (assumption === 'months') return `${low} – ${high}`;
  if (assumption === 'sampling_error') return `${money(low, lang)} – ${money(high, lang)}`;
  const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`;
  return `${percent(low)} – ${percent(high)}`;
};

/** What the cost of work-injury cover hangs on most. */
export function costChart(
  cost: CostOfCover,
  assumptions: CostAssumptions,
  told: Omit<Told, 'ids' | 'headline'>,
): ProgrammeChart | undefined {
  const [widest] = cost.tornado;
  if (!widest) return undefined;
  const data: ChartRow[] = cost.tornado.map(({ assumption, low, high }) => ({
    category: assumption,
    low,
    high,
  }));
  const name = assumptionLabels[widest.assumption] ?? say(widest.assumption, widest.assumption);
  const headline = say(
    `工伤保险扩面成本最受“${name.zh}”影响`,
    `The cost of work-injury cover hangs most on: ${name.en.toLowerCase()}`,
  );
  const whole: Told = {
    ...told,
    headline,
    ids: ['cost.work_injury'],
    notes: [...told.notes, assumptions.source],
  };
  const largest = Math.max(...cost.tornado.map(({ high, low }) => Math.max(high, low)));
  const specs = both((lang) => {
    const spec = tornado({
      fields: { category: 'category', low: 'low', high: 'high' },
      text: textOf(whole, lang),
      axis: { title: lang === 'zh' ? '年度成本（元）' : 'Yearly cost (yuan)', format: 'money', largest },
      base: { value: cost.base, label: `${lang === 'zh' ? '基准 ' : 'Base '}${money(cost.base, lang)}` },
      categoryOrder: cost.tornado.map(({ assumption }) => assumption),
      categoryLabels: Object.fromEntries(
        cost.tornado.map(({ assumption }) => [
          assumption,
          assumptionLabels[assumption]?.[lang] ?? assumption,
        ]),
      ),
      settings: Object.fromEntries(
        cost.tornado.map(({ assumption, settings }) => [assumption, settingText(assumption, settings, lang)]),
      ),
    });
    return withUsermeta(attachData(spec, data), { estimates: whole.ids, synthetic: told.synthetic });
  });
  return { name: told.name, headline, specs, columns: ['category', 'low', 'high'], data };
}

/** Draws a chart in both languages. */
export async function draw(chart: ProgrammeChart): Promise<DrawnProgrammeChart> {
  const svg = { zh: await renderSvg(chart.specs.zh), en: await renderSvg(chart.specs.en) };
  const png = { zh: await renderPng(svg.zh), en: await renderPng(svg.en) };
  return { ...chart, svg, png };
}
