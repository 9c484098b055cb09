import { type Codebook, layoutSignature } from './codebook.ts';
import { codebooks } from './codebooks/registry.ts';
import { specialFiles } from './codebooks/special-files.ts';
import type { Label } from './label.ts';

/**
 * How well the columns of a file fit a known layout.
 *
 * - `score`: share of the layout's signature found, to the letter; `scoreIgnoringCase`: the same when case does not count.
 * - `absent`: signature columns not found; `otherCase`: those that are there in another case, as `[expected, found]`.
 */
export interface LayoutMatch {
  readonly codebook: Codebook;
  readonly score: number;
  readonly scoreIgnoringCase: number;
  readonly absent: readonly string[];
  readonly otherCase: readonly (readonly [expected: string, found: string])[];
}

/** Something that speaks against taking the file for what it seems or is said to be. */
export interface LayoutWarning {
  readonly code:
    | 'not_recognised'
    | 'few_columns_known'
    | 'near_tie'
    | 'case_differs'
    | 'labels_padded'
    | 'wave_differs'
    | 'name_differs'
    | 'special_file'
    | 'rows_differ';
  readonly message: Label;
}

/** The known layouts, best first; `distance` is the score of the best less that of the next. `best` is null below `recognisedFrom`. */
export interface LayoutRecognition {
  readonly best: LayoutMatch | null;
  readonly distance: number;
  readonly matches: readonly LayoutMatch[];
  readonly warnings: readonly LayoutWarning[];
}

/** A layout counts as recognised from this share of its signature on. */
export const recognisedFrom = 0.9;
const fewColumns = 8;
const nearTie = 0.05;
const rowTolerance = 0.02;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const count = (rows: number): string => rows.toLocaleString('en-US');

const warning = (code: LayoutWarning['code'], zh: string, en: string): LayoutWarning => ({
  code,
  message: { zh, en },
});

function matchLayout(codebook: Codebook, names: ReadonlySet<string>, byLower: ReadonlyMap<string, string>) {
  const signature = layoutSignature(codebook);
  const absent = signature.filter((name) => !names.has(name));
  const otherCase = absent.flatMap((name) => {
    const found = byLower.get(name.toLowerCase());
    return found === undefined ? [] : [[name, found] as const];
  });
  return {
    codebook,
    score: 1 - absent.length / signature.length,
    scoreIgnoringCase: 1 - (absent.length - otherCase.length) / signature.length,
    absent,
    otherCase,
  };
}

/** What the columns alone make doubtful. */
function columnWarnings(
  matches: readonly LayoutMatch[],
  best: LayoutMatch | null,
  padded: number,
): LayoutWarning[] {
  const [first, next] = matches;
  const warnings: LayoutWarning[] = [];
  if (padded > 0)
    warnings.push(
      warning(
        'labels_padded',
        `${padded}个列名前后有空格；比较时已去掉。`,
        `${padded} column names have blanks around them; they were compared without.`,
      ),
    );
  const byCase = matches.find((m) => m.score < recognisedFrom && m.scoreIgnoringCase >= recognisedFrom);
  if (best === null && byCase)
    warnings.push(
      warning(
        'case_differs',
        `若不分大小写，列名符合 ${byCase.codebook.name}；大小写随轮次而不同，须人工确认。`,
        `But for case the columns are those of ${byCase.codebook.name}; case differs by wave, so look before you rename.`,
      ),
    );
  if (best === null && first)
    warnings.push(
      warning(
        'not_recognised',
        `没有一个已知版式达到${percent(recognisedFrom)}；最接近的是 ${first.codebook.name}（${percent(first.score)}）。`,
        `No known layout reaches ${percent(recognisedFrom)}; the nearest is ${first.codebook.name} (${percent(first.score)}).`,
      ),
    );
  if (best && layoutSignature(best.codebook).length < fewColumns)
    warnings.push(
      warning(
        'few_columns_known',
        `${best.codebook.name} 只有${layoutSignature(best.codebook).length}个已核实的列名，判断依据少。`,
        `Only ${layoutSignature(best.codebook).length} column names of ${best.codebook.name} are verified; the match rests on little.`,
      ),
    );
  if (best && next && best.score - next.score <= nearTie) {
    const telling = next.absent.length > 0 ? next.absent : best.absent;
    warnings.push(
      warning(
        'near_tie',
        `与 ${next.codebook.name} 几乎分不开（${percent(next.score)}）；看 ${telling.join('、')}。`,
        `Hardly to be told from ${next.codebook.name} (${percent(next.score)}); look at ${telling.join(', ')}.`,
      ),
    );
  }
  return warnings;
}

/** What the number of rows makes doubtful. */
function rowWarnings(best: LayoutMatch, rows: number): LayoutWarning[] {
  const { name, usual_rows } = best.codebook;
  const special = specialFiles.find((file) => file.rows === rows);
  if (special)
    return [
      warning(
        'special_file',
        `${count(rows)}行是“${special.label.zh}”（${special.wave}年）的行数，不是 ${name} 全国文件的${count(usual_rows)}行。`,
        `${count(rows)} rows is the size of “${special.label.en}” (${special.wave}), not of the national file of ${name} with its ${count(usual_rows)}.`,
      ),
    ];
  if (Math.abs(rows / usual_rows - 1) <= rowTolerance) return [];
  const fits = Object.values(codebooks).find((c) => Math.abs(rows / c.usual_rows - 1) <= rowTolerance);
  const [zh, en] = fits ? [`；行数像 ${fits.name}`, `; it would fit ${fits.name}`] : ['', ''];
  return [
    warning(
      'rows_differ',
      `有${count(rows)}行，${name} 的全国文件有${count(usual_rows)}行${zh}。`,
      `${count(rows)} rows; the national file of ${name} has ${count(usual_rows)}${en}.`,
    ),
  ];
}

/** What wave and file name say against the columns. */
function nameWarnings(
  best: LayoutMatch,
  wave: string | undefined,
  fileName: string | undefined,
): LayoutWarning[] {
  const found = best.codebook.wave;
  const named = /(?<!\d)20(09|1\d)(?!\d)/.exec(fileName ?? '')?.[0];
  const warnings: LayoutWarning[] = [];
  if (wave !== undefined && wave !== found)
    warnings.push(
      warning(
        'wave_differs',
        `作为${wave}年交来，列却是 ${best.codebook.name} 的版式；年龄和居留时长会差${Math.abs(Number(wave) - Number(found))}年，题目也会读错。`,
        `Handed in as ${wave}, but the columns are those of ${best.codebook.name}; ages and lengths of stay would be off by ${Math.abs(Number(wave) - Number(found))} and questions be misread.`,
      ),
    );
  if (named !== undefined && named !== found && named !== wave)
    warnings.push(
      warning(
        'name_differs',
        `文件名说${named}年，列是 ${best.codebook.name} 的版式。`,
        `The file name says ${named}; the columns are those of ${best.codebook.name}.`,
      ),
    );
  return warnings;
}

/**
 * Recognises the wave of a file by its columns: scores every known layout by the share of its signature (verified names only) that is
 * there, and says what speaks against the best. Names are compared to the letter, since case differs by wave; blanks around them do not
 * count.
 *
 * @param columns column names of the file.
 * @param told what else is known of the file: its number of rows, the wave that it is said to be, its name.
 * @example
 * recogniseLayout(['C1', 'C2', 'q101m1y', 'q101j1a', …], { wave: '2018' }).warnings[0].code // 'wave_differs': it is 2017
 */
export function recogniseLayout(
  columns: Iterable<string>,
  told: { rows?: number; wave?: string; fileName?: string } = {},
): LayoutRecognition {
  const raw = [...columns];
  const names = new Set(raw.map((name) => name.trim()));
  const byLower = new Map([...names].map((name) => [name.toLowerCase(), name]));
  const matches = Object.values(codebooks)
    .map((codebook): LayoutMatch => matchLayout(codebook, names, byLower))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.scoreIgnoringCase - a.scoreIgnoringCase ||
        (a.codebook.name < b.codebook.name ? -1 : 1),
    );
  const [first, next] = matches;
  const best = first && first.score >= recognisedFrom ? first : null;
  const warnings = [
    ...columnWarnings(matches, best, raw.filter((name) => name !== name.trim()).length),
    ...(best ? nameWarnings(best, told.wave, told.fileName) : []),
    ...(best && told.rows !== undefined ? rowWarnings(best, told.rows) : []),
  ];
  return { best, distance: (first?.score ?? 0) - (next?.score ?? 0), matches, warnings };
}
