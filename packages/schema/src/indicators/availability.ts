import { type Codebook, isReadable, isUsableOnRealFile, type Mapping } from '../codebook.ts';
import type { Confidence } from '../confidence.ts';
import type { IndicatorDefinition, MeasurableIndicator } from '../indicator-definition.ts';
import type { Instrument } from '../snapshot.ts';
import { derivedFrom } from '../variables/derived-from.ts';
import { type NeededVariable, neededVariables } from './needed-variables.ts';

/**
 * Whether an indicator can be computed from a wave's file, or by an instrument that has no file layouts (`wave` is null).
 *
 * - `computable`: every column that it needs is verified, name and codes. `partly`: all are known, the weakest only as `confidence` says.
 * - `placeholder`: some column has an invented name, in synthetic files only. `not_known`: no source names some column, or how it is coded.
 * - `not_asked`: the wave did not ask, or did not release, some variable. `in_questionnaire`: the instrument's definition has them all.
 * - `lacking`: the variables to blame, those of members as `member <variable>`.
 */
export interface IndicatorAvailability {
  readonly instrument: Instrument;
  readonly wave: string | null;
  readonly state: 'computable' | 'partly' | 'placeholder' | 'not_known' | 'not_asked' | 'in_questionnaire';
  readonly confidence?: Confidence;
  readonly lacking: readonly string[];
}

type Known = Confidence | 'not_known' | 'not_asked';

const fromWeakest: readonly Known[] = [
  'not_asked',
  'not_known',
  'placeholder',
  'recalled',
  'inferred',
  'verified',
];

const weakest = (known: readonly Known[]): Known =>
  fromWeakest.find((confidence) => known.includes(confidence)) ?? 'verified';

/** A variable, or the ones asked that it is derived from. A respondent’s age is not made from members’ dates of birth, nor the other way round. */
function asked({ record, variable }: NeededVariable): NeededVariable[] {
  const parts = derivedFrom(variable)
    .slice(1)
    .map((part) =>
      part.startsWith('member ')
        ? { record: 'member', variable: part.slice('member '.length) }
        : { record: 'respondent', variable: part },
    );
  const own = parts.filter((part) => part.record === record);
  if (parts.length === 0) return [{ record, variable }];
  return own.length > 0 && variable === 'age' ? own : parts;
}

function howKnown(mapping: Mapping): Known {
  if (!isReadable(mapping)) return 'not_known';
  if (mapping.confidence === 'placeholder' || mapping.codes_confidence === 'placeholder')
    return 'placeholder';
  if (!isUsableOnRealFile(mapping)) return 'not_known';
  return weakest([mapping.confidence, mapping.codes_confidence ?? mapping.confidence]);
}

function knownIn(codebook: Codebook, { record, variable }: NeededVariable): Known {
  const ofMember = record === 'member';
  const mapping = codebook[ofMember ? 'member' : 'respondent'].find((m) => m.variable === variable);
  if (mapping) return howKnown(mapping);
  const absent = ofMember ? (codebook.not_asked_of_members ?? []) : codebook.not_asked;
  return absent.some((absence) => absence.variable === variable) ? 'not_asked' : 'not_known';
}

function inWave(indicator: MeasurableIndicator, codebook: Codebook): IndicatorAvailability {
  const instrument = codebook.instrument as Instrument;
  const found = neededVariables(indicator, instrument)
    .flatMap(asked)
    .map((needed) => ({ ...needed, known: knownIn(codebook, needed) }));
  const worst = weakest(found.map(({ known }) => known));
  const lacking = [
    ...new Set(
      found
        .filter(({ known }) => known === worst)
        .map(({ record, variable }) => (record === 'member' ? `member ${variable}` : variable)),
    ),
  ];
  const where = { instrument, wave: codebook.wave };
  switch (worst) {
    case 'verified':
      return { ...where, state: 'computable', confidence: 'verified', lacking: [] };
    case 'inferred':
    case 'recalled':
      return { ...where, state: 'partly', confidence: worst, lacking };
    default:
      return { ...where, state: worst, lacking };
  }
}

/**
 * Tells where an indicator can be computed: for every wave that has a codebook, in the order of the waves, and for every instrument that has
 * none. Nothing is typed by hand: it follows from the variables of the measure and universe and from what the codebooks know of them. A gap
 * between samples needs both of them: while one has no known layout, no wave is said to be computable. An indicator that is not measurable
 * gives an empty list.
 *
 * @param indicator a definition of `allIndicators`
 * @param codebooks the known layouts, such as `Object.values(codebooks)`
 *
 * @example
 * indicatorAvailability(moves, Object.values(codebooks)).find(({ wave }) => wave === '2016')
 * // { instrument: 'monitoring', wave: '2016', state: 'computable', confidence: 'verified', lacking: [] }
 */
export function indicatorAvailability(
  indicator: IndicatorDefinition,
  codebooks: readonly Codebook[],
): IndicatorAvailability[] {
  if (indicator.status !== 'measurable') return [];
  const hasLayouts = (instrument: Instrument): boolean => codebooks.some((c) => c.instrument === instrument);
  if (indicator.measure.kind === 'sample_gap' && !indicator.instruments.every(hasLayouts))
    return indicator.instruments.map((instrument) => ({
      instrument,
      wave: null,
      state: 'in_questionnaire',
      lacking: [],
    }));
  return indicator.instruments.flatMap((instrument): IndicatorAvailability[] => {
    const layouts = codebooks
      .filter((codebook) => codebook.instrument === instrument)
      .sort((a, b) => (a.wave < b.wave ? -1 : 1));
    if (layouts.length === 0) return [{ instrument, wave: null, state: 'in_questionnaire', lacking: [] }];
    return layouts.map((codebook) => inWave(indicator, codebook));
  });
}
