import type { Variable } from '../../variable.ts';
import { battery, category, type Item, recalled, verified, words } from '../define.ts';
import { periods } from '../periods.ts';

const statements: readonly Item[] = [
  ['likes_city', '我喜欢我现在居住的城市/地方', 'I like the city where I live now'],
  ['follows_changes', '我关注我现在居住城市/地方的变化', 'I follow the changes of the city where I live now'],
  ['wants_to_belong', '我很愿意融入本地人当中，成为其中一员', 'I should like to become one of the locals'],
  [
    'feels_accepted',
    '我觉得本地人愿意接受我成为其中一员',
    'I feel that locals are willing to accept me as one of them',
  ],
  ['feels_looked_down_on', '我感觉本地人看不起外地人', 'I feel that locals look down on outsiders'],
  [
    'keeps_customs',
    '按照老家的风俗习惯办事对我比较重要',
    'To do things by the customs of my home place matters to me',
  ],
  [
    'habits_differ',
    '我的卫生习惯与本地市民存在较大差别',
    'My hygiene habits differ much from those of local residents',
  ],
  ['feels_local', '我觉得我已经是本地人了', 'I feel that I am a local already'],
];

/** The eight statements on integration, in questionnaire order. */
export const integrationItems: readonly string[] = statements.map(([name]) => `integration_${name}`);

/** The statements on which agreement means less integration. */
export const reversedIntegrationItems: readonly string[] = [
  'integration_feels_looked_down_on',
  'integration_keeps_customs',
  'integration_habits_differ',
];

const groups: readonly Item[] = [
  ['union', '工会', 'trade union'],
  ['volunteers', '志愿者协会', 'volunteers'],
  ['schoolmates', '同学会', 'old schoolmates'],
  ['home_place', '老乡会', 'people of the home place'],
  ['chamber', '家乡商会', 'chamber of the home place'],
];

/** The groups whose activities one may take part in. */
export const participationItems: readonly string[] = groups.map(([name]) => `takes_part_in_${name}`);

/** Agreement with eight statements (1 to 4), company in free time, and what one takes part in. */
export const integrationVariables: readonly Variable[] = [
  ...battery('integration', words('社会融合', 'Integration'), statements, {
    codes: 'agreement',
    ...recalled('您是否同意以下说法：{item}', 'Do you agree: {item}?'),
  }).map((variable) =>
    variable.name === 'integration_feels_looked_down_on'
      ? {
          ...variable,
          ...verified(
            '您是否同意以下说法：我感觉本地人看不起外地人',
            'Do you agree: I feel that locals look down on outsiders?',
          ),
        }
      : variable,
  ),
  category(
    'friends',
    words('业余交往对象', 'Company in free time'),
    'friends',
    recalled(
      '您业余时间在本地和谁来往最多（不包括顾客及其他亲属）？',
      'With whom do you spend most free time here (customers and kin apart)?',
    ),
  ),
  ...battery('takes_part_in', words('参加活动', 'Takes part in'), groups, {
    codes: 'yes_no',
    ...recalled(
      '您在本地是否参加过以下组织的活动：{item}？',
      'Have you taken part here in activities of: {item}?',
      {
        reference_period: periods.twelveMonths,
      },
    ),
  }),
];
