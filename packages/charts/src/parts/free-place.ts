export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Anchor {
  x: number;
  y: number;
  top: number;
  bottom: number;
}

const gap = 4;

/**
 * A place for a label beside a point with its whisker: above it, below it, right or left of it, the first that
 * meets nothing and is not nearer to one of the other points.
 *
 * @returns undefined if there is none.
 */
export function freePlace(
  { x, y, top, bottom }: Anchor,
  { width, height }: { width: number; height: number },
  taken: readonly Box[],
  room: Box,
  others: readonly { x: number; y: number }[] = [],
): Box | undefined {
  const centred = { left: x - width / 2, right: x + width / 2 };
  const level = { top: y - height / 2, bottom: y + height / 2 };
  const places: Box[] = [
    { ...centred, top: top - gap - height, bottom: top - gap },
    { ...centred, top: bottom + gap, bottom: bottom + gap + height },
    { ...level, left: x + 9, right: x + 9 + width },
    { ...level, left: x - 9 - width, right: x - 9 },
  ];
  const isOwn = (box: Box) => others.every((other) => distance(box, { x, y }) <= distance(box, other));
  return places.find((box) => within(box, room) && isOwn(box) && !taken.some((other) => meet(box, other)));
}

const distance = (box: Box, { x, y }: { x: number; y: number }) =>
  Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y);

const within = (box: Box, room: Box) =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;

const meet = (a: Box, b: Box) =>
  a.left - 2 < b.right && b.left < a.right + 2 && a.top - 1 < b.bottom && b.top < a.bottom + 1;
