import { figureInWords, type Table, type TableRow, textCell } from '@wavebook/report';
import type { Label, Language } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
import type { Judged } from '../results/judge.ts';
import { blank, quarterLabel, say, tableNumber, waveLabel } from './cells.ts';
import { noNumber, statusLabels } from './status-words.ts';

const inYear = (start: string | null, due: string | null, year: number): boolean =>
  start !== null && Number(start.slice(0, 4)) <= year && (due === null || Number(due.slice(0, 4)) >= year);

const joined = (labels: readonly Label[]): Label =>
  say(labels.map(({ zh }) => zh).join('；'), labels.map(({ en }) => en).join('; '));

/** What the rounds in the field by the end of a year say of an indicator. */
const standing = (
  { latest, baseline, status, definition, entered, indicator }: Judged,
  year: number,
): Label => {
  const name = say(
    `${indicator.id} ${(definition?.label ?? indicator.statement).zh}`,
    `${indicator.id} ${(definition?.label ?? indicator.statement).en}`,
  );
  if (entered && Number(entered.date.slice(0, 4)) <= year)
    return say(
      `${name.zh}：${entered.value}（${entered.source}）`,
      `${name.en}: ${entered.value} (${entered.source})`,
    );
  if (!definition)
    return say(`${name.zh}：${statusLabels[status].zh}`, `${name.en}: ${statusLabels[status].en}`);
  const row = [latest, baseline].find((own) => own && Number(own.wave.slice(0, 4)) <= year);
  if (!row)
    return say(`${name.zh}：到${year}年底尚无调查`, `${name.en}: no survey yet by the end of ${year}`);
  const wave = waveLabel(row);
  if (row.suppressed || row.estimate === null)
    return say(`${name.zh}：不予公布（${wave.zh}）`, `${name.en}: not shown (${wave.en})`);
  const text = (lang: Language): string => {
    const figure = figureInWords(row.estimate as number, row.unit, lang);
    const limits =
      row.ci_low === null || row.ci_high === null
        ? ''
        : `${figureInWords(row.ci_low, row.unit, lang)}–${figureInWords(row.ci_high, row.unit, lang)}, `;
    return `${figure} (${limits}n ${row.n}, ${wave[lang]})`;
  };
  return say(`${name.zh}：${text('zh')}`, `${name.en}: ${text('en')}`);
};

/** The annual work plan monitoring table of annex 2 for a year, in its printed columns: an output a row, its activities of the year. */
export function workPlanTable(
  { framework, source }: Framework,
  judged: readonly Judged[],
  year: number,
  number: string,
): Table {
  const rows = framework.outputs.flatMap((output): TableRow[] => {
    const activities = framework.activities.filter(
      (own) => own.output === output.id && inYear(own.start, own.due, year),
    );
    const own = judged.filter(({ indicator }) => indicator.result === output.id);
    if (activities.length === 0) return [];
    const entered = framework.progress.filter((row) => row.year === year && row.output === output.id);
    const spent = entered.reduce((sum, { expenditure }) => sum + (expenditure ?? 0), 0);
    const targets = own.map(({ indicator, target }) => {
      const goal =
        target === undefined || (target.value === null && target.description.en === '')
          ? noNumber
          : target.value === null
            ? say(
                `${target.description.zh}（${quarterLabel(target.due).zh}；${noNumber.zh}）`,
                `${target.description.en} (${quarterLabel(target.due).en}; ${noNumber.en})`,
              )
            : say(String(target.value), String(target.value));
      return say(
        `指标${indicator.id} ${indicator.statement.zh}，本年目标：${goal.zh}`,
        `INDICATOR ${indicator.id} ${indicator.statement.en}, WITH TARGET FOR THE YEAR: ${goal.en}`,
      );
    });
    return [
      {
        cells: [
          textCell(
            joined([
              say(`产出${output.id}：${output.statement.zh}`, `OUTPUT ${output.id}: ${output.statement.en}`),
              ...targets,
            ]),
          ),
          textCell(
            joined(
              activities.map(({ id, statement }) => say(`${id} ${statement.zh}`, `${id} ${statement.en}`)),
            ),
          ),
          entered.length > 0
            ? textCell(say(`${spent} 美元`, `USD ${spent}`))
            : textCell(say('资料未载', 'not in the source')),
          entered.length > 0 ? textCell(joined(entered.map(({ results }) => results))) : blank(),
          textCell(
            joined([
              ...own.map((judgedOne) => standing(judgedOne, year)),
              ...entered.map(({ progress }) => progress),
            ]),
          ),
        ],
      },
    ];
  });
  return {
    id: `awp-${year}`,
    number: tableNumber(number),
    title: say(`年度工作计划监测表，${year}年`, `The Annual Work Plan (AWP) Monitoring Tool, year ${year}`),
    columns: [
      {
        label: say(
          '预期产出和指标（含年度目标）',
          'EXPECTED OUTPUTS AND INDICATORS including annual targets',
        ),
        kind: 'text',
        width: 44,
      },
      { label: say('计划活动', 'PLANNED ACTIVITIES'), kind: 'text', width: 44 },
      { label: say('支出', 'EXPENDITURES'), kind: 'text', width: 16 },
      { label: say('活动结果', 'RESULTS OF ACTIVITIES'), kind: 'text', width: 24 },
      { label: say('产出进展', 'PROGRESS TOWARDS ACHIEVING OUTPUTS'), kind: 'text', width: 44 },
    ],
    rows,
    notes: [
      say(
        '表式依项目文件附件2。活动按第8部分的季度列入；支出和活动结果在资料中没有，由执行方填写。进展取该年底以前最近一轮调查在试点社区的估计（括号内为95%区间和n）。',
        'Form of annex 2 of the project document. Activities stand in the years of their quarters in part 8; expenditures and results of activities are in no source and are for the implementing partner to fill in. Progress is what the last survey by the end of the year says of the pilot communities, with interval of 95 % and n.',
      ),
    ],
    source,
  };
}
