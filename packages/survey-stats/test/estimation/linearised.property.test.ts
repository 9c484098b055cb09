import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  domainCells,
  geometricMean,
  gini,
  jointEstimates,
  lowPayShare,
  rake,
  type Statistic,
  surveyContrast,
  surveyContrasts,
  surveyCorrelation,
  surveyCovariance,
  surveyDesign,
  surveyFunction,
  surveyLorenz,
  surveyMean,
  surveyQuantile,
  surveyRatio,
  surveyShare,
  surveyTotal,
  surveyVariance,
} from '../../src/index.ts';
import { type Sample, sample, shuffled } from '../arbitraries.ts';

/** Two orders of summation over a few dozen rows; variances are of squares up to 10⁴. */
const ORDER = 1e-9;

function near(actual: number, expected: number, scale = 1): void {
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(ORDER * Math.max(scale, Math.abs(expected)));
}

function parts(s: Sample, scale = 1) {
  const design = surveyDesign({ weight: s.weight.map((w) => w * scale), strata: s.strata, psu: s.psu });
  const domains = domainCells(design, Int32Array.from(s.domain), 3);
  return { design, domains, x: Float64Array.from(s.x), y: Float64Array.from(s.y) };
}

function all(s: Sample, scale = 1) {
  const { design, domains, x, y } = parts(s, scale);
  return [
    ...surveyVariance(design, y, { domains }),
    ...surveyCovariance(design, [x, y], { domains }),
    ...gini(design, x, { domains }),
    ...geometricMean(design, x, { domains }),
    ...surveyLorenz(design, x, { domains, points: [0.3, 0.6] }).flat(),
    ...surveyShare(design, x, { domains }),
    ...lowPayShare(design, x, { domains, lineOf: 'population', bandwidth: 'rows' }),
  ];
}

describe('laws', () => {
  it('scaling all weights changes nothing', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const plain = all(s);
        all(s, 1024).forEach((scaled, i) => {
          near(scaled.estimate, plain[i]!.estimate);
          near(scaled.se, plain[i]!.se);
          expect(scaled.n).toBe(plain[i]!.n);
        });
      }),
    );
  });

  it('row order changes no estimate and no count', () => {
    fc.assert(
      fc.property(shuffled(), ({ before, after }) => {
        const plain = all(before);
        all(after).forEach((other, i) => {
          near(other.estimate, plain[i]!.estimate, 50);
          near(other.se, plain[i]!.se, 50);
          expect([other.n, other.df]).toEqual([plain[i]!.n, plain[i]!.df]);
        });
      }),
    );
  });

  it('var(x + y) = var x + 2 cov + var y', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        const { design, x, y } = parts(s);
        const sum = surveyVariance(
          design,
          x.map((value, row) => value + y[row]!),
        )[0]!.estimate;
        const cov = surveyCovariance(design, [x, y])[0]!.estimate;
        const [vx, vy] = [surveyVariance(design, x)[0]!.estimate, surveyVariance(design, y)[0]!.estimate];
        near(vx + 2 * cov + vy, sum, 1e4);
      }),
    );
  });

  it('a correlation is unchanged by units, and is ±1 without error for a line', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const { design, x, y } = parts(s);
        const plain = surveyCorrelation(design, [x, y])[0]!;
        const other = surveyCorrelation(design, [x.map((v) => 3 - 7 * v), y])[0]!;
        near(other.estimate, -plain.estimate);
        near(other.se, plain.se);
        fc.pre(new Set(s.x).size > 1);
        const line = surveyCorrelation(design, [x, x.map((v) => 2 * v + 1)])[0]!;
        near(line.estimate, 1);
        near(line.se, 0);
      }),
    );
  });

  it('gini is 1 less twice the area under the Lorenz curve', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const { design, x } = parts(s);
        const rows = s.x.map((value, row) => [value, s.weight[row]!] as const).sort((a, b) => a[0] - b[0]);
        const total = rows.reduce((sum, [, w]) => sum + w, 0);
        const upTo = (at: number) => rows.slice(0, at + 1).reduce((sum, [, w]) => sum + w, 0);
        const points = [0, ...rows.map((_, at) => Math.min(1, upTo(at) / total))];
        const curve = surveyLorenz(design, x, { points })[0]!.map(({ estimate }) => estimate);
        const area = points
          .slice(1)
          .reduce((done, p, i) => done + ((p - points[i]!) * (curve[i]! + curve[i + 1]!)) / 2, 0);
        near(gini(design, x)[0]!.estimate, 1 - 2 * area);
      }),
    );
  });

  it('shares add up to 1, and a share of two is its complement with the same error', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const { design, x } = parts(s);
        const two = domainCells(
          design,
          Int32Array.from(s.domain, (d) => (d > 0 ? 1 : 0)),
          2,
        );
        const [one, other] = surveyShare(design, x, { domains: two });
        near(one!.estimate + other!.estimate, 1);
        near(one!.se, other!.se);
      }),
    );
  });

  it('functions of one statistic, and of two, are what their own estimators give', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const { design, domains, x, y } = parts(s);
        const statistics: Statistic[] = [
          { kind: 'total', y },
          { kind: 'total', y: x },
        ];
        const answered = x.map((value, row) => (Number.isNaN(y[row]!) ? Number.NaN : value));
        const mean = surveyMean(design, y, { domains });
        surveyFunction(design, [{ kind: 'mean', y }], { domains, g: ([m = 0]) => m }).forEach((found, d) => {
          near(found.estimate, mean[d]!.estimate, 50);
          near(found.se, mean[d]!.se, 50);
          expect([found.n, found.df]).toEqual([mean[d]!.n, mean[d]!.df]);
        });
        const ratio = surveyRatio(design, y, answered, { domains });
        const g = ([a = 0, b = 0]: readonly number[]) => a / b;
        surveyFunction(design, [statistics[0]!, { kind: 'total', y: answered }], { domains, g }).forEach(
          (found, d) => {
            near(found.estimate, ratio[d]!.estimate, 50);
            near(found.se, ratio[d]!.se, 50);
          },
        );
      }),
    );
  });

  it('joint estimates have the errors of the single ones, and contrasts of them agree', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        const { design, domains, x, y } = parts(s);
        const joint = jointEstimates(
          design,
          [
            { kind: 'mean', y },
            { kind: 'total', y: x },
          ],
          { domains },
        );
        const [means, totals] = [surveyMean(design, y, { domains }), surveyTotal(design, x, { domains })];
        for (let d = 0; d < 3; d++) {
          near(joint.se[2 * d]!, means[d]!.se, 50);
          near(joint.se[2 * d + 1]!, totals[d]!.se, 1e4);
        }
        const [one] = surveyContrasts(joint, [[1, 0, 0, 0, -1, 0]]).contrasts;
        const other = surveyContrast(design, y, { domains, coefficients: [1, 0, -1] });
        near(one!.estimate, other.estimate, 50);
        near(one!.se, other.se, 50);
        if (!Number.isNaN(other.estimate)) expect([one!.n, one!.df]).toEqual([other.n, other.df]);
      }),
    );
  });

  it('the line of one domain that is everybody is the line of the population', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const { design, x } = parts(s);
        const domains = domainCells(design, new Int32Array(design.rows), 1);
        const [own] = lowPayShare(design, x, { domains, lineOf: 'domain' });
        const [whole] = lowPayShare(design, x, { lineOf: 'population' });
        const counted = ({ estimate, line, n, df, nWeighted }: typeof own & object) => [
          estimate,
          line,
          n,
          df,
          nWeighted,
        ];
        expect(counted(own!)).toEqual(counted(whole!));
        near(own!.se, whole!.se);
        near(own!.ciHigh, whole!.ciHigh);
        expect(whole!.line).toBe((2 / 3) * surveyQuantile(design, x, 0.5)[0]!.estimate);
      }),
    );
  });

  it.each(['remove', 'adjust', 'average'] as const)(
    'a stratum with one PSU, %s: as surveyMean',
    (lonelyPsu) => {
      fc.assert(
        fc.property(sample(), fc.boolean(), (s, adjustDomainLonely) => {
          const strata = [...s.strata, 99];
          const design = surveyDesign({
            weight: [...s.weight, 3],
            strata,
            psu: [...s.psu, 1],
            lonelyPsu,
            adjustDomainLonely,
          });
          const domains = domainCells(design, Int32Array.from([...s.domain, 0]), 3);
          const y = Float64Array.from([...s.y, 7]);
          const mean = surveyMean(design, y, { domains });
          const same = { domains, g: ([m = 0]: readonly number[]) => m };
          surveyFunction(design, [{ kind: 'mean', y }], same).forEach((found, d) => {
            near(found.se, mean[d]!.se, 50);
          });
        }),
      );
    },
  );

  it('raked: single, joint and linearised errors are the same residual form', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        const plain = parts(s);
        const codes = Int32Array.from(s.x, (value) => (value > 4 ? 1 : 0));
        fc.pre(new Set(codes).size === 2);
        const { design } = rake(plain.design, [
          { name: 'm', codes, levels: ['low', 'high'], totals: [30, 50] },
        ]);
        const domains = domainCells(design, Int32Array.from(s.domain), 3);
        const { x, y } = plain;
        const mean = surveyMean(design, y, { domains });
        const joint = jointEstimates(design, [{ kind: 'mean', y }], { domains });
        const same = { domains, g: ([m = 0]: readonly number[]) => m };
        surveyFunction(design, [{ kind: 'mean', y }], same).forEach((found, d) => {
          near(found.se, mean[d]!.se, 50);
          near(joint.se[d]!, mean[d]!.se, 50);
        });
        const high = surveyShare(design, new Float64Array(design.rows).fill(1), {
          domains: domainCells(design, codes, 2),
        })[1]!;
        near(high.estimate, 50 / 80);
        near(high.se, 0);
        expect(gini(design, x, { domains })).toHaveLength(3);
      }),
    );
  });
});
