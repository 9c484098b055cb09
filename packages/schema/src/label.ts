import { z } from './zod.ts';

/** A text in both languages of the book: Chinese (simplified) and English. */
export const Label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Label = z.infer<typeof Label>;

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
