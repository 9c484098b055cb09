import { type Label, type Language, respondentVariables, type SeriesRow } from '@wavebook/schema';
import type { Block, Run } from '../../document/block.ts';
import { textCell } from '../../table/estimate-cells.ts';
import type { Table, TableCell } from '../../table/table.ts';
import { plainFigure } from '../../words/number.ts';
import type { BookWave } from '../book-data.ts';
import { listed } from '../in-both.ts';
import { answerLabel, textColumn, variableLabel, waveColumns } from './names.ts';
import { follows, mayShow, placeThatTells, shareShown } from './shown-cells.ts';

type Break = Exclude<SeriesRow['break'], ''>;

const marks: Record<Break, { readonly symbol: string; readonly text: Label }> = {
  question: {
    symbol: '§',
    text: {
      zh: '与上一轮相比，题目或选项改变，不可比。',
      en: 'the question or its answers changed since the wave before; not comparable.',
    },
  },
  codes: {
    symbol: '◇',
    text: { zh: '该选项为新增或不再出现。', en: 'an answer that is new or no longer given.' },
  },
  jump: {
    symbol: '△',
    text: {
      zh: '变动达5个百分点以上且超出抽样误差，应查明原因。',
      en: 'moved by five points or more and by more than sampling explains; look for the reason.',
    },
  },
};

const countOf = ({ n, share }: SeriesRow): number => Math.round(n * share);

/** Whether a share must not be shown, since by what is left of a hundred it would tell the only one of its question that is of few. */
function tellsAnother(row: SeriesRow, series: readonly SeriesRow[]): boolean {
  const together = series.filter(({ variable, wave }) => variable === row.variable && wave === row.wave);
  return together[placeThatTells(together.map(countOf))] === row;
}

function shareCell(row: SeriesRow | undefined, series: readonly SeriesRow[]): TableCell {
  if (!row?.offered) return { kind: 'none' };
  const mark = row.break === '' ? {} : { symbol: marks[row.break].symbol };
  return tellsAnother(row, series) ? { ...follows, ...mark } : shareShown(countOf(row), row.n, mark);
}

/** Variables in the order of the questionnaire, then those that it does not know. */
const placeOf = (variable: string): number => {
  const place = respondentVariables.findIndex(({ name }) => name === variable);
  return place < 0 ? respondentVariables.length : place;
};

function seriesTable(
  series: readonly SeriesRow[],
  waves: readonly BookWave[],
  frame: Pick<Table, 'id' | 'number' | 'title'>,
): Table | undefined {
  const variables = [...new Set(series.map(({ variable }) => variable))].sort(
    (a, b) => placeOf(a) - placeOf(b),
  );
  if (variables.length === 0) return undefined;
  return {
    ...frame,
    columns: [textColumn('题目与选项', 'Question and answer', 30), ...waveColumns(waves, 'number')],
    rows: variables.flatMap((variable): Table['rows'][number][] => {
      const own = series.filter((row) => row.variable === variable);
      return [
        { heading: variableLabel(variable) },
        ...[...new Set(own.map(({ category }) => category))].map((category) => ({
          cells: [
            textCell(answerLabel(variable, category), { indent: 1 }),
            ...waves.map(({ wave }) =>
              shareCell(
                own.find((row) => row.category === category && row.wave === wave.wave),
                own,
              ),
            ),
          ],
        })),
      ];
    }),
    footnotes: Object.values(marks),
    notes: [
      {
        zh: '未加权，占该轮回答者的%；“–”为该轮未设此题或此选项，或未调查该年龄。',
        en: 'Unweighted, in % of those who answered; a dash: the wave has no such question or answer, or did not survey the age.',
      },
    ],
  };
}

/** Category shares of the variables whose series breaks anywhere. */
export function brokenSeries(
  series: readonly SeriesRow[],
  waves: readonly BookWave[],
  number: Label,
): Table | undefined {
  const broken = new Set(series.filter((row) => row.break !== '').map(({ variable }) => variable));
  return seriesTable(
    series.filter(({ variable }) => broken.has(variable)),
    waves,
    {
      ...{ id: 'quality-breaks', number },
      title: { zh: '序列有断点的题目', en: 'Questions whose series breaks' },
    },
  );
}

/** Category shares of all other variables that two waves or more have. */
export function wholeSeries(
  series: readonly SeriesRow[],
  waves: readonly BookWave[],
  number: Label,
): Table | undefined {
  const broken = new Set(series.filter((row) => row.break !== '').map(({ variable }) => variable));
  const continued = new Set(
    series.filter((row) => row.previous_wave !== null).map(({ variable }) => variable),
  );
  return seriesTable(
    series.filter(({ variable }) => continued.has(variable) && !broken.has(variable)),
    waves,
    {
      ...{ id: 'quality-series', number },
      title: { zh: '其余题目各轮的回答分布', en: 'Answers to all other questions, wave by wave' },
    },
  );
}

const percent = (share: number): string => `${plainFigure(share, 'share')}%`;

/** A variable with the answer that moved furthest, from and to where both may be shown. */
function moved(rows: readonly SeriesRow[], series: readonly SeriesRow[], lang: Language): string {
  const [most] = [...rows].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  if (!most) return '';
  const name = variableLabel(most.variable)[lang];
  const before = series.find(
    (row) =>
      row.variable === most.variable && row.category === most.category && row.wave === most.previous_wave,
  );
  const isHidden = (row: SeriesRow): boolean => !mayShow(countOf(row), row.n) || tellsAnother(row, series);
  if (!before || isHidden(before) || isHidden(most)) return name;
  const answer = answerLabel(most.variable, most.category)[lang];
  const course = `${percent(before.share)} → ${percent(most.share)}`;
  return lang === 'zh' ? `${name}（${answer}${course}）` : `${name} (${answer} ${course})`;
}

const said: Record<Break, Label> = {
  question: { zh: '题目或选项改变', en: 'question or answers changed' },
  codes: { zh: '选项新增或消失', en: 'answers new or gone' },
  jump: { zh: '变动达5个百分点且超出抽样误差', en: 'moved by five points or more, beyond sampling error' },
};

/** The variables of a kind of break in words, those of new answers with the answers, those that moved with how far. */
function namesOf(
  kind: Break,
  rows: readonly SeriesRow[],
  series: readonly SeriesRow[],
  lang: Language,
): string {
  const variables = [...new Set(rows.map(({ variable }) => variable))].sort(
    (a, b) => placeOf(a) - placeOf(b),
  );
  const names = variables.map((variable) => {
    const own = rows.filter((row) => row.variable === variable);
    if (kind === 'jump') return moved(own, series, lang);
    const name = variableLabel(variable)[lang];
    if (kind === 'question') return name;
    const answers = own.map(({ category }) => answerLabel(variable, category)[lang]);
    return lang === 'zh' ? `${name}（${answers.join('、')}）` : `${name} (${answers.join('; ')})`;
  });
  return listed(names, lang);
}

/** The breaks in words: an entry for each pair of waves and each kind of break between them. */
export function breaksInWords(series: readonly SeriesRow[], lang: Language): Block[] {
  const breaks = series.filter((row) => row.break !== '' && row.previous_wave !== null);
  const pairs = [...new Set(breaks.map((row) => `${row.previous_wave} → ${row.wave}`))].sort();
  const entries = pairs.flatMap((pair) =>
    (Object.keys(said) as Break[]).flatMap((kind) => {
      const own = breaks.filter((row) => row.break === kind && `${row.previous_wave} → ${row.wave}` === pair);
      if (own.length === 0) return [];
      const term: Run[] = [pair, { text: ` ${said[kind][lang]}`, quiet: true }];
      return [{ term, text: [namesOf(kind, own, series, lang)] }];
    }),
  );
  return entries.length === 0 ? [] : [{ kind: 'definitions', entries }];
}
