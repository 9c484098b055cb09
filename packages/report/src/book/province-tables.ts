import { codeLists, type Language } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Block } from '../document/block.ts';
import { estimateCell, textCell } from '../table/estimate-cells.ts';
import type { Table } from '../table/table.ts';
import type { BookChapter, BookData } from './book-data.ts';
import { estimateFinder } from './estimate-finder.ts';
import { numbering } from './numbering.ts';
import { labelWithUnit } from './summary-table.ts';

/** Indicators side by side in one table. */
const together = 6;

/** The tables of a chapter by province of residence, each indicator in the latest wave that measured it there. */
function chapterTables(
  { file, rows }: BookChapter,
  waves: readonly string[],
  number: () => Table['number'],
): Table[] {
  const find = estimateFinder(rows);
  const of = (indicator: string, wave: string) => find.of({ indicator, wave, domain: 'province' });
  const measured = indicatorsByTopic[file.topic].flatMap((indicator) => {
    const wave = [...waves].reverse().find((w) => of(indicator.id, w).length > 0);
    return wave === undefined || indicator.measure.kind === 'structure' ? [] : [{ indicator, wave }];
  });
  const parts = Array.from({ length: Math.ceil(measured.length / together) }, (_, i) =>
    measured.slice(i * together, (i + 1) * together),
  );
  return parts.map((part, i) => {
    const estimates = part.map(
      ({ indicator, wave }) => new Map(of(indicator.id, wave).map((row) => [row.level, row])),
    );
    const everybody = part.map(
      ({ indicator, wave }) => find.of({ indicator: indicator.id, wave, domain: 'all' })[0],
    );
    const provinces = (codeLists.province?.codes ?? []).filter(({ code }) =>
      estimates.some((byLevel) => byLevel.has(code)),
    );
    const count =
      parts.length > 1
        ? { zh: `（${i + 1}/${parts.length}）`, en: ` (${i + 1} of ${parts.length})` }
        : { zh: '', en: '' };
    return {
      id: `provinces-${file.topic}-${i + 1}`,
      number: number(),
      title: { zh: `${file.title.zh}，分省${count.zh}`, en: `${file.title.en}, by province${count.en}` },
      columns: [
        { label: { zh: '现住地', en: 'Province of residence' }, kind: 'text', width: 16 },
        ...part.map(({ indicator, wave }) => ({
          label: labelWithUnit(indicator),
          unit: { zh: `${wave}年`, en: wave },
          kind: 'estimate' as const,
          width: 13,
        })),
      ],
      rows: [
        { cells: [textCell({ zh: '全国', en: 'China' }), ...everybody.map(estimateCell)] },
        ...provinces.map(({ code, label }) => ({
          cells: [textCell(label), ...estimates.map((byLevel) => estimateCell(byLevel.get(code)))],
        })),
      ],
      notes: [
        {
          zh: '加权估计，其下为95%置信区间；比例以百分数表示。各省样本量有限，区间重叠者不宜排名。',
          en: 'Weighted estimates, beneath them 95% intervals; shares in per cent. Provincial samples are small: do not rank provinces whose intervals overlap.',
        },
      ],
    };
  });
}

/** The table appendix: the indicators of every chapter by province. Undefined where no chapter has a breakdown by province. */
export function provinceSection(data: BookData, letter: string, lang: Language): Block | undefined {
  const number = numbering(letter);
  const groups = data.chapters.flatMap((chapter) => {
    const own = data.waves.filter(({ wave }) => wave.instrument === chapter.file.instrument);
    const tables = chapterTables(
      chapter,
      own.map(({ wave }) => wave.wave),
      number.table,
    );
    return tables.length === 0 ? [] : [{ title: chapter.file.title, tables }];
  });
  if (groups.length === 0) return undefined;
  return {
    kind: 'section',
    id: 'provinces',
    kindOf: 'back',
    blocks: [
      { kind: 'heading', level: 2, number: letter, text: lang === 'zh' ? '分省表' : 'Tables by province' },
      ...groups.flatMap(({ title, tables }): Block[] => [
        { kind: 'heading', level: 3, text: title[lang] },
        ...tables.map(
          (table): Block => ({ kind: 'table', table, folded: `${table.number[lang]} ${table.title[lang]}` }),
        ),
      ]),
    ],
  };
}
