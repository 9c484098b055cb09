import { publicHealthService } from '../../code-lists/public-health-service.ts';
import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { battery, category, designed, type Item, number, proposed, words } from '../../variables/define.ts';
import { integrationVariables } from '../../variables/monitoring/integration.ts';
import { periods } from '../../variables/periods.ts';

const discriminated: Condition[] = [{ variable: 'discriminated', in: ['yes'] }];
const year = { reference_period: periods.twelveMonths };

/** The twelve services of the list of 2013 to 2017. */
const healthServices: readonly Item[] = publicHealthService.codes.map(
  ({ code, label }): Item => [code, label.zh, label.en],
);

const otherServices: readonly Item[] = [
  ['hotline', '政务或劳动保障热线', 'the hotline for public and labour affairs'],
  ['legal_aid', '法律援助', 'legal aid'],
  ['library', '图书馆', 'the public library'],
  ['community_centre', '社区服务中心', 'the community centre'],
];

const statements = integrationVariables.filter(({ name }) => name.startsWith('integration_'));

/** Housing, services reached, discrimination and integration. */
export const livingVariables: readonly Variable[] = [
  ...designed('outcome 4 of the project document: housing and living environment', [
    category('housing', words('住房类型', 'Kind of housing'), 'housing', {
      ...proposed('您现在住在哪种住房？', 'In which kind of housing do you live?'),
    }),
    number('housing_area', words('人均住房面积', 'Floor area a person'), 'square metres per person', {
      range: [0, 500],
      ...proposed('您家人均住房面积是多少？', 'How much floor area is there for each person?'),
    }),
    number('persons_per_room', words('每间居住人数', 'Persons in the room'), 'persons', {
      range: [1, 100],
      ...proposed('您睡觉的房间住几个人？', 'How many people sleep in your room?'),
    }),
    number('housing_cost', words('月住房支出', 'Housing cost, monthly'), 'yuan per month', {
      range: [0, 500_000],
      ...proposed('您家每月住房支出是多少？', 'How much does your household pay for housing a month?', {
        reference_period: periods.usualMonth,
      }),
    }),
    category('own_toilet', words('独立厕所', 'Own toilet'), 'yes_no', {
      ...proposed('住处是否有独立厕所？', 'Is there a toilet of your own?'),
    }),
    category('tap_water', words('自来水', 'Tap water'), 'yes_no', {
      ...proposed('住处是否有自来水？', 'Is there tap water?'),
    }),
  ]),
  ...designed('output 4.1 of the project document: gaps in access; national basic public health services', [
    ...battery('service', words('基本公共卫生服务', 'Basic public health service'), healthServices, {
      codes: 'service_use',
      ...proposed(
        '过去12个月您或家人在本地是否得到{item}？',
        'In the last 12 months, did you or your family here get {item}?',
        year,
      ),
    }),
    category(
      'service_why_not',
      words('未获得服务的主要原因', 'Main reason for not being reached'),
      'reason_not_reached',
      {
        ...proposed(
          '需要而没有得到服务的主要原因是什么？',
          'What was the main reason for not getting a service that you wanted?',
          year,
        ),
      },
    ),
    ...battery('used', words('使用过', 'Used'), otherServices, {
      codes: 'service_use',
      ...proposed('过去12个月您是否使用过{item}？', 'In the last 12 months, did you use {item}?', year),
    }),
    category('legal_aid_known', words('知道法律援助', 'Knows of legal aid'), 'yes_no', {
      ...proposed('您是否知道本地有法律援助？', 'Do you know that there is legal aid here?'),
    }),
  ]),
  ...designed('discrimination in part 1 of the project document', [
    category('discriminated', words('感到受歧视', 'Felt discrimination'), 'yes_no', {
      ...proposed(
        '过去12个月您是否因外地人身份受到不公平对待？',
        'In the last 12 months, were you treated unfairly because you come from elsewhere?',
        year,
      ),
    }),
    category(
      'discrimination_place',
      words('受歧视的场合', 'Where discrimination was felt'),
      'discrimination_place',
      {
        universe: discriminated,
        ...proposed('主要在什么场合？', 'Where, mainly?', year),
      },
    ),
    category('takes_part', words('参加社区活动', 'Takes part in the community'), 'yes_no', {
      ...proposed(
        '过去12个月您是否参加过社区活动？',
        'In the last 12 months, did you take part in community activities?',
        year,
      ),
    }),
  ]),
  ...designed('the items of the monitoring survey, so that both compare', statements),
];
