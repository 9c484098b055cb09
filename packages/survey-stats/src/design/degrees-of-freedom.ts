import { cellsFor, type DomainCells } from './domain-cells.ts';
import type { SurveyDesign } from './survey-design.ts';

/**
 * Degrees of freedom of a design, or of each of its domains: PSUs minus strata among the rows of non-zero weight,
 * before rows without an answer are dropped.
 *
 * A domain's df counts only PSUs that hold a row of the domain, though all PSUs count in its variance. It can be 0:
 * then no t interval exists.
 *
 * @returns one number per domain; a single one without `domains`.
 * @throws on domains of another design.
 *
 * R equivalent: `survey::degf(subset(design, …))`. Source: R/survey.R `degf.survey.design2`.
 * @example degreesOfFreedom(surveyDesign({ weight: [1, 1, 1] })) // Int32Array [2]
 */
export function degreesOfFreedom(design: SurveyDesign, domains?: DomainCells): Int32Array {
  return cellsFor('degreesOfFreedom', design, domains).df.slice();
}
