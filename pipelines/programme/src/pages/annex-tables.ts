import { countCell, estimateCell, type Table, type TableRow, textCell } from '@wavebook/report';
import {
  directiveAreas,
  directiveGroups,
  type EstimateRow,
  type Label,
  type MeasurableIndicator,
} from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
import { blank, say, tableNumber, waveLabel } from './cells.ts';

const categories: Readonly<Record<string, Label>> = {
  managerial: say('管理', 'Managerial'),
  political_legal: say('政治法律', 'Political legal'),
  organisational: say('组织', 'Organization'),
  financial: say('财务', 'Financial'),
  technical: say('技术', 'Technical'),
};

/** The risk log of annex 1 in its printed columns. */
export function riskTable({ framework, source, programme }: Framework, number: string): Table {
  return {
    id: `risks-${programme}`,
    number: tableNumber(number),
    title: say('风险登记表', 'Risk log'),
    columns: [
      { label: say('编号', 'ID'), kind: 'text', width: 6 },
      { label: say('说明', 'Description'), kind: 'text', width: 36 },
      { label: say('类别', 'Category'), kind: 'text', width: 12 },
      { label: say('影响与概率', 'Impact & Probability'), kind: 'text', width: 24 },
      { label: say('对策/管理回应', 'Countermeasures / Management response'), kind: 'text', width: 36 },
      { label: say('责任人', 'Owner'), kind: 'text', width: 14 },
      { label: say('登记人', 'Author'), kind: 'text', width: 8 },
      { label: say('识别日期', 'Date Identified'), kind: 'text', width: 10 },
      { label: say('最近更新', 'Last Update'), kind: 'text', width: 10 },
      { label: say('状态', 'Status'), kind: 'text', width: 8 },
    ],
    rows: framework.risks.map((risk) => ({
      cells: [
        textCell(risk.id),
        textCell(risk.description),
        textCell(categories[risk.category] ?? risk.category),
        textCell(
          risk.probability === null
            ? risk.impact_description
            : say(
                `${risk.impact_description.zh}　P = ${risk.probability}`,
                `${risk.impact_description.en}  P = ${risk.probability}`,
              ),
        ),
        textCell(risk.response),
        textCell(risk.owner.join(', ')),
        textCell(risk.author ?? ''),
        textCell(risk.identified ?? ''),
        textCell(risk.updated ?? ''),
        textCell(risk.status ?? ''),
      ],
    })),
    notes: [say('空格为资料未填。', 'Cells that the source leaves empty are empty.')],
    source,
  };
}

/** The areas of the directives that annex 3 prints, those marked relevant, and the evidence that exists for each. */
export function directivesTable(
  known: ReadonlyMap<string, MeasurableIndicator>,
  latestOf: (indicator: string) => EstimateRow | undefined,
  number: string,
): Table {
  const evidenceFor = (code: string): { definition: MeasurableIndicator; row: EstimateRow }[] =>
    [...known.values()].flatMap((definition) => {
      const row = definition.directive_areas.includes(code) ? latestOf(definition.id) : undefined;
      return row ? [{ definition, row }] : [];
    });
  const rows = directiveGroups.flatMap((group): TableRow[] => [
    {
      heading: say(
        `${group.code}　${group.label.zh}（${group.state.zh}）`,
        `${group.code}. ${group.label.en} (${group.state.en})`,
      ),
    },
    ...directiveAreas
      .filter((area) => area.group === group.code)
      .flatMap((area): TableRow[] => {
        const evidence = evidenceFor(area.code);
        const first = (given?: { definition: MeasurableIndicator; row: EstimateRow }): TableRow => ({
          cells: [
            textCell(say(`${area.code} ${area.label.zh}`, `${area.code} ${area.label.en}`)),
            textCell(area.relevant ? 'X' : ''),
            textCell(area.observation ?? ''),
            given ? textCell(given.definition.label) : textCell(say('没有调查证据', 'no survey evidence')),
            given ? estimateCell(given.row) : { kind: 'blank' },
            given ? countCell(given.row) : { kind: 'blank' },
            given ? textCell(waveLabel(given.row)) : blank(),
          ],
        });
        const [one, ...more] = evidence;
        return [
          first(one),
          ...more.map(
            (given): TableRow => ({
              cells: [
                blank(),
                blank(),
                blank(),
                textCell(given.definition.label),
                estimateCell(given.row),
                countCell(given.row),
                textCell(waveLabel(given.row)),
              ],
            }),
          ),
        ];
      }),
  ]);
  return {
    id: 'directives',
    number: tableNumber(number),
    title: say(
      '国务院2006年3月文件各领域与现有证据',
      'Areas of the State Council’s directives of March 2006 and the evidence that exists',
    ),
    columns: [
      { label: say('领域', 'Area'), kind: 'text', width: 36 },
      { label: say('相关', 'Relevance'), kind: 'text', width: 8 },
      { label: say('附件3的说明', 'Observations'), kind: 'text', width: 30 },
      { label: say('证据：指标', 'Evidence: indicator'), kind: 'text', width: 30 },
      { label: say('最新估计', 'Latest estimate'), kind: 'estimate' },
      { label: say('n', 'n'), kind: 'count' },
      { label: say('调查', 'Survey'), kind: 'text', width: 20 },
    ],
    rows,
    notes: [
      say(
        '附件3印出41个领域中的35个，28个标为相关；其余6个资料中没有。基线调查的估计为试点社区。',
        'Annex 3 prints 35 of the 41 areas, 28 of them marked relevant; the other 6 are in no source. Estimates of the baseline surveys are of the pilot communities.',
      ),
    ],
  };
}
