const SHOWN = 5;

/** The ids most like one that does not exist: those that share most of its parts in their places, then most letters from the start. */
export function nearestIds(wanted: string, ids: readonly string[]): string[] {
  const parts = wanted.toLowerCase().split(/[./]/);
  const likeness = (id: string): number => {
    const own = id.toLowerCase().split(/[./]/);
    const shared = parts.filter((part, i) => part !== '' && (own[i] === part || own.includes(part))).length;
    let start = 0;
    while (start < id.length && id[start]?.toLowerCase() === wanted[start]?.toLowerCase()) start += 1;
    return shared + start / (wanted.length + 1);
  };
  return ids
    .map((id) => ({ id, like: likeness(id) }))
    .filter(({ like }) => like >= 0.25)
    .sort((a, b) => b.like - a.like || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ id }) => id);
}
