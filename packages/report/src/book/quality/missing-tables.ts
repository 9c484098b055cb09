import { type Label, type MissingReason, missingReasonLabels } from '@wavebook/schema';
import { textCell } from '../../table/estimate-cells.ts';
import { type HeatBounds, heatLegend, heatOf } from '../../table/heat.ts';
import type { Table, TableCell } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';
import { instrumentNamed, instrumentOf, tableId, textColumn, waveColumns } from './names.ts';
import { follows, isFew, mayShow, placeThatTells, shareShown } from './shown-cells.ts';

/** Why somebody who was asked has no answer. */
const reasons = ['refused', 'dont_know', 'invalid', 'missing'] as const satisfies readonly MissingReason[];

/** The classes of the colours: half a per cent, two, five, ten. */
const bounds: HeatBounds = [0.005, 0.02, 0.05, 0.1];

/** A question of the records, or of the members of the roster. */
interface Question {
  readonly name: string;
  readonly label: Label;
  readonly ofMembers: boolean;
}

/** The questions of a survey in the order of its questionnaire; what is derived follows from them, and an identifier is none. */
function questionsOf(instrument: string | undefined): readonly Question[] {
  const { records = [] } = instrumentNamed(instrument) ?? {};
  return records.flatMap(({ key, variables, label: record }, i) =>
    variables
      .filter(({ name, derived }) => derived === undefined && !key.includes(name) && !name.endsWith('_id'))
      .map(
        ({ name, label }): Question => ({
          name,
          label:
            i === 0
              ? label
              : { zh: `${record.zh}：${label.zh}`, en: `${record.en}: ${label.en.toLowerCase()}` },
          ofMembers: i > 0,
        }),
      ),
  );
}

/** How many records of a wave a question applied to, and how many of them have no answer for each reason. */
interface Unanswered {
  readonly asked: number;
  readonly counts: ReadonlyMap<MissingReason, number>;
  readonly all: number;
}

/** Who was asked a question in a wave and has no answer; undefined where the wave did not ask it. */
function unansweredIn({ wave, quality }: QualityWave, { name, ofMembers }: Question): Unanswered | undefined {
  const of = ofMembers ? quality?.members : quality;
  if (!quality || !of || (!ofMembers && wave.not_asked.includes(name))) return undefined;
  const own = new Map(
    of.missing.filter(({ variable }) => variable === name).map(({ reason, count }) => [reason, count]),
  );
  const given = [...of.categories, ...of.numbers, ...(ofMembers ? [] : quality.places)];
  const isAnswered = given.some(({ variable }) => variable === name);
  if (!isAnswered && !reasons.some((reason) => own.has(reason))) return undefined;
  const asked = of.rows_out - (own.get('not_asked') ?? 0) - (own.get('not_applicable') ?? 0);
  if (asked <= 0) return undefined;
  const counts = new Map(reasons.map((reason) => [reason, own.get(reason) ?? 0]));
  return { asked, counts, all: [...counts.values()].reduce((x, y) => x + y, 0) };
}

/** A share in its colour; too few are coloured only where any such number falls into one class. */
function heatCell(count: number, asked: number): TableCell {
  if (mayShow(count, asked)) return shareShown(count, asked, { heat: heatOf(count / asked, bounds) });
  const [least, most] = [heatOf(1 / asked, bounds), heatOf(9 / asked, bounds)];
  return shareShown(count, asked, isFew(count) && least === most ? { heat: most } : {});
}

interface MissingCell {
  readonly count: number;
  readonly asked: number;
  /** Whether a number of few would follow from it. */
  readonly tells?: boolean;
}

interface MissingLine {
  readonly label: Label;
  readonly reason?: MissingReason;
  readonly cells: readonly (MissingCell | undefined)[];
}

const isShown = ({ cells }: MissingLine): boolean =>
  cells.some((cell) => cell && cell.count > 0 && !isFew(cell.count));

const largest = ({ cells }: MissingLine): number =>
  Math.max(...cells.map((cell) => (cell && !isFew(cell.count) ? cell.count / cell.asked : 0)));

const baseNote: Label = {
  zh: '占应答者（该轮设有此题且适用于本人）的%；“–”为该轮未设此题。',
  en: 'In % of those whom the wave asked; a dash: the wave has no such question.',
};

/** Lines that say nothing which may be shown are counted. */
function othersNote(others: number, byReason: boolean): Label {
  const one = others === 1;
  const what = byReason ? (one ? 'line' : 'lines') : one ? 'question' : 'questions';
  return {
    zh: `另有${others}${byReason ? '行' : '题'}在各轮均不足10人，不列。`,
    en: `${others} further ${what} with fewer than ten in every wave ${one ? 'is' : 'are'} left out.`,
  };
}

function missingTable(
  lines: readonly MissingLine[],
  waves: readonly QualityWave[],
  frame: Pick<Table, 'id' | 'number' | 'title'>,
): Table | undefined {
  const shown = lines.filter(isShown);
  if (shown.length === 0) return undefined;
  const others = lines.length - shown.length;
  const byReason = shown.some(({ reason }) => reason !== undefined);
  return {
    ...frame,
    columns: [
      textColumn('题目', 'Question', 30),
      ...(byReason ? [textColumn('原因', 'Reason', 12)] : []),
      ...waveColumns(waves, 'number'),
    ],
    rows: shown.map(({ label, reason, cells }) => ({
      cells: [
        textCell(label),
        ...(reason === undefined ? [] : [textCell(missingReasonLabels[reason])]),
        ...cells.map((cell): TableCell => {
          if (!cell) return { kind: 'none' };
          return cell.tells ? follows : heatCell(cell.count, cell.asked);
        }),
      ],
    })),
    legend: heatLegend(bounds),
    notes: [baseNote, ...(others > 0 ? [othersNote(others, byReason)] : [])],
  };
}

/** The questions that most of those asked left without an answer, most first, wave by wave, in colours. */
export function missingHeat(waves: readonly QualityWave[], number: Label): Table | undefined {
  const lines = questionsOf(instrumentOf(waves))
    .map((question): MissingLine => {
      const cells = waves.map((wave) => {
        const own = unansweredIn(wave, question);
        return own && { count: own.all, asked: own.asked };
      });
      return { label: question.label, cells };
    })
    .filter(({ cells }) => cells.some((cell) => cell && cell.count > 0))
    .sort((a, b) => largest(b) - largest(a));
  return missingTable(lines, waves, {
    ...{ id: tableId('quality-missing', waves), number },
    title: { zh: '应答而无有效答案的比例', en: 'Asked, but without an answer' },
  });
}

/** The same by reason, in the order of the questionnaire. */
export function missingByReason(waves: readonly QualityWave[], number: Label): Table | undefined {
  const lines = questionsOf(instrumentOf(waves)).flatMap((question) =>
    reasons.map((reason): MissingLine => {
      const cells = waves.map((wave) => {
        const own = unansweredIn(wave, question);
        if (!own) return undefined;
        const tells = reasons[placeThatTells(reasons.map((r) => own.counts.get(r) ?? 0))] === reason;
        return { count: own.counts.get(reason) ?? 0, asked: own.asked, tells };
      });
      return { label: question.label, reason, cells };
    }),
  );
  return missingTable(
    lines.filter(({ cells }) => cells.some((cell) => cell && cell.count > 0)),
    waves,
    {
      ...{ id: tableId('quality-missing-reasons', waves), number },
      title: { zh: '无有效答案的原因', en: 'Why there is no answer' },
    },
  );
}

/** The question of a wave that most of those asked left without an answer, if that may be shown. */
export function mostUnanswered(wave: QualityWave): { label: Label; share: number } | undefined {
  const [most] = questionsOf(wave.wave.instrument)
    .flatMap((question) => {
      const own = unansweredIn(wave, question);
      return own && own.all > 0 && mayShow(own.all, own.asked)
        ? [{ label: question.label, share: own.all / own.asked }]
        : [];
    })
    .sort((a, b) => b.share - a.share);
  return most;
}
