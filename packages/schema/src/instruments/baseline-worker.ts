import type { InstrumentDefinition } from '../instrument-definition.ts';
import { baselineTraits, traitVariables } from '../variables/traits.ts';
import { designedReasons, withMissing } from '../variables/with-missing.ts';
import { childVariables } from './baseline-worker/child.ts';
import { healthVariables } from './baseline-worker/health.ts';
import { insuranceVariables } from './baseline-worker/insurance.ts';
import { livingVariables } from './baseline-worker/living.ts';
import { personVariables } from './baseline-worker/person.ts';
import { rightsVariables } from './baseline-worker/rights.ts';
import { trainingVariables } from './baseline-worker/training.ts';
import { workVariables } from './baseline-worker/work.ts';

/** The baseline survey of migrant workers in pilot sites. No questionnaire of the programmes was found: this one is designed. */
export const baselineWorker: InstrumentDefinition = {
  id: 'baseline-worker',
  label: { zh: '农民工基线调查', en: 'Baseline survey of migrant workers' },
  description: {
    zh: '试点地区农民工干预前（及干预后）调查。未见到项目原始问卷；本问卷按项目文件、国际劳工组织统计标准拟定，每题注明来源。',
    en: 'Migrant workers in pilot sites, before (and again after) an intervention. The questionnaires of the programmes were not found: this one is designed from the project documents and ILO standards, and each item names its source.',
  },
  records: [
    {
      name: 'respondent',
      label: { zh: '农民工', en: 'Workers' },
      unit_of_observation: { zh: '农民工个人', en: 'migrant worker' },
      key: ['respondent_id'],
      variables: withMissing(
        [
          ...personVariables,
          ...workVariables,
          ...rightsVariables,
          ...insuranceVariables,
          ...trainingVariables,
          ...healthVariables,
          ...livingVariables,
          ...traitVariables(baselineTraits),
        ],
        ['respondent_id'],
        designedReasons,
      ),
    },
    {
      name: 'child',
      label: { zh: '16岁以下子女', en: 'Children under 16' },
      unit_of_observation: {
        zh: '被访者的16岁以下子女',
        en: 'child under 16 of a worker, wherever it lives',
      },
      key: ['respondent_id', 'child_number'],
      variables: withMissing(childVariables, ['respondent_id', 'child_number'], designedReasons),
    },
  ],
};
