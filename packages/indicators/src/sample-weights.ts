import { type NonresponseClass, nonresponseClasses, type ResponseStatus } from '@wavebook/survey-stats';

/**
 * The sampled units of one round of a survey that follows people and has a comparison group, one a row: `part` is `first`, `panel` (followed)
 * or `new` (newly drawn), `status` what became of it, `group` what is known of respondents and others alike, `weight` that of the design.
 * `stays` says whether a unit that responded is still where it was first drawn.
 */
export interface SampledUnits {
  readonly part: readonly string[];
  readonly arm: readonly string[];
  readonly group: readonly string[];
  readonly status: readonly string[];
  readonly weight: ArrayLike<number>;
  readonly stays: readonly boolean[];
}

export interface SampleWeights {
  /** Weight after non-response for those followed (at a first round: for all), NaN for those newly drawn. */
  readonly panel: Float64Array;
  /** Weight for estimates of the round. */
  readonly response: Float64Array;
  readonly classes: readonly NonresponseClass[];
}

const statusOf: Readonly<Record<string, ResponseStatus>> = {
  responded: 'respondent',
  refused: 'nonrespondent',
  not_found: 'nonrespondent',
  left_site: 'ineligible',
  unknown: 'unknown',
};

/** Fewest respondents of an adjustment class; smaller ones join the one before. */
const FEWEST = 5;

/**
 * Weights of a round: the design weight after non-response adjustment in classes of part, arm and group. People who stayed can be drawn in two
 * ways, as followed and as newly drawn, and share their weight by the two sample sizes of the arm; those who moved could be drawn in one way
 * alone. Units that did not respond have weight 0.
 */
export function sampleWeights({ part, arm, group, status, weight, stays }: SampledUnits): SampleWeights {
  const names = arm.map((own, row) => `${part[row]}:${own}:${group[row]}`);
  const levels = [...new Set(names)].sort();
  const place = new Map(levels.map((level, i) => [level, i]));
  const adjusted = nonresponseClasses(weight, {
    status: status.map((own) => statusOf[own] ?? 'unknown'),
    classes: { codes: Int32Array.from(names, (name) => place.get(name) as number), levels },
    minimumRespondents: FEWEST,
    smallClass: 'merge',
  });
  const answered = status.map((own) => own === 'responded');
  const shares = new Map(
    [...new Set(arm)].map((own) => {
      const count = (fresh: boolean): number =>
        arm.filter(
          (other, row) => other === own && answered[row] && stays[row] && (part[row] === 'new') === fresh,
        ).length;
      const [followed, fresh] = [count(false), count(true)];
      return [own, followed / (followed + fresh)] as const;
    }),
  );
  const portion = (row: number): number => {
    const share = shares.get(arm[row] as string) as number;
    return part[row] === 'new' ? 1 - share : stays[row] ? share : 1;
  };
  const final = adjusted.weight.map((value, row) => (answered[row] ? value : 0));
  return {
    panel: final.map((value, row) => (part[row] === 'new' ? Number.NaN : value)),
    response: final.map((value, row) => value * portion(row)),
    classes: adjusted.classes,
  };
}
