/** JSON with sorted keys and without titles and descriptions, so that equal meaning is equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(
          Object.entries(v)
            .filter(([key]) => !wording.has(key))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : v,
  );
}

const wording = new Set(['title', 'description', '$schema']);
