import { withoutFont } from '@wavebook/charts';
import type { Indicator, Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block, Figure } from '../document/block.ts';
import type { BookChapter, BookWave } from './book-data.ts';
import { estimateFinder } from './estimate-finder.ts';
import { figureTable } from './figure-table.ts';
import { chapterFindings, findingBlocks } from './finding-blocks.ts';
import { numbering } from './numbering.ts';
import { publishedTable } from './published-table.ts';
import { summaryTable } from './summary-table.ts';

const words = {
  zh: {
    findings: '主要发现',
    basis:
      '“可比口径”指各轮均取15—59岁、题目和编码相同。升降和高低只在检验显著时才写明（双侧5%，经本章全部比较的Holm校正），否则写“无显著变化”或“差异不显著”。差值由未取整的估计值算出，可能与所示两数之差相差末位一个单位。',
    levels: ['全部指标的数值见', '；每图之下有其数据表。'],
    figures: '本章图',
    summary: '本章指标一览',
    breakdowns: '分组比较',
    numbers: '数据表',
    open: '查看全表',
    trends: '各轮趋势',
    others: '其他来源的数字',
    trendNote:
      '趋势取各轮共同的总体：15-59岁、同一题目、同一编码；各轮样本独立抽取，变化的方差为两轮方差之和，并经Holm校正。',
  },
  en: {
    findings: 'Findings',
    basis:
      '“A comparable basis” means ages 15 to 59, the same question and the same codes in every wave. A rise, a fall or a difference is stated only where it is significant (two-sided 5%, after Holm over all comparisons of the chapter); else there is no significant change or difference. Differences are taken before rounding and may miss that of the printed figures by one in the last digit.',
    levels: [' The numbers of all indicators stand in ', '; under each figure are its own.'],
    figures: 'Figures of this chapter',
    summary: 'The chapter’s indicators',
    breakdowns: 'Between groups',
    numbers: 'Numbers',
    open: 'Show the table',
    trends: 'Trends',
    others: 'Figures of other sources',
    trendNote:
      'Trends use what all waves share: ages 15-59, the same question, the same codes. The samples are drawn anew in each wave, so the variance of a change is the sum of both; tests are adjusted after Holm.',
  },
};

const window = {
  zh: '比例以百分数表示。各轮调查的年龄范围不同，本表为各轮自身口径的水平值，不用于比较升降；年份标题下为加权估计，其下为95%置信区间。',
  en: 'Shares in per cent. Age windows differ between waves: these are level figures of each wave’s own universe, not for judging change. Under each wave the weighted estimate, beneath it the 95% interval.',
};

type Chart = BookChapter['file']['charts'][number];

const isOverTime = (mark: string): boolean => mark === 'trend' || mark === 'dumbbell';

function indicatorOf(indicators: readonly Indicator[], id: string): Indicator {
  const indicator = indicators.find((i) => i.id === id);
  if (!indicator) throw new Error(`chapterBlocks: no indicator "${id}"`);
  return indicator;
}

/** One chapter: introduction, findings written from the numbers, the table of its indicators, and its figures with their numbers. */
export function chapterBlocks(
  chapter: BookChapter,
  waves: readonly BookWave[],
  number: number,
  lang: Language,
): Block {
  const w = words[lang];
  const [before, after] = w.levels as [string, string];
  const { file, rows, svg, png } = chapter;
  const indicators = indicatorsByTopic[file.topic];
  const find = estimateFinder(rows);
  const own = waves.filter(({ wave }) => wave.instrument === file.instrument);
  const names = own.map(({ wave }) => wave.wave);
  const numbers = numbering(String(number));
  const summary = summaryTable(indicators, find, names, {
    id: `${file.topic}-summary`,
    number: numbers.table(),
    title: { zh: `${file.title.zh}：各轮指标一览`, en: `${file.title.en}: indicators by wave` },
    notes: [window],
  });
  const figureNumbers = file.charts.map(() => numbers.figure()[lang]);
  const reference = (i: number) => ({ anchor: `${file.topic}-${i + 1}`, number: figureNumbers[i] as string });
  const findings = chapterFindings(
    chapter,
    own,
    { reference, summary: { anchor: summary.id, number: summary.number[lang] } },
    lang,
  );
  const figureBlocks = (chart: Chart, i: number): Block[] => {
    const shown = [chart.indicator, ...(chart.beside ?? [])].map((id) => indicatorOf(indicators, id));
    const { anchor, number: name } = reference(i);
    const picture = png.get(chart.name);
    const figure: Figure = {
      ...{ id: anchor, number: name, headline: chart.headline[lang], description: chart.description[lang] },
      svg: withoutFont(svg.get(chart.name) ?? ''),
      ...(picture ? { png: picture } : {}),
    };
    const table = figureTable(chart, shown, find, names, {
      id: `${anchor}-numbers`,
      number: numbers.table(),
    });
    return [
      { kind: 'figure', figure },
      { kind: 'table', table, folded: w.numbers },
    ];
  };
  const figures = file.charts.map((chart, i) => ({ mark: chart.mark, blocks: figureBlocks(chart, i) }));
  const figuresOf = (part: (mark: string) => boolean): Block[] =>
    figures.flatMap(({ mark, blocks }) => (part(mark) ? blocks : []));
  const titled = (title: string, blocks: readonly Block[], note?: string): Block[] =>
    blocks.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: title },
          ...(note === undefined ? [] : [{ kind: 'paragraph', runs: [note], tone: 'note' } as const]),
          ...blocks,
        ];
  const others = figuresOf((mark) => mark === 'comparator');
  const published = publishedTable(chapter, find, names, {
    id: `${file.topic}-published`,
    number: numbers.table(),
  });
  return {
    kind: 'section',
    id: file.topic,
    kindOf: 'chapter',
    blocks: [
      { kind: 'heading', level: 2, number: String(number), text: file.title[lang] },
      { kind: 'paragraph', runs: [file.introduction[lang]], tone: 'lead' },
      { kind: 'heading', level: 3, text: w.findings },
      {
        kind: 'paragraph',
        runs: [w.basis, before, { text: summary.number[lang], anchor: summary.id }, after],
        tone: 'note',
      },
      ...findingBlocks(file.topic, findings),
      { kind: 'heading', level: 3, text: w.summary },
      { kind: 'table', table: summary, ...(summary.rows.length > 24 ? { folded: w.open } : {}) },
      ...(file.charts.length > 3
        ? [
            {
              kind: 'fold',
              words: w.figures,
              blocks: [
                {
                  kind: 'list',
                  items: file.charts.map((chart, i) => {
                    const { anchor, number: name } = reference(i);
                    return [{ text: name, anchor }, ' ', chart.headline[lang]];
                  }),
                },
              ],
            } as const,
          ]
        : []),
      ...titled(
        w.breakdowns,
        figuresOf((mark) => !isOverTime(mark) && mark !== 'comparator'),
      ),
      ...titled(w.trends, figuresOf(isOverTime), w.trendNote),
      ...titled(w.others, [...others, ...(published ? [{ kind: 'table', table: published } as const] : [])]),
    ],
  };
}
