import type { InstrumentDefinition } from '../instrument-definition.ts';
import { designedReasons, withMissing } from '../variables/with-missing.ts';
import { enterpriseVariables } from './baseline-enterprise/enterprise.ts';
import { provisionVariables } from './baseline-enterprise/provision.ts';
import { vacancyVariables } from './baseline-enterprise/vacancy.ts';

/** The baseline survey of enterprises in pilot sites; the unit is the establishment. Designed: no questionnaire was found. */
export const baselineEnterprise: InstrumentDefinition = {
  id: 'baseline-enterprise',
  label: { zh: '企业基线调查', en: 'Baseline survey of enterprises' },
  description: {
    zh: '试点地区用工企业干预前（及干预后）调查，以经营场所为单位。未见到项目原始问卷；本问卷参照世界银行STEP雇主调查与项目文件拟定，每题注明来源。',
    en: 'Establishments in pilot sites, before (and again after) an intervention. The questionnaires of the programmes were not found: this one is designed after the World Bank’s STEP employer survey and the project documents, and each item names its source.',
  },
  records: [
    {
      name: 'enterprise',
      label: { zh: '企业', en: 'Enterprises' },
      unit_of_observation: { zh: '经营场所', en: 'establishment' },
      key: ['enterprise_id'],
      variables: withMissing(
        [...enterpriseVariables, ...provisionVariables],
        ['enterprise_id'],
        designedReasons,
      ),
    },
    {
      name: 'vacancy',
      label: { zh: '空缺岗位', en: 'Vacancies' },
      unit_of_observation: {
        zh: '企业内一种职业的空缺岗位',
        en: 'open posts of one occupation in an establishment',
      },
      key: ['enterprise_id', 'vacancy_number'],
      variables: withMissing(vacancyVariables, ['enterprise_id', 'vacancy_number'], designedReasons),
    },
  ],
};
