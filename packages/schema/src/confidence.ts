import { z } from './zod.ts';

/**
 * How well a raw name or raw code is known. `verified`: read in a script that ran on the real file; `inferred`: a reading of
 * sourced evidence; `recalled`: general knowledge, read in no source; `placeholder`: invented, stands in synthetic files only.
 */
export const Confidence = z.enum(['verified', 'inferred', 'recalled', 'placeholder']);
export type Confidence = z.infer<typeof Confidence>;
