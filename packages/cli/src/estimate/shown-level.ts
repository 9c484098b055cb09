import type { Table } from '@wavebook/tables/csv';

/** How a value of a variable is written. */
export type ShownLevel = (variable: string, level: string) => string;

/** Values as their codes, or as their labels where the file has one; a label of two codes has the code behind it. */
export function shownLevel({ variables }: Table, labels: boolean): ShownLevel {
  if (!labels) return (_, level) => level;
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (variable, level) => {
    let shown = known.get(variable);
    if (!shown) {
      shown = distinctLabels(variables?.get(variable)?.valueLabels ?? new Map());
      known.set(variable, shown);
    }
    return shown.get(level) ?? level;
  };
}

function distinctLabels(labels: ReadonlyMap<string, string>): Map<string, string> {
  const times = new Map<string, number>();
  for (const label of labels.values()) times.set(label, (times.get(label) ?? 0) + 1);
  return new Map(
    [...labels].map(([code, label]) => [code, times.get(label) === 1 ? label : `${label} [${code}]`]),
  );
}
