import type { Label } from '@wavebook/schema';
import { textCell } from '../../table/estimate-cells.ts';
import type { Table, TableCell } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';
import { instrumentOf, tableId, textColumn, variableLabel, waveColumns } from './names.ts';
import { shareShown } from './shown-cells.ts';

/** Names of places that no list knows, in per cent of those given. */
export function placesTable(waves: readonly QualityWave[], number: Label): Table | undefined {
  const placesOf = ({ quality }: QualityWave) => quality?.places ?? [];
  const variables = [...new Set(waves.flatMap((wave) => placesOf(wave).map(({ variable }) => variable)))];
  if (variables.length === 0) return undefined;
  return {
    ...{ id: tableId('quality-places', waves), number },
    title: { zh: '未能对应的地名（%）', en: 'Names of places not matched (%)' },
    columns: [textColumn('变量', 'Variable', 30), ...waveColumns(waves, 'number')],
    rows: variables.map((variable) => ({
      cells: [
        textCell(variableLabel(variable, instrumentOf(waves))),
        ...waves.map((wave): TableCell => {
          const own = placesOf(wave).find((p) => p.variable === variable);
          return own ? shareShown(own.unmatched, own.given, { decimals: 2 }) : { kind: 'none' };
        }),
      ],
    })),
    notes: [
      {
        zh: '别名、旧名、错字、代管单位和截断为20字节的名称先行对应，仍不能对应者作废，原文存于审计文件。',
        en: 'Aliases, former names, misspellings, pseudo-units and names cut at 20 bytes are matched first; what is left is set invalid and stays in the audit file.',
      },
    ],
  };
}
