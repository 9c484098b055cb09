import { healthEducationItems, medicalSchemes } from '../../variables/respondent.ts';

const fiveInsurances = [
  'pension_insured',
  'insurance_urban_employee',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
];

/** What derived variables are made from; a member's variable is written `member <variable>`. */
const parts: Readonly<Record<string, readonly string[]>> = {
  age: ['birth_year', 'birth_month', 'member birth_year', 'member birth_month'],
  age_group: ['birth_year', 'birth_month'],
  birth_cohort: ['birth_year'],
  region: ['province'],
  region_three: ['province'],
  stay_years: ['arrival_year', 'arrival_month'],
  length_of_stay: ['arrival_year', 'arrival_month'],
  household_size_here: ['member residence'],
  family_migration: ['member residence'],
  left_behind_family: ['member residence', 'member relation', 'member birth_year', 'member birth_month'],
  medical_insured: medicalSchemes,
  medical_schemes: medicalSchemes,
  five_insurances: fiveInsurances,
  informal_employment: [...fiveInsurances, 'contract'],
  health_education_any: healthEducationItems,
  health_education_count: healthEducationItems,
};

/** The variable itself and, where it is derived, those that it is made from. */
export const derivedFrom = (variable: string): readonly string[] => [variable, ...(parts[variable] ?? [])];

/** How derived variables are computed, in Chinese. */
export const derivedInChinese: Readonly<Record<string, string>> = {
  age: '由出生年月计算到调查月的周岁',
  age_group: '由年龄分组',
  birth_cohort: '由出生年份',
  region: '由省份',
  region_three: '由省份',
  stay_years: '从到达月到调查月的月数除以12',
  length_of_stay: '由居留时长分组',
  household_size_here: '名册中现居本地的成员数，含本人',
  family_migration: '两名及以上家庭成员同在本地',
  left_behind_family: '名册中有16岁以下子女住在户籍地为是；都住在别处为否；没有16岁以下子女者另列',
  medical_insured: '五种中任一种为是即为是；全部为否即为否；否则有“不清楚”即为不清楚',
  medical_schemes: '五种中答“是”的种数；五种未答全则缺失',
  five_insurances: '养老、职工医保、工伤、失业、生育：全部、部分或没有；一项未答则缺失',
  informal_employment: '没有劳动合同且五险都没有；合同或五险有一项未答则缺失',
  health_education_any: '九项中任一项为是即为是；九项都为否即为否；否则缺失',
  health_education_count: '九项中答“是”的项数；九项未答全则缺失',
  migration_range: '由户籍地和现居住地',
  weekly_hours: '每周天数乘每天小时数',
  turnover: '离职人数除以职工人数',
};
