import { dotWhisker } from '@wavebook/charts';
import type { Label } from '@wavebook/schema';
import type { GapRow } from '../analyses/gaps.ts';
import { chartOf, type ProgrammeChart, type Told, textOf } from './draw.ts';
import { numberColumns, numberFields, shownRow } from './shown-row.ts';

/** Raw gaps and those at equal characteristics, outcome by outcome, for two groups. */
export function gapsChart(
  rows: readonly GapRow[],
  labelOf: (outcome: string) => Label,
  told: Omit<Told, 'ids'>,
): ProgrammeChart | undefined {
  const shown = rows.flatMap(({ outcome, figures: { raw, adjusted } }) =>
    raw && adjusted && !raw.suppressed ? [{ outcome, raw, adjusted }] : [],
  );
  if (shown.length === 0) return undefined;
  const whole: Told = { ...told, ids: shown.flatMap(({ raw, adjusted }) => [raw.id, adjusted.id]) };
  return chartOf(
    whole,
    ['category', 'group', ...numberColumns],
    shown.flatMap(({ outcome, raw, adjusted }) => [
      { category: outcome, group: 'raw', ...shownRow(raw) },
      { category: outcome, group: 'adjusted', ...shownRow(adjusted) },
    ]),
    (lang) => {
      const zh = lang === 'zh';
      return dotWhisker({
        fields: { category: 'category', ...numberFields },
        group: {
          field: 'group',
          order: ['raw', 'adjusted'],
          labels: zh
            ? { raw: '原始', adjusted: '同等特征' }
            : { raw: 'raw', adjusted: 'at equal characteristics' },
        },
        text: textOf(whole, lang),
        axis: { title: zh ? '差距（百分点）' : 'Gap (percentage points)', format: 'percent' },
        categoryOrder: shown.map(({ outcome }) => outcome),
        categoryLabels: Object.fromEntries(shown.map(({ outcome }) => [outcome, labelOf(outcome)[lang]])),
        zero: true,
        reference: { value: 0, label: zh ? '无差距' : 'no gap' },
      });
    },
  );
}
