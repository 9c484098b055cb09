const SHOWN = 5;

/**
 * What to try instead of a name that does not exist: `did you mean "pw"?`, or the names there are.
 *
 * Near is: the same but for case, one inside the other, or few letters changed (at most a third of the longer name).
 * @example nearestNames('wieght', ['weight', 'sex']) // 'did you mean "weight"?'
 */
export function nearestNames(wanted: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, distance: nearness(wanted, name) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SHOWN)
    .map(({ name }) => `"${name}"`);
  if (near.length > 0) return `did you mean ${near.join(' or ')}?`;
  const some = names.slice(0, 2 * SHOWN).map((name) => `"${name}"`);
  return `there are ${some.join(', ')}${names.length > some.length ? `, … (${names.length} in all)` : ''}`;
}

function nearness(wanted: string, name: string): number {
  const a = wanted.trim().toLowerCase();
  const b = name.trim().toLowerCase();
  if (a === b) return 0;
  const distance = editDistance([...a], [...b]);
  const longer = Math.max([...a].length, [...b].length);
  if (distance <= Math.max(1, Math.floor(longer / 3)) && distance < longer) return distance;
  if (a !== '' && (b.includes(a) || a.includes(b))) return longer;
  return Number.POSITIVE_INFINITY;
}

/** Letters inserted, removed, changed or swapped with their neighbour (optimal string alignment). */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
