import {
  domainCells,
  type IntervalMethod,
  type SurveyDesign,
  type SurveyEstimate,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../src/index.ts';
import type { Column, Population } from './coverage-population.ts';

type Columns = (name: Column) => Float64Array;

/** What is estimated in every sample. */
export interface Figure {
  readonly name: string;
  readonly interval: string;
  /** a share so small that symmetric intervals of it are shown, but not held to 93 to 97 % */
  readonly rare: boolean;
  truth(population: Population): number;
  estimate(design: SurveyDesign, of: Columns): SurveyEstimate[];
}

const sum = (values: Float64Array): number => values.reduce((total, x) => total + x, 0);
const mean = (values: Float64Array): number => sum(values) / values.length;

const meanFigure = (name: string, column: Column): Figure => ({
  name,
  interval: 't',
  rare: false,
  truth: ({ columns }) => mean(columns[column]),
  estimate: (design, of) => surveyMean(design, of(column)),
});

const totalFigure = (name: string, column: Column): Figure => ({
  name,
  interval: 't',
  rare: false,
  truth: ({ columns }) => sum(columns[column]),
  estimate: (design, of) => surveyTotal(design, of(column)),
});

const inServices = (design: SurveyDesign, of: Columns) => ({
  domains: domainCells(
    design,
    Int32Array.from(of('services'), (own) => own - 1),
    1,
  ),
});

const meanInServices = ({ columns }: Population, column: Column): number =>
  mean(columns[column].filter((_, person) => columns.services[person] === 1));

/** What happens to one person in fifty, or to those in services. */
const accident = (domain: 'all' | 'services', ciMethod: IntervalMethod, interval: string): Figure => ({
  name: domain === 'all' ? 'accident, share' : 'accident in services, share of a domain',
  interval,
  rare: true,
  truth: (population) =>
    domain === 'all' ? mean(population.columns.accident) : meanInServices(population, 'accident'),
  estimate: (design, of) =>
    surveyProportion(design, of('accident'), {
      ciMethod,
      ...(domain === 'all' ? {} : inServices(design, of)),
    }),
});

export const figures: readonly Figure[] = [
  meanFigure('income, mean', 'income'),
  meanFigure('hours, mean', 'hours'),
  {
    name: 'income in services, mean of a domain',
    interval: 't',
    rare: false,
    truth: (population) => meanInServices(population, 'income'),
    estimate: (design, of) => surveyMean(design, of('income'), inServices(design, of)),
  },
  {
    name: 'insured, share',
    interval: 'logit',
    rare: false,
    truth: ({ columns }) => mean(columns.insured),
    estimate: (design, of) => surveyProportion(design, of('insured')),
  },
  totalFigure('income, total', 'income'),
  totalFigure('insured, number of people', 'insured'),
  {
    name: 'income over weekly hours, ratio',
    interval: 't',
    rare: false,
    truth: ({ columns: { income, hours } }) => sum(income) / sum(hours),
    estimate: (design, of) => surveyRatio(design, of('income'), of('hours')),
  },
  {
    name: 'income, median',
    interval: 'Woodruff',
    rare: false,
    truth: ({ columns: { income } }) => {
      const sorted = income.slice().sort();
      return sorted[Math.ceil(sorted.length / 2) - 1]!;
    },
    estimate: (design, of) => surveyQuantile(design, of('income'), 0.5),
  },
  ...(['all', 'services'] as const).flatMap((domain) => [
    accident(domain, 'mean', 't'),
    accident(domain, 'logit', 'logit'),
    accident(domain, 'beta', 'Korn-Graubard'),
  ]),
];
