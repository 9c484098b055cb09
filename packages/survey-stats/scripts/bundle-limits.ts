/** What a page pays for: minified bytes at most, 15 % above those of the day the limit was set. */
export interface BundleLimit {
  readonly name: string;
  readonly module: string;
  readonly limit: number;
}

function limited(name: string, exports: string, limit: number): BundleLimit {
  return { name, module: `export ${exports} from '@wavebook/survey-stats';`, limit };
}

export const MEAN_ALONE = limited(
  'a design and its means',
  '{ domainCells, surveyDesign, surveyMean }',
  46_000,
);
export const EVERYTHING = limited('the whole package', '*', 258_000);

export const BUNDLE_LIMITS: readonly BundleLimit[] = [
  limited('one distribution', '{ pt }', 2_800),
  MEAN_ALONE,
  limited('a regression', '{ surveyDesign, surveyRegression }', 42_000),
  limited('raking', '{ surveyDesign, rake }', 119_000),
  EVERYTHING,
];
