import type { Label } from '@wavebook/schema';

/** Gives the tables and figures of a chapter their numbers, `表1-2` and `Figure 1.3`, in the order in which they are asked for. */
export interface Numbering {
  table(): Label;
  figure(): Label;
}

export function numbering(chapter: string): Numbering {
  const counts = { table: 0, figure: 0 };
  const next = (kind: 'table' | 'figure', zh: string, en: string): Label => {
    counts[kind] += 1;
    return { zh: `${zh}${chapter}-${counts[kind]}`, en: `${en} ${chapter}.${counts[kind]}` };
  };
  return { table: () => next('table', '表', 'Table'), figure: () => next('figure', '图', 'Figure') };
}
