import { codeLists } from '../code-lists/index.ts';

/** Raw codes 1, 2, … in the order of a code list: for synthetic files, where no source gives the order. */
export const inOrder = (list: string): Record<string, string> =>
  Object.fromEntries((codeLists[list]?.codes ?? []).map(({ code }, i) => [String(i + 1), code]));

/** Raw code to canonical code, for recodes that stand in several waves. */
export const yesNo = { '1': 'yes', '2': 'no' };
export const yesNoNotSure = { '1': 'yes', '2': 'no', '3': 'not_sure' };
export const sex = { '1': 'male', '2': 'female' };
export const han = {
  '1': 'han',
  ...Object.fromEntries(Array.from({ length: 19 }, (_, i) => [String(i + 2), 'other'])),
};
export const education7 = {
  '1': 'no_schooling',
  '2': 'primary',
  '3': 'lower_secondary',
  '4': 'upper_secondary',
  '5': 'junior_college',
  '6': 'bachelor',
  '7': 'postgraduate',
};
/** Eight codes up to 2013: 5 is vocational secondary (中专), not junior college; it is merged with 4. */
export const education8 = {
  '1': 'no_schooling',
  '2': 'primary',
  '3': 'lower_secondary',
  '4': 'upper_secondary',
  '5': 'upper_secondary',
  '6': 'junior_college',
  '7': 'bachelor',
  '8': 'postgraduate',
};
/** Answers of the eight-code list that the canonical list does not have. */
export const education8Texts = { 高中: 'upper_secondary', 中专: 'upper_secondary' };
export const hukouType2 = { '1': 'agricultural', '2': 'non_agricultural' };
export const hukouType6 = {
  ...hukouType2,
  '3': 'agricultural_to_resident',
  '4': 'non_agricultural_to_resident',
  '5': 'resident',
  '6': 'other',
};
export const maritalStatus = {
  '1': 'never_married',
  '2': 'first_marriage',
  '3': 'remarried',
  '4': 'divorced',
  '5': 'widowed',
  '6': 'cohabiting',
};
export const migrationRange = {
  '1': 'inter_province',
  '2': 'inter_prefecture',
  '3': 'inter_county',
  '4': 'not_migrating',
};
export const relation = {
  '1': 'respondent',
  '2': 'spouse',
  '3': 'child',
  '4': 'child_in_law',
  '5': 'parent',
  '6': 'sibling',
  '7': 'grandchild',
  '8': 'grandparent',
  '9': 'other',
};
export const residence = { '1': 'here', '2': 'hukou_place', '3': 'elsewhere' };
export const contract = {
  '1': 'fixed_term',
  '2': 'open_ended',
  '3': 'one_job',
  '4': 'probation',
  '5': 'none',
  '6': 'not_sure',
  '7': 'other',
};
/** Four classes of the early waves; their numeric order was not seen. */
export const employmentStatus4 = {
  '1': 'employee',
  '2': 'employer',
  '3': 'own_account',
  '4': 'family_worker',
};
/** Five classes of 2016-2018 (recalled): employees with and without a fixed employer. */
export const employmentStatus5 = {
  '1': 'employee',
  '2': 'employee',
  '3': 'employer',
  '4': 'own_account',
  '5': 'other',
};
/** The first two classes of the five: employees with and without a fixed employer. */
export const fixedEmployer5 = { '1': 'yes', '2': 'no' };
export const otherStatus5 = { '3': 'not_applicable', '4': 'not_applicable', '5': 'not_applicable' } as const;
/** Ten classes of 2011; 5 is a reading between its neighbours. */
export const employerType10 = {
  '1': 'land_contractor',
  '2': 'government',
  '3': 'state_owned',
  '4': 'collective',
  '5': 'household_business',
  '6': 'private',
  '7': 'overseas',
  '8': 'overseas',
  '9': 'overseas',
  '10': 'overseas',
};
/** Twelve classes of 2017 (recalled). */
export const employerType12 = {
  '1': 'government',
  '2': 'state_owned',
  '3': 'collective',
  '4': 'joint_stock',
  '5': 'household_business',
  '6': 'private',
  '7': 'overseas',
  '8': 'overseas',
  '9': 'overseas',
  '10': 'social_organisation',
  '11': 'other',
  '12': 'none',
};
/** Occupations keep their recalled two-digit codes. */
export const occupation = Object.fromEntries(
  [
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
  ].map((code) => [code, code]),
);
export const selfRatedHealth = { '1': 'healthy', '2': 'mostly_healthy', '3': 'unhealthy', '4': 'dependent' };
/** In the order of the printed list; the raw order is not known. */
export const housing = {
  '1': 'employer',
  '2': 'private_rent',
  '3': 'public_rental',
  '4': 'bought_market',
  '5': 'bought_subsidised',
  '6': 'bought_minor',
  '7': 'self_built',
  '8': 'borrowed',
  '9': 'workplace',
  '10': 'other',
};
export const industry = Object.fromEntries(
  [...'ABCDEFGHIJKLMNOPQRST'].map((letter, i) => [String(i + 1), letter]),
);
export const healthRecord = { '1': 'established', '2': 'not_heard', '3': 'heard', '4': 'not_sure' };
export const socialSecurityCard = { '1': 'not_heard', '2': 'heard', '3': 'issued', '4': 'not_sure' };
export const enrolmentPlace = { '1': 'destination', '2': 'origin', '3': 'elsewhere' };
export const stayIntention = { '1': 'yes', '2': 'no', '3': 'undecided' };
/** Four steps of agreement with a statement. */
export const agreement = { '1': 'strongly_disagree', '2': 'disagree', '3': 'agree', '4': 'strongly_agree' };
/** Thirteen reasons for moving, in the recalled order of 2017. */
export const migrationReason = Object.fromEntries(
  [
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
  ].map((reason, i) => [String(i + 1), reason]),
);
/** Intended length of stay, 2017 (recalled). */
export const intendedStay = {
  '1': '1-2',
  '2': '3-5',
  '3': '6-10',
  '4': 'over_10',
  '5': 'settle',
  '6': 'undecided',
};
export const leaveDestination = { '1': 'return', '2': 'elsewhere', '3': 'undecided' };
export const willing = { '1': 'yes', '2': 'no', '3': 'undecided' };
/** Names of peoples as text, where a file holds them instead of codes. */
export const ethnicityTexts = {
  汉: 'han',
  ...Object.fromEntries(
    [...'蒙满回藏壮维苗彝侗瑶白黎傣', '土家', '布依', '朝鲜', '哈尼', '哈萨克', '其他'].map((name) => [
      name,
      'other',
    ]),
  ),
};
