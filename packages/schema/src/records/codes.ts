// Made by scripts/make-records.ts from the instruments and code lists. Change those and run it again.
import { z } from '../zod.ts';

/** Acceptance (接受程度). */
export const Acceptance = z.enum(['not_at_all', 'rather_not', 'rather', 'fully']);
export type Acceptance = z.infer<typeof Acceptance>;

/** Age group (年龄组). */
export const AgeGroup = z.enum(['15-24', '25-34', '35-44', '45-59', '60+']);
export type AgeGroup = z.infer<typeof AgeGroup>;

/** Agreement (同意程度). */
export const Agreement = z.enum(['strongly_disagree', 'disagree', 'agree', 'strongly_agree']);
export type Agreement = z.infer<typeof Agreement>;

/** Birth cohort (出生队列). */
export const BirthCohort = z.enum(['before_1980', '1980s', '1990_on']);
export type BirthCohort = z.infer<typeof BirthCohort>;

/** Where care was sought (就诊地点). */
export const CarePlace = z.enum([
  'community_health',
  'private_clinic',
  'hospital',
  'pharmacy',
  'hukou_place',
  'elsewhere',
  'none',
]);
export type CarePlace = z.infer<typeof CarePlace>;

/** Main labour challenge (用工主要困难). */
export const Challenge = z.enum([
  'finding_workers',
  'finding_skills',
  'keeping_workers',
  'labour_cost',
  'social_contributions',
  'labour_law',
  'housing_workers',
  'none',
  'other',
]);
export type Challenge = z.infer<typeof Challenge>;

/** Change (变化). */
export const ChangeDirection = z.enum(['rose', 'same', 'fell']);
export type ChangeDirection = z.infer<typeof ChangeDirection>;

/** Where the child was born (分娩地点). */
export const ChildbirthPlace = z.enum(['here', 'hukou_place', 'elsewhere']);
export type ChildbirthPlace = z.infer<typeof ChildbirthPlace>;

/** Hypertension or diabetes (高血压或糖尿病). */
export const ChronicDisease = z.enum(['hypertension', 'diabetes', 'both', 'neither', 'not_examined']);
export type ChronicDisease = z.infer<typeof ChronicDisease>;

/** City cluster (城市群). */
export const CityCluster = z.enum([
  'pearl_river_delta',
  'yangtze_river_delta',
  'beijing_tianjin_hebei',
  'middle_yangtze',
  'chengdu_chongqing',
]);
export type CityCluster = z.infer<typeof CityCluster>;

/** Company on the move (同行者). */
export const Companions = z.enum([
  'alone',
  'spouse',
  'spouse_and_children',
  'other_family',
  'home_place',
  'organised',
]);
export type Companions = z.infer<typeof Companions>;

/** Contraceptive method (避孕方法). */
export const Contraception = z.enum([
  'sterilisation',
  'intrauterine_device',
  'implant',
  'pill_or_injection',
  'condom',
  'other',
  'none',
]);
export type Contraception = z.infer<typeof Contraception>;

/** Labour contract (劳动合同). */
export const Contract = z.enum([
  'fixed_term',
  'open_ended',
  'one_job',
  'probation',
  'none',
  'not_sure',
  'other',
]);
export type Contract = z.infer<typeof Contract>;

/** Who keeps the contract (合同保管). */
export const ContractHolder = z.enum(['both', 'employer', 'worker', 'agency', 'not_sure']);
export type ContractHolder = z.infer<typeof ContractHolder>;

/** Contribution base (缴费基数). */
export const ContributionBase = z.enum([
  'actual_wage',
  'minimum_base',
  'average_wage',
  'fixed_amount',
  'not_sure',
]);
export type ContributionBase = z.infer<typeof ContributionBase>;

/** Who is enrolled (参保范围). */
export const ContributionScope = z.enum([
  'all',
  'all_with_contract',
  'managers',
  'local_hukou',
  'on_request',
  'nobody',
]);
export type ContributionScope = z.infer<typeof ContributionScope>;

/** Difficulty (困难程度). */
export const Difficulty = z.enum(['none', 'some', 'a_lot', 'cannot']);
export type Difficulty = z.infer<typeof Difficulty>;

/** Where discrimination was felt (受歧视的场合). */
export const DiscriminationPlace = z.enum([
  'job_search',
  'work',
  'housing',
  'school',
  'health',
  'office',
  'daily_life',
  'other',
]);
export type DiscriminationPlace = z.infer<typeof DiscriminationPlace>;

/** How it was settled (解决方式). */
export const DisputeSettlement = z.enum([
  'negotiation',
  'inspection',
  'arbitration',
  'court',
  'union',
  'legal_aid',
  'did_nothing',
  'other',
]);
export type DisputeSettlement = z.infer<typeof DisputeSettlement>;

/** Education (受教育程度). */
export const Education = z.enum([
  'no_schooling',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'junior_college',
  'bachelor',
  'postgraduate',
]);
export type Education = z.infer<typeof Education>;

/** Education, eight codes (2011-2013) (受教育程度（8类，2011-2013年）). */
export const EducationEight = z.enum(['1', '2', '3', '4', '5', '6', '7', '8']);
export type EducationEight = z.infer<typeof EducationEight>;

/** Education, seven codes (2014-2018) (受教育程度（7类，2014-2018年）). */
export const EducationSeven = z.enum(['1', '2', '3', '4', '5', '6', '7']);
export type EducationSeven = z.infer<typeof EducationSeven>;

/** Type of employer (就业单位性质). */
export const EmployerType = z.enum([
  'government',
  'state_owned',
  'collective',
  'joint_stock',
  'household_business',
  'private',
  'overseas',
  'social_organisation',
  'land_contractor',
  'other',
  'none',
]);
export type EmployerType = z.infer<typeof EmployerType>;

/** Status in employment (就业身份). */
export const EmploymentStatus = z.enum(['employee', 'employer', 'own_account', 'family_worker', 'other']);
export type EmploymentStatus = z.infer<typeof EmploymentStatus>;

/** Place of enrolment (参保地). */
export const EnrolmentPlace = z.enum(['destination', 'origin', 'elsewhere']);
export type EnrolmentPlace = z.infer<typeof EnrolmentPlace>;

/** Size of the enterprise (单位人数). */
export const EnterpriseSize = z.enum(['1-9', '10-49', '50-249', '250-999', '1000+']);
export type EnterpriseSize = z.infer<typeof EnterpriseSize>;

/** Ethnicity (民族). */
export const Ethnicity = z.enum(['han', 'other']);
export type Ethnicity = z.infer<typeof Ethnicity>;

/** The five insurances (五险参保情况). */
export const FiveInsurances = z.enum(['all', 'some', 'none']);
export type FiveInsurances = z.infer<typeof FiveInsurances>;

/** Five-year age group (五岁年龄组). */
export const FiveYearAge = z.enum([
  '15-19',
  '20-24',
  '25-29',
  '30-34',
  '35-39',
  '40-44',
  '45-49',
  '50-54',
  '55-59',
  '60-64',
  '65-69',
  '70+',
]);
export type FiveYearAge = z.infer<typeof FiveYearAge>;

/** How often (频率). */
export const Frequency = z.enum(['never', 'seldom', 'sometimes', 'often', 'always']);
export type Frequency = z.infer<typeof Frequency>;

/** Company in free time (业余交往对象). */
export const Friends = z.enum([
  'fellow_migrants_local_hukou',
  'fellow_migrants',
  'locals',
  'other_migrants',
  'nobody',
]);
export type Friends = z.infer<typeof Friends>;

/** Health record (居民健康档案). */
export const HealthRecord = z.enum(['established', 'not_heard', 'heard', 'not_sure']);
export type HealthRecord = z.infer<typeof HealthRecord>;

/** Kind of housing (住房类型). */
export const Housing = z.enum([
  'employer',
  'private_rent',
  'public_rental',
  'bought_market',
  'bought_subsidised',
  'bought_minor',
  'self_built',
  'borrowed',
  'workplace',
  'other',
]);
export type Housing = z.infer<typeof Housing>;

/** Hukou type (户口性质). */
export const HukouType = z.enum([
  'agricultural',
  'non_agricultural',
  'agricultural_to_resident',
  'non_agricultural_to_resident',
  'resident',
  'other',
]);
export type HukouType = z.infer<typeof HukouType>;

/** Status in employment (2018) (就业身份国际分类（2018）). */
export const Icse18 = z.enum(['11', '12', '21', '22', '30', '41', '42', '43', '44', '51']);
export type Icse18 = z.infer<typeof Icse18>;

/** Status in employment (1993) (就业身份国际分类（1993）). */
export const Icse93 = z.enum(['1', '2', '3', '4', '5', '6']);
export type Icse93 = z.infer<typeof Icse93>;

/** Latest illness (最近一次患病时间). */
export const Illness = z.enum(['two_weeks', 'year', 'none']);
export type Illness = z.infer<typeof Illness>;

/** Importance (重要程度). */
export const Importance = z.enum(['not_important', 'somewhat', 'important', 'decisive']);
export type Importance = z.infer<typeof Importance>;

/** Industry (行业). */
export const Industry = z.enum([
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
  'T',
]);
export type Industry = z.infer<typeof Industry>;

/** Insurance schemes (社会保险项目). */
export const InsuranceScheme = z.enum([
  'insurance_rural_cooperative',
  'insurance_urban_rural_resident',
  'insurance_urban_resident',
  'insurance_urban_employee',
  'insurance_public',
  'pension_insured',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
  'housing_fund',
]);
export type InsuranceScheme = z.infer<typeof InsuranceScheme>;

/** Intended length of stay (预计留居时长). */
export const IntendedStay = z.enum(['1-2', '3-5', '6-10', 'over_10', 'settle', 'undecided']);
export type IntendedStay = z.infer<typeof IntendedStay>;

/** ISCED levels (国际教育标准分类). */
export const Isced = z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
export type Isced = z.infer<typeof Isced>;

/** ISCO major groups (国际标准职业分类大类). */
export const IscoMajorGroup = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']);
export type IscoMajorGroup = z.infer<typeof IscoMajorGroup>;

/** ISIC sections (国际标准行业分类门类). */
export const IsicSection = z.enum([
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
  'T',
  'U',
]);
export type IsicSection = z.infer<typeof IsicSection>;

/** How the job was found (找工作途径). */
export const JobChannel = z.enum([
  'public_service',
  'private_agency',
  'labour_dispatch',
  'kin_or_friends',
  'school',
  'online',
  'job_fair',
  'direct',
  'own_business',
  'other',
]);
export type JobChannel = z.infer<typeof JobChannel>;

/** Where to after leaving (离开后去向). */
export const LeaveDestination = z.enum(['return', 'elsewhere', 'undecided']);
export type LeaveDestination = z.infer<typeof LeaveDestination>;

/** Child left behind (子女留守). */
export const LeftBehindFamily = z.enum(['yes', 'no', 'no_child']);
export type LeftBehindFamily = z.infer<typeof LeftBehindFamily>;

/** Length of stay (本次流动时长). */
export const LengthOfStay = z.enum(['under_1', '1-4', '5-9', '10+']);
export type LengthOfStay = z.infer<typeof LengthOfStay>;

/** Main market (主要市场). */
export const MainMarket = z.enum(['local', 'province', 'national', 'export']);
export type MainMarket = z.infer<typeof MainMarket>;

/** Marital status (婚姻状况). */
export const MaritalStatus = z.enum([
  'never_married',
  'first_marriage',
  'remarried',
  'divorced',
  'widowed',
  'cohabiting',
]);
export type MaritalStatus = z.infer<typeof MaritalStatus>;

/** Type of migrant worker (农民工类型). */
export const MigrantType = z.enum(['type_1', 'type_2']);
export type MigrantType = z.infer<typeof MigrantType>;

/** Migration range (流动范围). */
export const MigrationRange = z.enum(['inter_province', 'inter_prefecture', 'inter_county', 'not_migrating']);
export type MigrationRange = z.infer<typeof MigrationRange>;

/** Reason for moving (流动原因). */
export const MigrationReason = z.enum([
  'work',
  'business',
  'follow_family',
  'marriage',
  'demolition',
  'join_kin',
  'study',
  'army',
  'birth',
  'old_age',
  'care_for_elderly',
  'care_for_child',
  'other',
]);
export type MigrationReason = z.infer<typeof MigrationReason>;

/** Occupation (职业). */
export const Occupation = z.enum([
  '10',
  '20',
  '30',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '47',
  '48',
  '49',
  '50',
  '61',
  '62',
  '63',
  '64',
  '70',
  '80',
]);
export type Occupation = z.infer<typeof Occupation>;

/** Pay for overtime (加班报酬). */
export const OvertimePay = z.enum(['at_legal_rate', 'at_lower_rate', 'time_off', 'unpaid', 'not_sure']);
export type OvertimePay = z.infer<typeof OvertimePay>;

/** Basis of pay (计酬方式). */
export const PayBasis = z.enum(['month', 'day', 'hour', 'piece', 'commission', 'job', 'other']);
export type PayBasis = z.infer<typeof PayBasis>;

/** Kind of pension (养老保险种类). */
export const PensionKind = z.enum(['urban_employee', 'resident', 'government', 'both', 'not_sure']);
export type PensionKind = z.infer<typeof PensionKind>;

/** Province (省级单位). */
export const Province = z.enum([
  '11',
  '12',
  '13',
  '14',
  '15',
  '21',
  '22',
  '23',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '50',
  '51',
  '52',
  '53',
  '54',
  '61',
  '62',
  '63',
  '64',
  '65',
  '66',
  '71',
  '81',
  '82',
]);
export type Province = z.infer<typeof Province>;

/** National basic public health services (国家基本公共卫生服务). */
export const PublicHealthService = z.enum([
  'health_record',
  'health_education',
  'vaccination',
  'child_health',
  'maternal_health',
  'elderly_health',
  'chronic_disease',
  'mental_disorder',
  'tuberculosis',
  'chinese_medicine',
  'infectious_disease',
  'sanitation',
]);
export type PublicHealthService = z.infer<typeof PublicHealthService>;

/** Reason for not seeking care (未就诊原因). */
export const ReasonNoCare = z.enum(['not_serious', 'cost', 'no_time', 'far', 'no_insurance', 'other']);
export type ReasonNoCare = z.infer<typeof ReasonNoCare>;

/** Reason for not being insured (未参保原因). */
export const ReasonNotInsured = z.enum([
  'employer_did_not',
  'too_expensive',
  'not_portable',
  'insured_at_home',
  'no_contract',
  'not_needed',
  'did_not_know',
  'procedure',
  'other',
]);
export type ReasonNotInsured = z.infer<typeof ReasonNotInsured>;

/** Reason for not being reached (未获得服务的原因). */
export const ReasonNotReached = z.enum([
  'did_not_know',
  'not_entitled',
  'cost',
  'no_time',
  'far',
  'refused',
  'other',
]);
export type ReasonNotReached = z.infer<typeof ReasonNotReached>;

/** Reason for not working (未工作原因). */
export const ReasonNotWorking = z.enum([
  'studying',
  'care_for_family',
  'pregnant',
  'lost_job',
  'left_job',
  'disabled',
  'retired',
  'cannot_find',
  'does_not_want',
  'other',
]);
export type ReasonNotWorking = z.infer<typeof ReasonNotWorking>;

/** Why recruiting is hard (招工困难原因). */
export const RecruitmentObstacle = z.enum([
  'few_applicants',
  'lack_of_skill',
  'lack_of_experience',
  'wage_expectation',
  'working_conditions',
  'high_turnover',
  'none',
  'other',
]);
export type RecruitmentObstacle = z.infer<typeof RecruitmentObstacle>;

/** Region (地区). */
export const Region = z.enum(['east', 'central', 'west', 'north_east']);
export type Region = z.infer<typeof Region>;

/** East, centre, west (东中西部). */
export const RegionThree = z.enum(['east', 'central', 'west']);
export type RegionThree = z.infer<typeof RegionThree>;

/** Relation to the respondent (与被访者关系). */
export const Relation = z.enum([
  'respondent',
  'spouse',
  'child',
  'child_in_law',
  'parent',
  'sibling',
  'grandchild',
  'grandparent',
  'other',
]);
export type Relation = z.infer<typeof Relation>;

/** Present residence (现居住地). */
export const Residence = z.enum(['here', 'hukou_place', 'elsewhere']);
export type Residence = z.infer<typeof Residence>;

/** Returns to the home place (返乡次数). */
export const ReturnFrequency = z.enum(['none', 'once', '2-3', '4-11', 'monthly']);
export type ReturnFrequency = z.infer<typeof ReturnFrequency>;

/** When to return home (打算返乡时间). */
export const ReturnTime = z.enum(['any_time', 'under_1', '1-2', '3-5', 'over_5', 'undecided']);
export type ReturnTime = z.infer<typeof ReturnTime>;

/** Kind of school (就读学校). */
export const SchoolKind = z.enum(['public', 'private', 'migrant_school', 'other']);
export type SchoolKind = z.infer<typeof SchoolKind>;

/** Self-rated health (自评健康). */
export const SelfRatedHealth = z.enum(['healthy', 'mostly_healthy', 'unhealthy', 'dependent']);
export type SelfRatedHealth = z.infer<typeof SelfRatedHealth>;

/** Reached by the service (服务获得). */
export const ServiceUse = z.enum(['received', 'not_received', 'not_wanted', 'not_heard']);
export type ServiceUse = z.infer<typeof ServiceUse>;

/** Sex (性别). */
export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

/** Branches of social security (社会保障分支). */
export const SocialSecurityBranch = z.enum([
  'medical_care',
  'sickness',
  'unemployment',
  'old_age',
  'employment_injury',
  'family',
  'maternity',
  'invalidity',
  'survivors',
]);
export type SocialSecurityBranch = z.infer<typeof SocialSecurityBranch>;

/** Social security card (个人社会保障卡). */
export const SocialSecurityCard = z.enum(['not_heard', 'heard', 'issued', 'not_sure']);
export type SocialSecurityCard = z.infer<typeof SocialSecurityCard>;

/** Obstacle to a start (创业障碍). */
export const StartUpObstacle = z.enum([
  'money',
  'skill',
  'licence',
  'place',
  'information',
  'family',
  'other',
]);
export type StartUpObstacle = z.infer<typeof StartUpObstacle>;

/** Intention to stay (留居意愿). */
export const StayIntention = z.enum(['yes', 'no', 'undecided']);
export type StayIntention = z.infer<typeof StayIntention>;

/** What it would give to a training pilot (参加培训试点的投入). */
export const TrainingContribution = z.enum(['time', 'place', 'trainer', 'money', 'nothing']);
export type TrainingContribution = z.infer<typeof TrainingContribution>;

/** Kind of training (培训类型). */
export const TrainingKind = z.enum([
  'vocational',
  'pre_employment',
  'safety',
  'start_up',
  'life_skills',
  'farming',
  'other',
]);
export type TrainingKind = z.infer<typeof TrainingKind>;

/** Time of training (培训时间). */
export const TrainingTime = z.enum(['working_hours', 'evening', 'rest_day', 'slack_season', 'any']);
export type TrainingTime = z.infer<typeof TrainingTime>;

/** Training topic (培训内容). */
export const TrainingTopic = z.enum([
  'machine_operation',
  'construction',
  'garment',
  'electronics',
  'catering',
  'domestic_work',
  'beauty',
  'computer',
  'driving',
  'sales',
  'management',
  'start_up',
  'language',
  'other',
]);
export type TrainingTopic = z.infer<typeof TrainingTopic>;

/** Time to the nearest facility (到最近医疗机构时间). */
export const TravelTime = z.enum(['under_15', '15-30', '30-60', 'over_60']);
export type TravelTime = z.infer<typeof TravelTime>;

/** True or false (判断). */
export const TrueFalse = z.enum(['true', 'false', 'not_sure']);
export type TrueFalse = z.infer<typeof TrueFalse>;

/** Who pays (费用承担). */
export const WhoPays = z.enum([
  'employer',
  'worker',
  'both',
  'insurance',
  'government',
  'nobody',
  'not_sure',
]);
export type WhoPays = z.infer<typeof WhoPays>;

/** Willing or not (是否愿意). */
export const Willing = z.enum(['yes', 'no', 'undecided']);
export type Willing = z.infer<typeof Willing>;

/** Yes or no (是否). */
export const YesNo = z.enum(['yes', 'no']);
export type YesNo = z.infer<typeof YesNo>;

/** Yes, no or not sure (是否清楚). */
export const YesNoNotSure = z.enum(['yes', 'no', 'not_sure']);
export type YesNoNotSure = z.infer<typeof YesNoNotSure>;
