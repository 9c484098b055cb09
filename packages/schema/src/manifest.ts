import { z } from './zod.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A wave as later stages need to know it. `design` names the design on which its errors rest; `ages` are those that it covers, null without
 * an upper limit; `questions` the variables whose wording or code list differs from that of the latest waves.
 */
export const ManifestWave = z.strictObject({
  instrument: z.string(),
  wave: z.string(),
  synthetic: z.boolean(),
  codebook: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  design: z.string(),
  ages: z.tuple([z.number(), z.number().nullable()]).optional(),
  rows_in: z.number().int().nonnegative(),
  rows_out: z.number().int().nonnegative(),
  issues: z.record(z.string(), z.number().int().positive()),
  unmapped: z.array(z.string()),
  not_asked: z.array(z.string()),
  recalled: z.array(z.string()),
  questions: z.record(z.string(), z.string()),
  controls: z.string().nullable(),
});
export type ManifestWave = z.infer<typeof ManifestWave>;

/**
 * `manifest.json` of a stage folder: written last, and the only way readers find waves and files. Paths are relative, with forward
 * slashes: of `files` to the stage folder, of `inputs` to the repository root.
 */
export const Manifest = z.strictObject({
  stage: z.string(),
  files: z.array(z.strictObject({ path: z.string(), sha256, bytes: z.number().int().nonnegative() })),
  inputs: z.array(z.strictObject({ path: z.string(), sha256 })),
  waves: z.array(ManifestWave),
  notes: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;
