import { dotWhisker } from '@wavebook/charts';
import { cutName, cuts, type TypologyOfWave, withIncome } from '../analyses/typology.ts';
import { say, waveLabel } from '../pages/cells.ts';
import { codeLabel } from '../pages/table-parts.ts';
import { levelsIn, typologyGroups } from '../pages/typology-tables.ts';
import { chartOf, type ProgrammeChart, type Told, textOf } from './draw.ts';
import { numberColumns, numberFields, shownRow } from './shown-row.ts';

const axisOf = (lang: 'zh' | 'en') => ({
  title: lang === 'zh' ? '第二类所占比例' : 'Share of Type II',
  format: 'percent' as const,
});

const percent = (cut: number): string => `${Math.round(cut * 100)}%`;

/** Shares of Type II at every cut, survey by survey. */
export function typologyByCutChart(waves: readonly TypologyOfWave[]): ProgrammeChart | undefined {
  if (waves.length === 0) return undefined;
  const name = ({ source: { wave } }: TypologyOfWave): string => `${wave.instrument} ${wave.wave}`;
  const told: Told = {
    name: 'typology-by-cut',
    headline: say(
      '第二类（“现代型”）的比例随判定界限而变',
      'The share of Type II (“modern”) depends on the cut',
    ),
    subtitle: say(
      '所问特征中属第二类者超过界限的雇员所占比例，按调查',
      'Share of employees of whose traits more than the cut are those of Type II, by survey',
    ),
    notes: [
      say(
        '括号内为所问特征数；特征数不同的调查之间不可比较。',
        'Traits asked in brackets: surveys with different numbers do not compare.',
      ),
    ],
    source: say('基线调查和监测调查', 'Baseline surveys and monitoring survey'),
    ids: waves.flatMap(({ shares }) => shares.map(({ id }) => id)),
    synthetic: waves.some(({ source }) => source.wave.synthetic),
  };
  return chartOf(
    told,
    ['category', 'group', ...numberColumns],
    waves.flatMap((own) =>
      own.shares.map((row) => ({ category: name(own), group: row.category, ...shownRow(row) })),
    ),
    (lang) =>
      dotWhisker({
        fields: { category: 'category', ...numberFields },
        group: {
          field: 'group',
          order: [...cuts.map(cutName), withIncome],
          labels: {
            ...Object.fromEntries(
              cuts.map((cut) => [
                cutName(cut),
                lang === 'zh' ? `超过${percent(cut)}` : `over ${percent(cut)}`,
              ]),
            ),
            [withIncome]: lang === 'zh' ? '超过50%，加收入' : 'over 50%, with income',
          },
        },
        text: textOf(told, lang),
        axis: axisOf(lang),
        categoryOrder: waves.map(name),
        categoryLabels: Object.fromEntries(
          waves.map((own) => [name(own), `${waveLabel(own.source.wave)[lang]} (${own.traits.length})`]),
        ),
      }),
  );
}

/** Shares of Type II by sex, age and industry in a survey; undefined where none may be shown. */
export function typologyByGroupChart(own: TypologyOfWave): ProgrammeChart | undefined {
  const { wave } = own.source;
  const shown = typologyGroups.flatMap(([, list, pick]) =>
    levelsIn(list, [pick(own)]).flatMap((level) => {
      const row = pick(own).get(level);
      return row && !row.suppressed ? [{ key: `${list}:${level}`, label: codeLabel(list, level), row }] : [];
    }),
  );
  if (shown.length === 0) return undefined;
  const told: Told = {
    name: 'typology-by-group',
    headline: say('第二类的比例，按性别、年龄和行业', 'Share of Type II by sex, age and industry'),
    subtitle: say(
      `已知特征中过半属第二类的农民工所占比例，${waveLabel(wave).zh}`,
      `Share of migrants with more than half of the known traits of Type II, ${waveLabel(wave).en}`,
    ),
    notes: [
      say(
        '不予公布的组未列。监测调查按行业判定职业危害：建筑业和采矿业计为有危害。',
        'Groups that may not be shown are left out. The monitoring survey tells hazards by the industry: construction and mining.',
      ),
    ],
    source: wave.title,
    ids: shown.map(({ row }) => row.id),
    synthetic: wave.synthetic,
  };
  return chartOf(
    told,
    ['category', ...numberColumns],
    shown.map(({ key, row }) => ({ category: key, ...shownRow(row) })),
    (lang) =>
      dotWhisker({
        fields: { category: 'category', ...numberFields },
        text: textOf(told, lang),
        axis: axisOf(lang),
        categoryOrder: shown.map(({ key }) => key),
        categoryLabels: Object.fromEntries(shown.map(({ key, label }) => [key, label[lang]])),
      }),
  );
}
