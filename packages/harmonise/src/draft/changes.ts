import { codeLists } from '@wavebook/schema';
import type { Chosen } from './assign.ts';
import type { CodebookProposal } from './propose-codebook.ts';
import type { ReferenceValues } from './reference-values.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const universeShift = 0.15;
const rare = 0.005;

function codeChanges(
  { codes, column, variable }: Chosen,
  theirs: Readonly<Record<string, string>>,
  name: string,
): string[] {
  if (!codes) return [];
  const seen = column.levels.filter(({ count }) => count >= rare * column.filled).map(({ text }) => text);
  const moved = [...codes.codes].filter(([raw, code]) => theirs[raw] !== undefined && theirs[raw] !== code);
  const appeared = seen.filter((raw) => theirs[raw] === undefined && /^-?\d+$/.test(raw));
  const vanished = Object.keys(theirs).filter((raw) => column.levels.every(({ text }) => text !== raw));
  const changes: string[] = [];
  const list = codeLists[variable.codes ?? ''];
  const order = list?.codes.map(({ code }) => code) ?? [];
  const place = (code: string | undefined): number => order.indexOf(code ?? '');
  const turned =
    list?.ordered === true &&
    moved.length >= 2 &&
    moved.every(([raw, code]) => place(theirs[raw]) + place(code) === order.length - 1);
  if (turned) changes.push(`the scale runs the other way round than in ${name}`);
  else if (moved.length > 0)
    changes.push(
      `other codes than in ${name}: ${moved.map(([raw, code]) => `${raw} was ${theirs[raw]}, is ${code}`).join('; ')}`,
    );
  if (appeared.length > 0) changes.push(`codes that ${name} has not: ${appeared.join(', ')}`);
  const coded = seen.every((raw) => /^-?[\d.]+$/.test(raw));
  if (vanished.length > 0 && coded && column.filled >= 200)
    changes.push(`codes of ${name} that nobody has here: ${vanished.join(', ')}`);
  return changes;
}

/** What the column of a variable means otherwise than in the nearest known layout: its name, its codes, its scale, who was asked. */
export function changesOf(
  chosen: Chosen,
  { nearest }: Pick<CodebookProposal, 'nearest'>,
  references: ReferenceValues,
): string[] {
  if (!nearest) return [];
  const { section, raw, variable, codes, column } = chosen;
  const changes: string[] = [];
  const namesake = nearest[section].find(
    (mapping) =>
      mapping.raw === raw && mapping.confidence !== 'placeholder' && mapping.variable !== variable.name,
  );
  if (namesake && !nearest[section].some((m) => m.raw === raw && m.variable === variable.name))
    changes.push(`“${raw}” is ${namesake.variable} in ${nearest.name}`);
  const theirs = nearest[section].find((mapping) => mapping.variable === variable.name);
  if (theirs?.codes) changes.push(...codeChanges(chosen, theirs.codes, nearest.name));
  const { distance, distanceReversed, byText } = codes ?? {};
  if (
    byText !== undefined &&
    byText < 0.5 &&
    distance !== undefined &&
    distanceReversed !== undefined &&
    distanceReversed < distance - 0.15
  )
    changes.push('its answers spread as if the scale ran the other way round');
  const spread = references
    .get(section === 'member' ? `member:${variable.name}` : variable.name)
    ?.find((s) => s.codebook === nearest.name);
  const filled = column.filled / Math.max(1, column.rows);
  if (spread && section === 'respondent' && Math.abs(spread.filled - filled) > universeShift)
    changes.push(
      `others are asked: ${percent(filled)} of the records have an answer, ${percent(spread.filled)} in ${nearest.name}`,
    );
  return changes;
}
