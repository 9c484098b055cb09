import { type Table, type TableRow, textCell } from '@wavebook/report';
import type { Arm, Label, ProgrammeFigure } from '@wavebook/schema';
import { figureRow } from '../results/figure-row.ts';
import type { Round, Rounds } from '../survey/round.ts';
import { say, waveLabel } from './cells.ts';
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

const responseId = ({ round: { wave }, arm, part }: Response, status: string): string =>
  ['response', wave.instrument, wave.wave, arm, part, status].join('.');

/** The counts of sampled units as rows of `response.csv`. They are counts of the field work, not of answers: they have no error. */
export function responseRows(surveys: ReadonlyMap<string, Rounds>): ProgrammeFigure[] {
  return roundsOf(surveys)
    .flatMap(responsesOf)
    .flatMap((own) =>
      statuses.map((status) => {
        const units = own.counts.get(status) ?? 0;
        const label = statusLabels[status];
        return figureRow(
          {
            id: responseId(own, status),
            of: say(
              `抽中单位：${armNames[own.arm].zh}，${partLabels[own.part]?.zh}，${label.zh}`,
              `Sampled units: ${armNames[own.arm].en.toLowerCase()}, ${partLabels[own.part]?.en}, ${label.en.toLowerCase()}`,
            ),
            indicator: '',
            waves: [own.round.wave],
            unit: 'people',
          },
          {
            estimate: units,
            se: Number.NaN,
            ciLow: Number.NaN,
            ciHigh: Number.NaN,
            df: Number.NaN,
            n: units,
          },
          { quality: 'reliable', quality_rule: 'count_of_sampled_units', confidential: false },
        );
      }),
    );
}

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
        const of = (status: (typeof statuses)[number]): number => own.counts.get(status) ?? 0;
        const eligible = of('responded') + of('refused') + of('not_found') + of('unknown');
        return {
          cells: [
            textCell(
              say(
                `${armNames[own.arm].zh}，${partLabels[own.part]?.zh}`,
                `${armNames[own.arm].en}, ${partLabels[own.part]?.en}`,
              ),
              { indent: 1 },
            ),
            ...statuses.map((status) => ({
              kind: 'count' as const,
              value: of(status),
              id: responseId(own, status),
            })),
            eligible > 0
              ? {
                  kind: 'number' as const,
                  value: of('responded') / eligible,
                  decimals: 1,
                  share: true as const,
                }
              : { kind: 'blank' as const },
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
