import type { Codebook } from '@wavebook/schema';

/** The raw columns that a codebook reads, those of every roster slot among them. */
export function mappedColumns({ respondent, member, roster_slots }: Codebook): string[] {
  const slots = Array.from({ length: roster_slots }, (_, k) => String(k + 1));
  const names = [...respondent, ...member].flatMap(({ raw, times, plus }) =>
    [raw, times, plus].flatMap((name) =>
      name === undefined
        ? []
        : name.includes('{n}')
          ? slots.map((slot) => name.replace('{n}', slot))
          : [name],
    ),
  );
  return [...new Set(names)];
}
