import type { Cells } from '../baseline/answers/worker-context.ts';
import type { Answers } from '../population/answers.ts';
import type { Random } from '../random/random.ts';

/** Shares of migrants without who have a thing once they are residents: cover, contract and services come with the place. */
const gains: Readonly<Record<string, number>> = {
  pension_insured: 0.55,
  work_injury_insured: 0.35,
  unemployment_insured: 0.35,
  maternity_insured: 0.3,
  housing_fund: 0.35,
};
const CONTRACT_GAIN = 0.4;
const RECORD_GAIN = 0.3;
const HEARD_GAIN = 0.2;
const OWN_HOME = 0.75;

/** What residents are asked that the population of migrants answers as well. */
const shared = [
  ...['province', 'prefecture', 'county', 'sex', 'birth_year', 'birth_month', 'ethnicity', 'education'],
  ...[
    'marital_status',
    'employed',
    'employment_status',
    'occupation',
    'industry',
    'employer_type',
    'contract',
  ],
  ...['weekly_hours', 'monthly_income', 'household_income', 'housing_cost', 'housing'],
  ...['pension_insured', 'work_injury_insured', 'unemployment_insured', 'maternity_insured', 'housing_fund'],
  ...['health_record', 'public_health_services_heard', 'self_rated_health'],
  ...[
    'health_education_occupational_disease',
    'health_education_hiv_std',
    'health_education_reproductive_health',
  ],
  ...['health_education_tuberculosis', 'health_education_smoking', 'health_education_mental_health'],
  ...[
    'health_education_chronic_disease',
    'health_education_maternal_child_health',
    'health_education_emergency',
  ],
] as const;

/** Money of residents over that of migrants. */
const MORE = 1.1;
const grown = (value: string | number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round((Number(value) * MORE) / 10) * 10;

/** What a local resident answers: as a migrant of the place would, but for the advantages that come with local hukou. */
export function residentAnswers(base: Answers, random: Random): Cells {
  const cells: Cells = Object.fromEntries(shared.map((name) => [name, base[name] ?? null]));
  for (const [name, gain] of Object.entries(gains))
    if (cells[name] === 'no' && random.chance(gain)) cells[name] = 'yes';
  if (cells.contract === 'none' && random.chance(CONTRACT_GAIN)) cells.contract = 'fixed_term';
  if (cells.health_record !== 'established' && random.chance(RECORD_GAIN))
    cells.health_record = 'established';
  if (cells.public_health_services_heard === 'no' && random.chance(HEARD_GAIN))
    cells.public_health_services_heard = 'yes';
  const employee = random.chance(0.5);
  return {
    ...cells,
    hukou_type: random.chance(0.75) ? 'non_agricultural' : 'agricultural',
    ...(random.chance(OWN_HOME) ? { housing: 'bought_market' } : {}),
    monthly_income: grown(cells.monthly_income),
    household_income: grown(cells.household_income),
    insurance_rural_cooperative: 'no',
    insurance_urban_rural_resident: !employee && random.chance(0.3) ? 'yes' : 'no',
    insurance_urban_resident: !employee && random.chance(0.6) ? 'yes' : 'no',
    insurance_urban_employee: employee ? 'yes' : 'no',
    insurance_public: 'no',
    ...Object.fromEntries(
      (
        [
          ['colleague', 0.85],
          ['neighbour', 0.8],
          ['friend', 0.78],
          ['school', 0.72],
          ['family', 0.6],
        ] as const
      ).map(([name, share]) => [
        `accepts_migrant_as_${name}`,
        random.chance(share)
          ? random.chance(0.4)
            ? 'fully'
            : 'rather'
          : random.chance(0.7)
            ? 'rather_not'
            : 'not_at_all',
      ]),
    ),
  };
}
