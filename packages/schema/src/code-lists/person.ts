import { codeList } from '../code-list.ts';

export const sex = codeList('sex', { zh: '性别', en: 'Sex' }, [
  ['male', '男', 'Men'],
  ['female', '女', 'Women'],
]);

export const ageGroup = codeList(
  'age_group',
  { zh: '年龄组', en: 'Age group' },
  [
    ['15-24', '15-24岁', '15-24'],
    ['25-34', '25-34岁', '25-34'],
    ['35-44', '35-44岁', '35-44'],
    ['45-59', '45-59岁', '45-59'],
    ['60+', '60岁及以上', '60 and over'],
  ],
  { ordered: true },
);

export const fiveYearAge = codeList(
  'five_year_age',
  { zh: '五岁年龄组', en: 'Five-year age group' },
  [
    ['15-19', '15-19岁', '15-19'],
    ['20-24', '20-24岁', '20-24'],
    ['25-29', '25-29岁', '25-29'],
    ['30-34', '30-34岁', '30-34'],
    ['35-39', '35-39岁', '35-39'],
    ['40-44', '40-44岁', '40-44'],
    ['45-49', '45-49岁', '45-49'],
    ['50-54', '50-54岁', '50-54'],
    ['55-59', '55-59岁', '55-59'],
    ['60-64', '60-64岁', '60-64'],
    ['65-69', '65-69岁', '65-69'],
    ['70+', '70岁及以上', '70 and over'],
  ],
  { ordered: true },
);

export const education = codeList(
  'education',
  { zh: '受教育程度', en: 'Education' },
  [
    ['no_schooling', '未上过学', 'No schooling'],
    ['primary', '小学', 'Primary'],
    ['lower_secondary', '初中', 'Lower secondary'],
    ['upper_secondary', '高中/中专', 'Upper secondary'],
    ['junior_college', '大学专科', 'Junior college'],
    ['bachelor', '大学本科', 'Bachelor'],
    ['postgraduate', '研究生', 'Postgraduate'],
  ],
  { ordered: true, standard: 'ISCED 2011 0, 1, 2, 3, 5, 6, 7-8' },
);

export const hukouType = codeList('hukou_type', { zh: '户口性质', en: 'Hukou type' }, [
  ['agricultural', '农业', 'Agricultural'],
  ['non_agricultural', '非农业', 'Non-agricultural'],
  ['agricultural_to_resident', '农业转居民', 'Resident, formerly agricultural'],
  ['non_agricultural_to_resident', '非农业转居民', 'Resident, formerly non-agricultural'],
  ['resident', '居民', 'Resident'],
  ['other', '其他', 'Other'],
]);

export const ethnicity = codeList('ethnicity', { zh: '民族', en: 'Ethnicity' }, [
  ['han', '汉族', 'Han'],
  ['other', '其他民族', 'Other'],
]);

export const maritalStatus = codeList('marital_status', { zh: '婚姻状况', en: 'Marital status' }, [
  ['never_married', '未婚', 'Never married'],
  ['first_marriage', '初婚', 'First marriage'],
  ['remarried', '再婚', 'Remarried'],
  ['divorced', '离婚', 'Divorced'],
  ['widowed', '丧偶', 'Widowed'],
  ['cohabiting', '同居', 'Cohabiting'],
]);

export const relation = codeList('relation', { zh: '与被访者关系', en: 'Relation to the respondent' }, [
  ['respondent', '本人', 'Respondent'],
  ['spouse', '配偶', 'Spouse'],
  ['child', '子女', 'Child'],
  ['child_in_law', '媳婿', 'Son- or daughter-in-law'],
  ['parent', '父母/公婆/岳父母', 'Parent or parent-in-law'],
  ['sibling', '兄弟姐妹及其配偶', 'Sibling or sibling’s spouse'],
  ['grandchild', '孙辈', 'Grandchild'],
  ['grandparent', '(外)祖父母', 'Grandparent'],
  ['other', '其他', 'Other'],
]);

export const residence = codeList('residence', { zh: '现居住地', en: 'Present residence' }, [
  ['here', '本地', 'Here'],
  ['hukou_place', '户籍地', 'Hukou place'],
  ['elsewhere', '其他', 'Elsewhere'],
]);

export const yesNo = codeList('yes_no', { zh: '是否', en: 'Yes or no' }, [
  ['yes', '是', 'Yes'],
  ['no', '否', 'No'],
]);

export const yesNoNotSure = codeList('yes_no_not_sure', { zh: '是否清楚', en: 'Yes, no or not sure' }, [
  ['yes', '是', 'Yes'],
  ['no', '否', 'No'],
  ['not_sure', '不清楚', 'Not sure'],
]);

export const birthCohort = codeList(
  'birth_cohort',
  { zh: '出生队列', en: 'Birth cohort' },
  [
    ['before_1980', '1980年以前', 'Before 1980'],
    ['1980s', '80后', '1980-1989'],
    ['1990_on', '90后及以后', '1990 and later'],
  ],
  { ordered: true },
);
