import type { HeapingIndex, Label, StraightLining } from '@wavebook/schema';
import { numberCell, textCell } from '../../table/estimate-cells.ts';
import { sameInBoth, type Table, type TableCell, type TableRow } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';
import { answerLabel, instrumentOf, tableId, textColumn, variableLabel, waveColumns } from './names.ts';
import { shareShown } from './shown-cells.ts';

const steps: ReadonlyMap<string, Label> = new Map(
  Object.entries({
    monthly_income: { zh: '整千元（在整百元中）', en: 'full thousands among full hundreds of yuan' },
    weekly_hours: { zh: '10的倍数', en: 'multiples of ten' },
    stay_months: { zh: '整年（12个月的倍数）', en: 'full years (multiples of twelve months)' },
    birth_year: { zh: '5的倍数', en: 'multiples of five' },
  }),
);

const integrationLabel: Label = { zh: '社会融合量表', en: 'Items on social integration' };
const batteryLabel = (battery: string): Label =>
  battery === 'integration' ? integrationLabel : sameInBoth(battery);

const heapingOf = ({ quality }: QualityWave): readonly HeapingIndex[] => quality?.heaping ?? [];
const straightOf = ({ quality }: QualityWave): readonly StraightLining[] => quality?.straight_lining ?? [];

/** The index of a share of round answers; not shown where those who gave them, or the others, are few. */
function indexCell(heaping: HeapingIndex | undefined): TableCell {
  if (!heaping) return { kind: 'none' };
  const shown = shareShown(Math.round(heaping.share * heaping.n), heaping.n);
  return shown.kind === 'number' ? numberCell(heaping.index, 2) : shown;
}

const straightCell = (lining: StraightLining | undefined): TableCell =>
  lining ? shareShown(lining.count, lining.n) : { kind: 'none' };

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
const variablesOf = (waves: readonly QualityWave[]): string[] =>
  distinct(waves.flatMap((wave) => heapingOf(wave).map(({ variable }) => variable)));
const batteriesOf = (waves: readonly QualityWave[]): string[] =>
  distinct(waves.flatMap((wave) => straightOf(wave).map(({ battery }) => battery)));

/** How answers were given in each wave: round numbers, and batteries answered in one straight line. */
export function answeringTable(waves: readonly QualityWave[], number: Label): Table | undefined {
  const [variables, lines] = [variablesOf(waves), batteriesOf(waves)];
  if (variables.length + lines.length === 0) return undefined;
  const headed = (heading: Label, rows: readonly TableRow[]): TableRow[] =>
    rows.length === 0 ? [] : [{ heading }, ...rows];
  return {
    ...{ id: tableId('quality-answering', waves), number },
    title: { zh: '取整与直线作答', en: 'Round numbers and straight lines' },
    columns: [
      textColumn('变量', 'Variable', 24),
      textColumn('所数', 'What is counted', 26),
      ...waveColumns(waves, 'number'),
    ],
    rows: [
      ...headed(
        {
          zh: '取整指数（1为不取整）',
          en: 'Heaping index (1: no heaping)',
        },
        variables.map((variable) => ({
          cells: [
            textCell(variableLabel(variable, instrumentOf(waves)), { indent: 1 }),
            textCell(steps.get(variable) ?? ''),
            ...waves.map((wave) =>
              indexCell(heapingOf(wave).find((h) => h.variable === variable && h.province === null)),
            ),
          ],
        })),
      ),
      ...headed(
        { zh: '直线作答（%）', en: 'Straight-lining (%)' },
        lines.map((battery) => ({
          cells: [
            textCell(batteryLabel(battery), { indent: 1 }),
            textCell({ zh: '各题答案全部相同', en: 'the same answer to every item' }),
            ...waves.map((wave) =>
              straightCell(straightOf(wave).find((s) => s.battery === battery && s.province === null)),
            ),
          ],
        })),
      ),
    ],
    notes: [
      {
        zh: '取整指数为整数答案的实际比例与不取整时应有比例之比。直线作答只计答完全部各题的人；量表中有反向题，答案全部相同多为敷衍。题数各轮不同，题少时更易全部相同。',
        en: 'The heaping index is the share of round answers over the share expected if all were alike. Straight lines are counted among those who answered every item; some items are reversed, so that the same answer to all means little thought. The number of items differs between waves; fewer make a straight line likelier.',
      },
    ],
  };
}

const provincesOf = (rows: readonly { readonly province: string | null }[]): string[] =>
  distinct(rows.flatMap(({ province }) => province ?? [])).sort();

/** The same in the provinces with enough answers. */
export function answeringByProvince(waves: readonly QualityWave[], number: Label): Table | undefined {
  const blocks = [
    ...variablesOf(waves).map((variable) => ({
      heading: {
        zh: `${variableLabel(variable, instrumentOf(waves)).zh}：取整指数`,
        en: `${variableLabel(variable, instrumentOf(waves)).en}: heaping index`,
      },
      provinces: provincesOf(waves.flatMap((w) => heapingOf(w).filter((h) => h.variable === variable))),
      cell: (wave: QualityWave, province: string) =>
        indexCell(heapingOf(wave).find((h) => h.variable === variable && h.province === province)),
    })),
    ...batteriesOf(waves).map((battery) => ({
      heading: {
        zh: `${batteryLabel(battery).zh}：直线作答（%）`,
        en: `${batteryLabel(battery).en}: straight-lining (%)`,
      },
      provinces: provincesOf(waves.flatMap((w) => straightOf(w).filter((s) => s.battery === battery))),
      cell: (wave: QualityWave, province: string) =>
        straightCell(straightOf(wave).find((s) => s.battery === battery && s.province === province)),
    })),
  ].filter(({ provinces }) => provinces.length > 0);
  if (blocks.length === 0) return undefined;
  return {
    ...{ id: tableId('quality-answering-provinces', waves), number },
    title: {
      zh: '分省的取整与直线作答（500人及以上的省）',
      en: 'Round numbers and straight lines by province (500 answers or more)',
    },
    columns: [textColumn('现住地', 'Province of residence', 26), ...waveColumns(waves, 'number')],
    rows: blocks.flatMap(({ heading, provinces, cell }): TableRow[] => [
      { heading },
      ...provinces.map((province) => ({
        cells: [
          textCell(answerLabel('province', province, instrumentOf(waves)), { indent: 1 }),
          ...waves.map((wave) => cell(wave, province)),
        ],
      })),
    ]),
    notes: [
      {
        zh: '“–”为该轮该省回答者不足500人，或未设此题。',
        en: 'A dash: fewer than 500 answers in this province and wave, or no such question.',
      },
    ],
  };
}
