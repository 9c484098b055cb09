import { dotWhisker } from '@wavebook/charts';
import { adjustPValues } from '@wavebook/survey-stats';
import { say } from '../pages/cells.ts';
import type { Judged } from '../results/judge.ts';
import { chartOf, type ProgrammeChart, type Told, textOf } from './draw.ts';
import { numberColumns, numberFields, shownRow } from './shown-row.ts';

/** Differences in differences of the shares of a framework, the movers included, with their intervals. */
export function differencesChart(
  judged: readonly Judged[],
  told: Omit<Told, 'ids' | 'headline'>,
): ProgrammeChart | undefined {
  const shown = judged
    .flatMap(({ difference, definition, indicator }) =>
      definition?.unit === 'share' && difference && !difference.suppressed
        ? [{ difference, label: definition.label, id: indicator.id }]
        : [],
    )
    .sort((a, b) => (b.difference.estimate ?? 0) - (a.difference.estimate ?? 0));
  if (shown.length === 0) return undefined;
  const adjusted = adjustPValues(
    shown.map(({ difference }) => difference.p_value ?? 1),
    'holm',
  );
  const sure = adjusted.filter((p) => p < 0.05).length;
  const headline =
    sure === 0
      ? say(
          `${shown.length}个指标的变化与对照社区都没有显著差别（Holm校正）`,
          `None of ${shown.length} indicators moved significantly otherwise than in the comparison communities (after Holm)`,
        )
      : say(
          `${shown.length}个指标中，${sure}个的变化与对照社区显著不同（Holm校正）`,
          `${sure} of ${shown.length} indicators moved otherwise than in the comparison communities (after Holm)`,
        );
  const whole: Told = { ...told, headline, ids: shown.map(({ difference }) => difference.id) };
  const order = shown.map(({ id }) => id);
  return chartOf(
    whole,
    ['category', ...numberColumns],
    shown.map(({ id, difference }) => ({ category: id, ...shownRow(difference) })),
    (lang) =>
      dotWhisker({
        fields: { category: 'category', ...numberFields },
        text: textOf(whole, lang),
        axis: {
          title: lang === 'zh' ? '双重差分（百分点）' : 'Difference in differences (percentage points)',
          format: 'percent',
        },
        categoryOrder: order,
        categoryLabels: Object.fromEntries(shown.map(({ id, label }) => [id, label[lang]])),
        zero: true,
        reference: { value: 0, label: lang === 'zh' ? '无差别' : 'no difference' },
      }),
  );
}
