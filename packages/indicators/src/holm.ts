/** Holm's step-down adjustment of p-values, in the order given. R: `p.adjust(p, "holm")`. Source: Holm 1979. */
export function holm(p: readonly number[]): number[] {
  const order = p.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  order.forEach(({ value, i }, rank) => {
    largest = Math.max(largest, Math.min(1, value * (p.length - rank)));
    adjusted[i] = largest;
  });
  return adjusted;
}
