import type { InstrumentDefinition } from '../instrument-definition.ts';
import { memberVariables } from '../variables/member.ts';
import { respondentVariables } from '../variables/respondent.ts';

/** The yearly monitoring survey of migrants. */
export const monitoring: InstrumentDefinition = {
  id: 'monitoring',
  label: {
    zh: '全国流动人口动态监测调查（个人问卷A）',
    en: 'Monitoring survey of migrants (individual questionnaire A)',
  },
  description: {
    zh: '在本地居住一个月及以上、非本区（县、市）户口的流动人口，年度截面样本；各轮题目不同，见各轮编码手册。',
    en: 'Yearly cross-section of people who have lived at the place for a month or more without hukou of its county. What a wave asked differs: see its codebook.',
  },
  records: [
    {
      name: 'respondent',
      label: { zh: '被访者', en: 'Respondents' },
      unit_of_observation: { zh: '流动人口个人', en: 'migrant' },
      key: ['respondent_id'],
      variables: respondentVariables,
    },
    {
      name: 'member',
      label: { zh: '家庭成员', en: 'Household members' },
      unit_of_observation: {
        zh: '被访者家庭成员（含本人）',
        en: 'member of a respondent’s household, the respondent included',
      },
      key: ['respondent_id', 'member_number'],
      variables: memberVariables,
    },
  ],
};
