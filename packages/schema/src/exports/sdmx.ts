import type { EstimateRow } from '../estimate-row.ts';
import { languages } from '../label.ts';
import type { ExportSource } from './export-source.ts';
import { csvText, type ExportedFile } from './exported-file.ts';
import { indicatorConfidence } from './indicator-confidence.ts';
import { sdmxCodeLists } from './sdmx-code-lists.ts';
import { sdmxComponents } from './sdmx-components.ts';

/** The dataflow of the estimates, as every row names it. */
const DATAFLOW = 'WAVEBOOK:DF_ESTIMATES(1.0.0)';

const header: readonly string[] = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  ...sdmxComponents.map(({ id }) => id),
];

/**
 * Estimates as SDMX-CSV 2.0: one observation a row. A row that is suppressed or confidential has no number; `OBS_STATUS` is then `Q`. An
 * indicator without categories has the category `_T`.
 *
 * @param rows rows of `estimates.csv`
 * @returns the file's text, header first
 */
export function sdmxCsv(rows: readonly EstimateRow[]): string {
  return csvText([
    header,
    ...rows.map((row) => ['dataflow', DATAFLOW, 'I', ...sdmxComponents.map(({ value }) => value(row))]),
  ]);
}

/** What a reader of the estimates in SDMX needs: the header, what each column is, and the code lists, those of the breakdowns included. */
export function sdmxFiles(source: ExportSource): ExportedFile[] {
  const lists = [...sdmxCodeLists(source), ...breakdownLists(source)];
  const confidence = new Map(source.indicators.map((i) => [i.id, indicatorConfidence(i, source)]));
  const waves = [...new Set([...confidence.values()].flat().map(({ wave }) => wave))].sort();
  return [
    { path: 'estimates.sdmx.csv', text: csvText([header]) },
    {
      path: 'components.csv',
      text: csvText([
        ['component', 'role', 'code_list'],
        ...sdmxComponents.map(({ id, role, codeList }) => [id, role, codeList ?? '']),
      ]),
    },
    ...lists.map(({ id, codes }) => {
      const isIndicator = id === 'CL_INDICATOR';
      const extra = isIndicator ? waves.map((wave) => `confidence_${wave}`) : [];
      return {
        path: `codelists/${id}.csv`,
        text: csvText([
          ['code', ...languages.map((lang) => `name_${lang}`), ...extra],
          ...codes.map(({ code, label }) => [
            code,
            ...languages.map((lang) => label[lang]),
            ...(isIndicator ? (confidence.get(code) ?? []).map((c) => c.confidence) : []),
          ]),
        ]),
      };
    }),
  ];
}

function breakdownLists({ codeLists }: ExportSource) {
  return Object.values(codeLists).map((list) => ({ ...list, id: `CL_${list.id.toUpperCase()}` }));
}
