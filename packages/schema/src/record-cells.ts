import { z } from './zod.ts';

const numbers = new Map<string, z.ZodNullable<z.ZodNumber>>();
const nullables = new WeakMap<z.ZodType, z.ZodType>();

/** A number between limits, or an empty cell. Equal limits share one schema, for records have hundreds of them. */
export function numberCell(min?: number, max?: number): z.ZodNullable<z.ZodNumber> {
  const key = `${min} ${max}`;
  const known = numbers.get(key);
  if (known) return known;
  const number = min === undefined || max === undefined ? z.number() : z.number().min(min).max(max);
  const made = number.nullable();
  numbers.set(key, made);
  return made;
}

/** A code of a list, or an empty cell; one schema for a list. */
export function codeCell<T extends z.ZodType>(codes: T): z.ZodNullable<T> {
  const known = nullables.get(codes);
  if (known) return known as z.ZodNullable<T>;
  const made = codes.nullable() as z.ZodNullable<T>;
  nullables.set(codes, made);
  return made;
}

/** Text, or an empty cell. */
export const textCell = z.string().nullable();
