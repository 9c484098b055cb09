import type { Label, Language } from '@wavebook/schema';
import type { Block } from '../../document/block.ts';
import type { Table } from '../../table/table.ts';
import { countInWords } from '../../words/number.ts';
import type { BookData, BookWave } from '../book-data.ts';
import { type Numbering, numbering } from '../numbering.ts';
import { answeringByProvince, answeringTable } from './answering-tables.ts';
import { funnelsTable } from './cluster-funnels.ts';
import { missingByReason, missingHeat } from './missing-tables.ts';
import { placesTable } from './places-table.ts';
import { comparisonsOf, comparisonsTable } from './published-comparisons.ts';
import { mayShowIssues, mayShowRead } from './records-shown.ts';
import { recordsTable } from './records-table.ts';
import { issuesTable, rulesTable } from './rules-tables.ts';
import { breaksInWords, brokenSeries, wholeSeries } from './series-checks.ts';
import { surveyQuality } from './survey-quality.ts';
import { gapBlocks } from './wave-gaps.ts';
import { waveSentences } from './wave-sentences.ts';

const words = {
  zh: {
    title: '数据质量',
    issues: '问题与规则',
    rules: '逐条规则',
    missing: '缺失',
    reasons: '按原因',
    series: '各轮分布与断点',
    others: '其余题目',
    noBreak: '各轮分布连续，没有断点。',
    answering: '如何作答',
    provinces: '分省',
    clusters: '样本群',
    places: '地名',
    published: '与公布数字比较',
    questions: '各轮的题目与变量',
  },
  en: {
    title: 'Data quality',
    issues: 'Issues and rules',
    rules: 'Rule by rule',
    missing: 'Answers that are missing',
    reasons: 'By reason',
    series: 'Series over the waves and where they break',
    others: 'All other questions',
    noBreak: 'No series breaks between the waves.',
    answering: 'How people answered',
    provinces: 'By province',
    clusters: 'Clusters',
    places: 'Names of places',
    published: 'Beside published figures',
    questions: 'Questions and columns of each wave',
  },
};

/** What stands over the page; a sum over the waves is left out where it would tell that of a wave which is not shown. */
const opening = (waves: readonly BookWave[], lang: Language): string => {
  const total = (of: (wave: BookWave) => number): string =>
    countInWords(waves.reduce((sum, wave) => sum + of(wave), 0));
  const kept = total(({ wave }) => wave.rows_out);
  const read = waves.every(mayShowRead) ? total(({ wave }) => wave.rows_in) : undefined;
  const found = waves.every(mayShowIssues)
    ? total(({ wave }) => Object.values(wave.issues).reduce((a, b) => a + b, 0))
    : undefined;
  if (lang === 'zh')
    return `${waves.length}轮调查共${read ? `读入${read}条记录，保留${kept}条` : `保留${kept}条记录`}${found ? `，发现问题${found}处` : ''}。问题逐条记录，按下表处理；原值保存在审计文件中，任何更正都不改动原始文件。本页不足10人的数字以及可由此推出的数字不列。`;
  const one = waves.length === 1;
  const records = read
    ? `${one ? 'The wave holds' : `The ${waves.length} waves hold`} ${read} records, of which ${kept} are kept`
    : `Of ${one ? 'the wave' : `the ${waves.length} waves`}, ${kept} records are kept`;
  return `${records}${found ? `; ${found} issues were found` : ''}. Each issue is listed and treated as the tables say; former values stay in the audit file, and no raw file is ever changed. Numbers below ten people, and those that would tell them, are not shown on this page.`;
};

/** A made table as a block, with the next number of its section; folded under words if given. */
function tableBlock(make: (number: Label) => Table | undefined, number: Numbering, folded?: string): Block[] {
  const unnumbered = make({ zh: '', en: '' });
  if (!unnumbered) return [];
  const table = { ...unnumbered, number: number.table() };
  return [{ kind: 'table', table, ...(folded === undefined ? {} : { folded }) }];
}

/** What was wrong with the data and what was done about it, wave by wave, and how far the answers can be trusted. */
export function qualitySection(data: BookData, letter: string, lang: Language): Block {
  const w = words[lang];
  const { waves, series = [], funnels = [], others = [] } = data;
  const number = numbering(letter);
  const own = series.filter((row) => waves.some(({ wave }) => wave.instrument === row.instrument));
  const part = (title: string, ...blocks: readonly (readonly Block[])[]): Block[] => {
    const all = blocks.flat();
    return all.length === 0 ? [] : [{ kind: 'heading', level: 3, text: title }, ...all];
  };
  const table = (make: (waves: readonly BookWave[], number: Label) => Table | undefined, folded?: string) =>
    tableBlock((n) => make(waves, n), number, folded);
  const figures = funnels.map(
    ({ name, ...figure }): Block => ({
      kind: 'figure',
      figure: { id: `quality-${name}`, number: number.figure()[lang], ...figure },
    }),
  );
  const breaks = breaksInWords(own, lang);
  const continued = own.some((row) => row.previous_wave !== null);
  return {
    kind: 'section',
    id: 'quality',
    kindOf: 'back',
    blocks: [
      { kind: 'heading', level: 2, number: letter, text: w.title },
      { kind: 'paragraph', runs: [opening(waves, lang)] },
      { kind: 'list', items: waves.map((wave) => waveSentences(wave, comparisonsOf(data, wave), lang)) },
      ...table(recordsTable),
      ...part(w.issues, table(issuesTable), table(rulesTable, w.rules)),
      ...part(w.missing, table(missingHeat), table(missingByReason, w.reasons)),
      ...part(
        w.series,
        breaks.length > 0 || !continued ? breaks : [{ kind: 'paragraph', runs: [w.noBreak] }],
        tableBlock((n) => brokenSeries(own, waves, n), number),
        tableBlock((n) => wholeSeries(own, waves, n), number, w.others),
      ),
      ...part(w.answering, table(answeringTable), table(answeringByProvince, w.provinces)),
      ...part(w.clusters, figures, table(funnelsTable)),
      ...part(w.places, table(placesTable)),
      ...part(
        w.published,
        tableBlock((n) => comparisonsTable(data, n), number),
      ),
      { kind: 'heading', level: 3, text: w.questions },
      ...waves.flatMap((wave) => gapBlocks(wave, lang)),
      ...surveyQuality(others, () => number.table(), lang),
    ],
  };
}
