import fc from 'fast-check';
import {
  BaselineChild,
  BaselineEnterprise,
  BaselineVacancy,
  BaselineWorker,
  codeLists,
  Member,
  ResidentRespondent,
  Respondent,
  type Variable,
} from '../../src/index.ts';
import { instruments } from '../../src/instruments/index.ts';

const schemas = {
  'monitoring respondent': Respondent,
  'monitoring member': Member,
  'monitoring-residents respondent': ResidentRespondent,
  'baseline-worker respondent': BaselineWorker,
  'baseline-worker child': BaselineChild,
  'baseline-enterprise enterprise': BaselineEnterprise,
  'baseline-enterprise vacancy': BaselineVacancy,
};

/** Every record of every instrument: its schema beside its variables. */
export const recordCases = Object.values(instruments).flatMap((instrument) =>
  instrument.records.map((record) => {
    const id = `${instrument.id} ${record.name}` as keyof typeof schemas;
    return { id, schema: schemas[id], variables: record.variables };
  }),
);

function filled(variable: Variable): fc.Arbitrary<string | number> {
  if (variable.kind === 'text') return fc.string({ minLength: 1, maxLength: 5 });
  if (variable.kind === 'category')
    return fc.constantFrom(...(codeLists[variable.codes ?? '']?.codes ?? []).map((c) => c.code));
  const [min, max] = variable.range ?? [0, 1000];
  return variable.missing?.length === 0
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
}

/** Records as the definitions allow them, cells empty wherever a variable can be. */
export const arbitraryRecord = (
  variables: readonly Variable[],
): fc.Arbitrary<Record<string, string | number | null>> =>
  fc.record(
    Object.fromEntries(
      variables.map((v) => [
        v.name,
        v.missing?.length === 0 ? filled(v) : fc.option(filled(v), { nil: null }),
      ]),
    ),
  );

/** Cells that the definition of a variable does not allow. */
export function wrongCells(variable: Variable): unknown[] {
  const never = [undefined, {}, true, ...(variable.missing?.length === 0 ? [null] : [])];
  if (variable.kind === 'text') return [...never, 1];
  if (variable.kind === 'category') return [...never, '', 'no such code', 1, Number.NaN];
  const [min, max] = variable.range ?? [];
  const outside = min === undefined || max === undefined ? [] : [min - 1, max + 1];
  return [...never, ...outside, Number.NaN, Number.POSITIVE_INFINITY, '1'];
}
