import { Condition } from '../condition.ts';
import { Label } from '../label.ts';
import { MissingReason } from '../missing-reason.ts';
import { z } from '../zod.ts';

const ContractVariable = z.strictObject({
  label: Label,
  kind: z.string(),
  codes: z.string().optional(),
  unit: z.string().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  universe: z.array(Condition).optional(),
  missing: z.array(MissingReason).optional(),
});

const ContractRecord = z.strictObject({
  label: Label.optional(),
  key: z.array(z.string()),
  variables: z.record(z.string(), ContractVariable),
});

const ContractCodeList = z.strictObject({
  label: Label,
  ordered: z.boolean(),
  codes: z.array(z.tuple([z.string(), z.string(), z.string()])),
});

const ContractIndicator = z.strictObject({
  topic: z.string(),
  label: Label,
  definition: Label,
  /** What the figure is, as canonical text: universe, measure, unit, direction, treatment of “not sure”. */
  meaning: z.string(),
});

const ContractRow = z.strictObject({
  version: z.number().int().positive(),
  /** Columns in file order, each with its JSON Schema type as canonical text. */
  columns: z.array(z.tuple([z.string(), z.string()])),
});

/**
 * What other teams may rely on in one version of the package, in one file: the records of every instrument with their variables, the code lists
 * (`[code, zh, en]`), the indicators, the columns of the files that wavebook writes, and the waves that have a codebook. The files stand in
 * `contract/<version>.json`; `compareContracts` says what a change between two of them asks of the version number.
 */
export const Contract = z.strictObject({
  format: z.literal(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  instruments: z.record(z.string(), z.record(z.string(), ContractRecord)),
  code_lists: z.record(z.string(), ContractCodeList),
  indicators: z.record(z.string(), ContractIndicator),
  rows: z.record(z.string(), ContractRow),
  codebooks: z.record(z.string(), z.strictObject({ instrument: z.string(), wave: z.string() })),
});
export type Contract = z.infer<typeof Contract>;
export type ContractVariable = z.infer<typeof ContractVariable>;
