import { type Table, type TableRow, textCell } from '@wavebook/report';
import type { Arm, Label, ProgrammeFigure } from '@wavebook/schema';
import { figureRow } from '../results/figure-row.ts';
import type { Round, Rounds } from '../survey/round.ts';
import { programmeCell, say, waveLabel } from './cells.ts';
import { countColumn, numberColumn, type Place, tableOf, textColumn } from './table-parts.ts';

const statuses = ['responded', 'refused', 'not_found', 'unknown', 'left_site'] as const;
const statusLabels: Readonly<Record<(typeof statuses)[number], Label>> = {
  responded: say('受访', 'Interviewed'),
  refused: say('拒访', 'Refused'),
  not_found: say('未找到', 'Not found'),
  unknown: say('情况不明', 'Not known'),
  left_site: say('已离开各地区（不属总体）', 'Left all sites (not eligible)'),
};
const partLabels: Readonly<Record<string, Label>> = {
  first: say('首轮抽中', 'first round'),
  panel: say('追踪', 'followed'),
  new: say('新抽', 'newly drawn'),
};
const arms = ['pilot', 'comparison'] as const satisfies readonly Arm[];
const armNames: Readonly<Record<Arm, Label>> = {
  pilot: say('试点', 'Pilot'),
  comparison: say('对照', 'Comparison'),
};

/** How many units of an arm and part of the sample of a round became what. */
interface Response {
  readonly round: Round;
  readonly arm: Arm;
  readonly part: string;
  readonly counts: ReadonlyMap<(typeof statuses)[number], number>;
}

const roundsOf = (surveys: ReadonlyMap<string, Rounds>): Round[] =>
  [...surveys.values()].flatMap(({ before, after }) => [before, ...(after ? [after] : [])]);

function responsesOf(round: Round): Response[] {
  const { counts } = round.response;
  const parts = [...new Set(counts.map(({ part }) => part))].sort();
  return arms.flatMap((arm) =>
    parts.map((part) => ({
      round,
      arm,
      part,
      counts: new Map(
        statuses.map((status) => [
          status,
          counts.find((own) => own.arm === arm && own.part === part && own.status === status)?.units ?? 0,
        ]),
      ),
    })),
  );
}

/** The counts of an arm and part, and the response rate made of them; they are of the field work, not of answers: they have no error. */
function responseFigures(own: Response): { counts: ProgrammeFigure[]; rate: ProgrammeFigure | undefined } {
  const figure = (name: string, label: Label, unit: string, estimate: number, n: number) =>
    figureRow(
      {
        id: ['response', own.round.wave.instrument, own.round.wave.wave, own.arm, own.part, name].join('.'),
        of: say(
          `抽中单位：${armNames[own.arm].zh}，${partLabels[own.part]?.zh}，${label.zh}`,
          `Sampled units: ${armNames[own.arm].en.toLowerCase()}, ${partLabels[own.part]?.en}, ${label.en.toLowerCase()}`,
        ),
        indicator: '',
        waves: [own.round.wave],
        unit,
      },
      { estimate, se: Number.NaN, ciLow: Number.NaN, ciHigh: Number.NaN, df: Number.NaN, n },
      { quality: 'reliable', quality_rule: 'count_of_sampled_units', confidential: false },
    );
  const unitsOf = (status: (typeof statuses)[number]): number => own.counts.get(status) ?? 0;
  const eligible = statuses.reduce((sum, status) => sum + (status === 'left_site' ? 0 : unitsOf(status)), 0);
  return {
    counts: statuses.map((status) =>
      figure(status, statusLabels[status], 'people', unitsOf(status), unitsOf(status)),
    ),
    rate:
      eligible > 0
        ? figure('rate', say('应答率', 'Response rate'), 'share', unitsOf('responded') / eligible, eligible)
        : undefined,
  };
}

/** The rows of `response.csv`. */
export const responseRows = (surveys: ReadonlyMap<string, Rounds>): ProgrammeFigure[] =>
  roundsOf(surveys)
    .flatMap(responsesOf)
    .map(responseFigures)
    .flatMap(({ counts, rate }) => [...counts, ...(rate ? [rate] : [])]);

/** How the samples answered, arm by arm. */
export function responseTable(place: Place, surveys: ReadonlyMap<string, Rounds>): Table {
  return tableOf(
    place,
    say('应答与流失，按组别', 'Response and attrition by arm'),
    [
      textColumn(say('组别', 'Arm and part'), 30),
      ...statuses.map((status) => countColumn(statusLabels[status])),
      numberColumn(say('应答率（%）', 'Response rate (%)')),
    ],
    roundsOf(surveys).flatMap((round): TableRow[] => [
      { heading: waveLabel(round.wave) },
      ...responsesOf(round).map((own): TableRow => {
        const { counts, rate } = responseFigures(own);
        return {
          cells: [
            textCell(
              say(
                `${armNames[own.arm].zh}，${partLabels[own.part]?.zh}`,
                `${armNames[own.arm].en}, ${partLabels[own.part]?.en}`,
              ),
              { indent: 1 },
            ),
            ...counts.map(({ id, n }) => ({ kind: 'count' as const, value: n, id })),
            rate ? programmeCell(rate) : { kind: 'blank' as const },
          ],
        };
      }),
    ]),
    [
      say(
        '应答率＝受访÷（受访＋拒访＋未找到＋情况不明）。无应答按组别、抽样部分、性别和年龄（企业按规模）分类调整权重；类内受访者承担未受访者的权重。',
        'Response rate = interviewed ÷ (interviewed + refused + not found + not known). Weights are adjusted for non-response in classes of arm, part, sex and age (enterprises: size): those interviewed in a class take over the weight of those who were not.',
      ),
    ],
  );
}
