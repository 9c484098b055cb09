/**
 * Moves boxes on a line apart until none meet, each as near to its place as the others allow, and all between
 * `first` and `last`.
 *
 * @returns the centres of the boxes, in the order given.
 * @example spread([{ centre: 10, length: 8 }, { centre: 12, length: 8 }], 0, 100) // [7, 15]
 */
export function spread(
  boxes: readonly { centre: number; length: number }[],
  first: number,
  last: number,
): number[] {
  const order = boxes.map((_, index) => index).sort((a, b) => centreOf(boxes, a) - centreOf(boxes, b));
  let clusters: { members: number[]; start: number; length: number }[] = [];
  for (const index of order) {
    const { centre, length } = boxes[index] ?? { centre: 0, length: 0 };
    clusters.push(settle({ members: [index], start: centre - length / 2, length }, first, last));
    for (;;) {
      const [before, after] = clusters.slice(-2);
      if (!before || !after || before.start + before.length <= after.start) break;
      clusters = [...clusters.slice(0, -2), settle(joined(before, after, boxes), first, last)];
    }
  }
  const centres: number[] = boxes.map(() => 0);
  for (const { members, start } of clusters) {
    let at = start;
    for (const index of members) {
      const length = boxes[index]?.length ?? 0;
      centres[index] = at + length / 2;
      at += length;
    }
  }
  return centres;
}

interface Cluster {
  members: number[];
  start: number;
  length: number;
}

const centreOf = (boxes: readonly { centre: number }[], index: number) => boxes[index]?.centre ?? 0;

const settle = (cluster: Cluster, first: number, last: number): Cluster => ({
  ...cluster,
  start: Math.max(first, Math.min(cluster.start, last - cluster.length)),
});

/** One cluster of two, where its members are on average at their places. */
function joined(
  before: Cluster,
  after: Cluster,
  boxes: readonly { centre: number; length: number }[],
): Cluster {
  const members = [...before.members, ...after.members];
  let within = 0;
  let shift = 0;
  for (const index of members) {
    const { centre, length } = boxes[index] ?? { centre: 0, length: 0 };
    shift += centre - (within + length / 2);
    within += length;
  }
  return { members, start: shift / members.length, length: within };
}
