import { POPULATION_SEED, RARE, STRATA } from './coverage-population.ts';
import { PEOPLE, PSUS } from './coverage-sample.ts';
import { type CoverageRow, SAMPLE_SEED } from './coverage-study.ts';

export const SAMPLES = 2000;
/** Least and most PSUs of a stratum in the population. */
export const POPULATION_PSUS = [150, 400] as const;
export const LEAST_COVERAGE = 0.93;
export const MOST_COVERAGE = 0.97;

const MILLION = 1e6;
const percent = (x: number, digits = 1): string => `${(100 * x).toFixed(digits)} %`;

function inUnits({ figure, truth }: CoverageRow, value: number): string {
  if (figure.name.includes('share')) return percent(value, 2);
  if (truth >= MILLION) return `${(value / MILLION).toPrecision(4)} million`;
  return String(Number(value.toPrecision(4)));
}

/** Everything above the rows: settings of the study that made them. */
export function pageHead(): string {
  return [
    '# Coverage of 95 % intervals',
    '',
    `${SAMPLES} samples of one synthetic population (seeds ${POPULATION_SEED} and ${SAMPLE_SEED}): ${STRATA} strata of ${POPULATION_PSUS.join(' to ')} PSUs. Each sample has`,
    `${STRATA * PSUS} PSUs, ${PSUS} a stratum, with probability proportional to an old register, ${PEOPLE} people each, ${STRATA * PSUS * PEOPLE} in all, and ${STRATA * (PSUS - 1)} degrees`,
    'of freedom. *Raked*: to region and to sex by age group, variances in residual form. *Bias*: of the estimate, over its standard',
    'deviation. *SE / SD*: mean standard error over the standard deviation of the estimates. *Below*, *above*: intervals wholly below',
    'the true value, and above it. Made by `npm run check:coverage`.',
    '',
    '| figure | interval | weights | true value | bias / SD | SE / SD | mean width | coverage | below | above |',
    '|---|---|---|---|---|---|---|---|---|---|',
    '',
  ].join('\n');
}

const SYMMETRIC = 't';

/** Whether the coverage is as it should be; symmetric intervals of what is rare are shown as they are. */
export const isHeld = ({ figure, coverage }: CoverageRow): boolean =>
  (figure.rare && figure.interval === SYMMETRIC) || (coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE);

export function coveragePage(rows: readonly CoverageRow[]): string {
  const lines = rows.map((row) => {
    const { figure, weights, truth, bias, meanSeOverSd, width, coverage, below, above } = row;
    const cells = [
      figure.name,
      figure.interval,
      weights,
      inUnits(row, truth),
      bias.toFixed(3),
      meanSeOverSd.toFixed(3),
      inUnits(row, width),
      percent(coverage),
      percent(below),
      percent(above),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `${pageHead()}${lines.join('\n')}\n\n${rareNote(rows)}\n`;
}

/** Why the symmetric intervals of a rare share miss. */
function rareNote(rows: readonly CoverageRow[]): string {
  const symmetric = rows.filter(
    ({ figure, weights }) => figure.rare && figure.interval === SYMMETRIC && weights === 'design',
  );
  const list = (of: (row: CoverageRow) => string) => symmetric.map(of).join(' and ');
  return [
    `What happens to ${percent(RARE, 0)} of the people, and of the people in services, is met about ${list(({ truth, n }) => String(Math.round(truth * n)))} times a sample.`,
    `Such an estimate and its standard error go together (correlation ${list(({ correlation }) => correlation.toFixed(2))}): a sample with few cases has a low`,
    `estimate and a short interval. Symmetric intervals therefore lie below the true value too often, in ${list(({ below }) => percent(below))} of the samples,`,
    `and above it in ${list(({ above }) => percent(above))}. Logit and Korn-Graubard intervals are not symmetric and hold the true value as often as they should.`,
  ].join('\n');
}
