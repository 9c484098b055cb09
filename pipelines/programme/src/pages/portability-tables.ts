import { countCell, estimateCell, type Table, type TableRow, textCell } from '@wavebook/report';
import type { Label, ManifestWave } from '@wavebook/schema';
import { type Holding, holdings, type Portability } from '../analyses/portability.ts';
import { say, waveLabel } from './cells.ts';
import {
  codeLabel,
  countColumn,
  estimateColumn,
  type Place,
  tableOf,
  textColumn,
  withoutEmpty,
} from './table-parts.ts';

const holdingLabels: Readonly<Record<Holding, Label>> = {
  destination: say('流入地', 'at the destination'),
  both: say('两地', 'at both'),
  origin: say('流出地', 'at the origin'),
  neither: say('均未参加', 'at neither'),
  other: say('其他或不清楚', 'elsewhere, or not known'),
};

interface Surveyed {
  readonly wave: ManifestWave;
  readonly found: Portability;
}

/** Which insurances a survey asks the place of. */
export const schemesLabel = ({ schemes }: Portability): Label =>
  schemes.length > 1
    ? say('养老和医疗保险', 'pension and medical insurance')
    : schemes[0] === 'pension'
      ? say('养老保险', 'pension insurance')
      : say('医疗保险', 'medical insurance');

const headingOf = ({ wave, found }: Surveyed): Label =>
  say(`${waveLabel(wave).zh}：${schemesLabel(found).zh}`, `${waveLabel(wave).en}: ${schemesLabel(found).en}`);

/** Where insurance is held, survey by survey. */
export function heldTable(place: Place, surveys: readonly Surveyed[]): Table {
  return tableOf(
    place,
    say('保险参保地（%）', 'Where insurance is held (%)'),
    [
      textColumn(say('调查', 'Survey'), 36),
      ...holdings.map((holding) => estimateColumn(holdingLabels[holding])),
      countColumn(),
    ],
    surveys.map((own) => ({
      cells: [
        textCell(headingOf(own)),
        ...holdings.map((holding) => estimateCell(own.found.all.find((row) => row.category === holding))),
        countCell(own.found.all[0]),
      ],
    })),
    [
      say(
        '养老、医疗两项都问时合并判定：一项在流入地、一项在流出地者为“两地”；一项没有回答者不计入。基线调查为两类社区合计。',
        'Where both pension and medical insurance are asked they count together: one at the destination and one at the origin is “at both”; whoever left one without an answer is left out. Baseline surveys: communities of both arms.',
      ),
    ],
  );
}

/** Where insurance is held, by origin and destination. */
export function flowsTable(place: Place, surveys: readonly Surveyed[]): Table {
  const region = (code: string): Label => codeLabel('region', code);
  return tableOf(
    place,
    say('保险参保地（%），按流出地和流入地', 'Where insurance is held (%), by origin and destination'),
    [
      textColumn(say('流出地 → 流入地', 'Origin → destination'), 28),
      ...holdings.map((holding) => estimateColumn(holdingLabels[holding])),
      countColumn(),
    ],
    surveys.flatMap((own): TableRow[] => {
      const { origins, destinations, flows } = own.found;
      const lines = origins.flatMap((one) =>
        destinations.flatMap((two) => {
          const at = (holding: Holding) => flows.get(holding)?.get(`${one}:${two}`);
          const shown = holdings.map(at);
          if (shown.every((row) => row === undefined)) return [];
          return [
            {
              label: say(`${region(one).zh} → ${region(two).zh}`, `${region(one).en} → ${region(two).en}`),
              cells: [
                ...shown.map((row) => estimateCell(row)),
                countCell(shown.find((row) => row && !row.suppressed)),
              ],
            },
          ];
        }),
      );
      return [{ heading: headingOf(own) }, ...withoutEmpty(lines)];
    }),
  );
}
