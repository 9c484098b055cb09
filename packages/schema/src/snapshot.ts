import { z } from './zod.ts';

export const Instrument = z.enum([
  'monitoring',
  'monitoring-residents',
  'baseline-worker',
  'baseline-enterprise',
]);
export type Instrument = z.infer<typeof Instrument>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a sha256 is 64 lower-case hexadecimal digits');
const fileName = z
  .string()
  .regex(/^(?!\.\.?$)[^/\\\0]+$/, 'a file name inside the wave folder, without a path');

/**
 * The design on which errors rest. `as_sampled` reads stratum and sample point from `side_file`; a fallback takes the named canonical
 * variables of the records. `weight` is a canonical variable.
 */
export const DesignSettings = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  weight: z.string(),
  strata: z.array(z.string()).min(1),
  psu: z.array(z.string()).min(1),
  lonely_psu: z.enum(['fail', 'remove', 'certainty', 'adjust', 'average']),
  side_file: fileName.optional(),
  controls: z
    .strictObject({
      file: fileName,
      margins: z.array(z.string()).min(1),
      method: z.enum(['rake', 'linear', 'logit']),
    })
    .optional(),
});
export type DesignSettings = z.infer<typeof DesignSettings>;

/**
 * What `snapshot.json` of a raw wave says: what the file is, whose, under which design, and the hash it had when it came in. `sample_file`
 * lists every sampled unit of a survey with a comparison group: its arm, and whether it was interviewed.
 */
export const Snapshot = z.strictObject({
  instrument: Instrument,
  wave: z.string().regex(/^[0-9]{4}(-[a-z]+)?$/, 'a year, or for baselines such as 2009-baseline'),
  codebook: z.string(),
  synthetic: z.boolean(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  producer: z.strictObject({ zh: z.string(), en: z.string() }),
  field_dates: z.tuple([z.iso.date(), z.iso.date()]),
  population: z.strictObject({ zh: z.string(), en: z.string() }),
  sampling: z.strictObject({ zh: z.string(), en: z.string() }),
  licence: z.string(),
  access: z.string(),
  /** of the texts of the records; absent: as the file declares it, else sniffed */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
  /** of an Excel file; absent: its first sheet */
  sheet: z.string().min(1).optional(),
  /** name of the file inside a zip that holds several */
  member: z.string().min(1).optional(),
  files: z.array(z.strictObject({ name: fileName, sha256, bytes: z.number().int().nonnegative() })).min(1),
  design: DesignSettings,
  sample_file: fileName.optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;
