import type { Candidate } from './candidate.ts';

/** How sure a mapping is. `high`: two independent witnesses, nothing against it, and no other variable or column near. */
export type Certainty = 'high' | 'medium' | 'low';

/** A candidate that was chosen, how sure it is, and what was nearest to being chosen in its place. */
export interface Chosen extends Candidate {
  readonly certainty: Certainty;
  readonly rival: Candidate | undefined;
}

const clearMargin = 1.5;
const mostOpen = 0.02;

const sameColumn = (a: Candidate, b: Candidate): boolean => a.section === b.section && a.raw === b.raw;
const sameVariable = (a: Candidate, b: Candidate): boolean =>
  a.section === b.section && a.variable.name === b.variable.name;

/** The month that stands in one number with the year. */
const monthOf = (variable: string): string => variable.replace(/_year$/, '_month');

function certaintyOf(
  { witnesses, points, codes, column, variable, read }: Candidate,
  margin: number,
): Certainty {
  const of = (kind: string) => witnesses.find((witness) => witness.kind === kind);
  const [label, answers, values] = [of('label'), of('answers'), of('values')];
  const strong = witnesses.filter((witness) => witness.strong).length;
  const open = (codes?.open ?? []).reduce((sum, { count }) => sum + count, 0) / Math.max(1, column.filled);
  const isMoney = variable.unit?.startsWith('yuan') ?? false;
  const exactLabel = (label?.points ?? 0) >= 3.8;
  const answersFit = (answers?.points ?? 0) >= 1.45;
  const told =
    strong >= 2 ||
    (exactLabel && (answersFit || (values?.points ?? 0) > 0 || read === 'text')) ||
    (label?.strong === true && answersFit);
  const doubted =
    witnesses.some((witness) => witness.points < 0) || open > mostOpen || (isMoney && !label?.strong);
  if (witnesses.some(({ certain }) => certain) && open <= mostOpen) return 'high';
  if (told && !doubted && points >= 4.5 && margin >= clearMargin) return 'high';
  return points >= 3 && margin >= 0.5 ? 'medium' : 'low';
}

/**
 * Chooses one column for each variable and one variable for each column, the best candidates first. Columns that known layouts read two
 * variables from (`shared`) may get both.
 */
export function assign(
  candidates: readonly Candidate[],
  shared: (a: Candidate, b: Candidate) => boolean,
): Chosen[] {
  const chosen: Candidate[] = [];
  const monthsTaken = new Set<string>();
  const sorted = [...candidates].sort(
    (a, b) =>
      b.points - a.points ||
      (a.raw < b.raw ? -1 : a.raw > b.raw ? 1 : 0) ||
      (a.variable.name < b.variable.name ? -1 : 1),
  );
  for (const candidate of sorted) {
    if (monthsTaken.has(`${candidate.section} ${candidate.variable.name}`)) continue;
    if (chosen.some((c) => sameVariable(c, candidate))) continue;
    if (chosen.some((c) => sameColumn(c, candidate) && !shared(c, candidate))) continue;
    chosen.push(candidate);
    if (candidate.read === 'year_of_yyyymm')
      monthsTaken.add(`${candidate.section} ${monthOf(candidate.variable.name)}`);
  }
  const isOpen = (rival: Candidate, wanted: Candidate): boolean => {
    if (rival === wanted || !(sameColumn(rival, wanted) !== sameVariable(rival, wanted))) return false;
    if (sameColumn(rival, wanted) && shared(wanted, rival)) return false;
    const elsewhere = chosen.find(
      (c) => c !== wanted && (sameColumn(rival, wanted) ? sameVariable(c, rival) : sameColumn(c, rival)),
    );
    return elsewhere === undefined || elsewhere.points <= rival.points + clearMargin;
  };
  return chosen.map((candidate) => {
    const rival = sorted.find((other) => isOpen(other, candidate));
    const margin = candidate.points - (rival?.points ?? 0);
    return { ...candidate, certainty: certaintyOf(candidate, margin), rival };
  });
}
