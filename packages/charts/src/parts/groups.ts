import { categoryColours, categoryShapes, ink } from '../palette.ts';
import { checkDistinct } from './estimate-fields.ts';

/** Groups within each category or wave, such as men and women. */
export interface DotGroup {
  field: string;
  /** Groups from top to bottom within a category, six at most. */
  order: readonly string[];
  /** Labels of the groups whose label is not the value in the rows. */
  labels?: Readonly<Record<string, string>>;
}

export const colourAt = (index: number) => categoryColours[index] ?? ink.text;
export const shapeAt = (index: number) => categoryShapes[index] ?? 'circle';

export const labelOf = (value: string, labels: Readonly<Record<string, string>> | undefined) =>
  (labels && Object.hasOwn(labels, value) && labels[value]) || value;

/** As many groups as there are colours, each once. */
export function checkGroups(caller: string, { order }: DotGroup): void {
  checkDistinct(caller, 'group.order', order);
  if (order.length > categoryColours.length) {
    throw new Error(
      `${caller}: group.order may name at most ${categoryColours.length} groups; got ${order.length}. Draw one chart a group`,
    );
  }
}
