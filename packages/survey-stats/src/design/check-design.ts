import type { PopulationKind } from './sampling-stage.ts';
import type { DesignInput, LonelyPsu } from './survey-design.ts';

const LONELY_PSU_RULES: readonly string[] = ['fail', 'remove', 'certainty', 'adjust', 'average', 'collapse'];

/** The rule for lonely PSUs. @throws unless it exists and what is said beside it fits. */
export function checkedRule({
  lonelyPsu = 'fail',
  adjustDomainLonely,
  collapse,
  pps,
}: DesignInput): LonelyPsu {
  if (!LONELY_PSU_RULES.includes(lonelyPsu)) {
    throw new RangeError(
      `surveyDesign: lonelyPsu must be one of ${LONELY_PSU_RULES.join(', ')}; got "${lonelyPsu}"`,
    );
  }
  if ((lonelyPsu === 'collapse') !== (collapse !== undefined)) {
    throw new RangeError(
      lonelyPsu === 'collapse'
        ? "surveyDesign: lonelyPsu 'collapse' needs collapse.order, the design variables by which strata are alike; got none"
        : `surveyDesign: collapse needs lonelyPsu 'collapse' with it; got "${lonelyPsu}"`,
    );
  }
  if (lonelyPsu === 'collapse' && adjustDomainLonely) {
    throw new RangeError(
      "surveyDesign: adjustDomainLonely has no meaning with lonelyPsu 'collapse', after which every stratum has two PSUs whatever the domain; leave it out, or choose 'adjust' or 'average'",
    );
  }
  const method = typeof pps === 'object' ? pps.method : pps;
  if (lonelyPsu === 'collapse' && method !== undefined && method !== 'brewer') {
    throw new RangeError(
      `surveyDesign: lonelyPsu 'collapse' works with pps 'brewer' alone, because the probabilities of pairs are those of the strata as drawn; got "${method}"`,
    );
  }
  return lonelyPsu;
}

/** @throws if unequal probabilities are asked for without fractions as fpc. */
export function checkPps({ pps, fpc }: DesignInput, kind: PopulationKind): void {
  if (pps === undefined || kind === 'fractions') return;
  throw new RangeError(
    `surveyDesign: pps needs the PSUs' inclusion probabilities as the first fpc, from 0 to 1; got ${fpc === undefined ? 'no fpc' : 'population counts'}`,
  );
}
