import { compareWaves, evaluateIndicators, type WeightedWave } from '@wavebook/indicators';
import { changeSentence, trendHeadline } from '@wavebook/report';
import {
  type EstimateRow,
  type Indicator,
  type Language,
  languages,
  type ManifestWave,
  respondentVariables,
  Topic,
} from '@wavebook/schema';
import { indicatorsByTopic, neededVariables } from '@wavebook/schema/indicators';
import { adjustPValues, surveyDesign } from '@wavebook/survey-stats';
import { numberColumn, type Table, table } from '@wavebook/tables';
import {
  DEFAULT_SEED,
  drawSample,
  type FrameOptions,
  generatePopulation,
  type Population,
  type Sample,
} from '../src/index.ts';
import { variablesIn } from '../src/truth/available-variables.ts';

const WAVE = '2017';
const FIRST_SAMPLE_SEED = 5000;
/** Names of the two samples; both are drawn from the same population. */
const names = ['2014', '2017'] as const;

const waveOf = (wave: string): ManifestWave => ({
  instrument: 'monitoring',
  wave,
  synthetic: true,
  codebook: `monitoring-${WAVE}`,
  title: { zh: '合成', en: 'Synthetic' },
  design: 'as_sampled',
  rows_in: 0,
  rows_out: 0,
  issues: {},
  unmapped: [],
  not_asked: [],
  recalled: [],
  questions: {},
  controls: null,
});

const isOfMembers = ({ measure }: Indicator): boolean =>
  measure.kind === 'member_share' || measure.kind === 'household_share';

/** What each chapter may say of change: its indicators but structures, those of household members, and what the population does not answer. */
function comparedIndicators(): Record<Topic, readonly Indicator[]> {
  const has = variablesIn(WAVE);
  const compared = (indicator: Indicator): boolean =>
    indicator.measure.kind !== 'structure' &&
    !isOfMembers(indicator) &&
    neededVariables({ ...indicator, record: 'respondent' }, 'monitoring').every(({ variable }) =>
      has(variable),
    );
  const of = (topic: Topic): readonly Indicator[] => indicatorsByTopic[topic].filter(compared);
  return {
    employment: of('employment'),
    insurance: of('insurance'),
    services: of('services'),
    mobility: of('mobility'),
    integration: of('integration'),
  };
}

/** The records of a sample, as the weighting stage would hand them on. */
function recordsOf({ columns, categories }: Population, { person, weight }: Sample): Table {
  return table(person.length, [
    ['final_weight', numberColumn(weight)],
    ...Object.entries(columns).map(([name, values]) => {
      const levels = categories[name];
      const picked = Float64Array.from(person, (i) => values[i] as number);
      return [
        name,
        levels
          ? {
              kind: 'text' as const,
              codes: Int32Array.from(picked, (place) => (Number.isNaN(place) ? -1 : place)),
              levels,
            }
          : numberColumn(picked),
      ] as const;
    }),
  ]);
}

function waveFrom(population: Population, seed: number, name: string): WeightedWave {
  const sample = drawSample(population, seed);
  const common = { strata: sample.stratum, psu: sample.psu, lonelyPsu: 'average' } as const;
  return {
    wave: waveOf(name),
    records: recordsOf(population, sample),
    members: table(0, []),
    design: surveyDesign({ ...common, weight: sample.weight }),
    unweighted: surveyDesign({ ...common, weight: new Float64Array(sample.weight.length).fill(1) }),
  };
}

/** Words that claim a change; they stand in a sentence or headline only where one is claimed. */
const claims: Readonly<Record<Language, RegExp>> = {
  zh: /升至|降至/,
  en: / (rose|fell) from |[:,] (up|down) from /,
};

/** How many of a chapter's indicators have a sentence or headline that claims a change. */
function claimsOf(
  indicators: readonly Indicator[],
  rows: readonly EstimateRow[],
  waves: readonly ManifestWave[],
): number {
  const found = compareWaves(rows, indicators, waves);
  const holm = adjustPValues(
    found.map((c) => c.p_value),
    'holm',
  );
  const comparisons = found.map((c, i) => ({ ...c, p_holm: holm[i] as number }));
  return indicators.filter((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator.id && row.variant === 'trend');
    return languages.some((lang) => {
      const subject = indicator.label;
      const sentence = changeSentence(
        { indicator: indicator.id, subject },
        { rows: own, comparisons, waves, lang },
      );
      const said = (sentence?.runs ?? []).map((run) => (typeof run === 'string' ? run : run.text)).join('');
      const headline = trendHeadline(
        indicator,
        own.filter((row) => row.weighting === 'weighted' && row.domain === 'all'),
        lang,
        comparisons,
      );
      return claims[lang].test(said) || claims[lang].test(headline);
    });
  }).length;
}

/**
 * Does the book claim change where there is none? Two samples are drawn from one population again and again and go through the chapters as if
 * they were two waves: a chapter with any sentence or headline that says a figure rose or fell counts as a false claim.
 */
export function noChangeStudy({
  redraws,
  ...country
}: { redraws: number } & Pick<FrameOptions, 'samplePoints' | 'provinces'>) {
  const byTopic = comparedIndicators();
  const all = Object.values(byTopic).flat();
  const known = new Map(respondentVariables.map((v) => [v.name, v.kind]));
  const variables = new Set(
    all.flatMap((indicator) =>
      neededVariables({ ...indicator, record: 'respondent' }, 'monitoring').map(({ variable }) => variable),
    ),
  );
  const population = generatePopulation({
    wave: WAVE,
    seed: DEFAULT_SEED,
    ...country,
    variables: [...variables, 'age'].filter(
      (name, i, list) => known.get(name) !== 'text' && list.indexOf(name) === i,
    ),
  });
  const waves = names.map(waveOf);
  const counts = Topic.options.map((topic) => ({
    topic,
    indicators: byTopic[topic].length,
    chapters: 0,
    sentences: 0,
  }));
  for (let i = 0; i < redraws; i++) {
    const rows = names.flatMap((name, w) =>
      evaluateIndicators(waveFrom(population, FIRST_SAMPLE_SEED + 2 * i + w, name), all, () => ['all']),
    );
    for (const count of counts) {
      const ids = new Set(byTopic[count.topic].map(({ id }) => id));
      const claimed = claimsOf(
        byTopic[count.topic],
        rows.filter((row) => ids.has(row.indicator)),
        waves,
      );
      count.sentences += claimed;
      if (claimed > 0) count.chapters += 1;
    }
  }
  const chapters = counts.reduce((sum, count) => sum + count.chapters, 0);
  return {
    wave: WAVE,
    population_seed: DEFAULT_SEED,
    first_sample_seed: FIRST_SAMPLE_SEED,
    redraws,
    people: population.columns.age?.length ?? 0,
    topics: counts,
    share: chapters / (redraws * counts.length),
  };
}

export type NoChange = ReturnType<typeof noChangeStudy>;
