import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, number, recalled, text, verified, words } from '../define.ts';
import { periods } from '../periods.ts';

const stays: Condition = { variable: 'stay_intention', in: ['yes'] };
const leaves: Condition = { variable: 'stay_intention', in: ['no'] };

/** Hukou place in detail, history of moves, and the block on settlement (routing as seen in the counts of 2017). */
export const migrationVariables: readonly Variable[] = [
  text('hukou_county', words('户籍地区县', 'County of hukou')),
  category(
    'local_hukou',
    words('是否本地户籍人口', 'Has local hukou'),
    'yes_no',
    recalled('是否本地户籍人口？', 'Is your hukou of this place?'),
  ),
  category(
    'migration_reason',
    words('流动原因', 'Reason for moving'),
    'migration_reason',
    recalled('您本次流动的原因是什么？', 'Why did you move here?', { reference_period: periods.thisMove }),
  ),
  number(
    'first_departure_year',
    words('首次离开户籍地年份', 'Year of first leaving the hukou place'),
    'year',
    {
      range: [1920, 2020],
      ...recalled(
        '您第一次离开户籍地（县级）是什么时间？年份',
        'When did you first leave the county of your hukou? Year',
      ),
    },
  ),
  number(
    'first_departure_month',
    words('首次离开户籍地月份', 'Month of first leaving the hukou place'),
    'month',
    {
      range: [1, 12],
      ...recalled(
        '您第一次离开户籍地（县级）是什么时间？月份',
        'When did you first leave the county of your hukou? Month',
      ),
    },
  ),
  text(
    'first_destination_county',
    words('首次流入地区县', 'County first moved to'),
    recalled('您第一次流动去的是哪个城市？', 'To which city did you first move?'),
  ),
  category('first_move_province', words('首次流入省份', 'Province first moved to'), 'province'),
  number('first_move_year', words('首次流动开始年份', 'Year the first move began'), 'year', {
    range: [1920, 2020],
  }),
  number('first_move_end_year', words('首次流动结束年份', 'Year the first move ended'), 'year', {
    range: [1920, 2020],
    universe: [{ variable: 'moves', min: 2 }],
  }),
  number('cities_lived_in', words('流动过的城市数', 'Cities lived in'), 'cities', {
    range: [1, 100],
    ...recalled(
      '您总共流动过多少个城市（包括本次流动）？',
      'In how many cities have you lived, this one included?',
    ),
  }),
  number('years_away', words('累计流动时间', 'Years away in all'), 'years', { range: [0, 90] }),
  category('intended_stay', words('预计留居时长', 'Intended length of stay'), 'intended_stay', {
    universe: [stays],
    ...verified(
      '如果您打算留在本地，您预计自己将在本地留多久？',
      'If you intend to stay here, how long do you expect to stay?',
    ),
  }),
  category('leave_destination', words('离开后去向', 'Where to after leaving'), 'leave_destination', {
    universe: [leaves],
    ...verified(
      '如果您不打算留在本地，您是选择返乡还是去其他地方？',
      'If you do not intend to stay here, will you go home or somewhere else?',
    ),
  }),
  category('return_time', words('打算返乡时间', 'When to return home'), 'return_time', {
    universe: [leaves, { variable: 'leave_destination', in: ['return'] }],
    ...verified('您打算什么时候返乡？', 'When do you intend to go home?'),
  }),
  text('next_destination_county', words('打算去的区县', 'County to move to next'), {
    universe: [leaves, { variable: 'leave_destination', in: ['elsewhere'] }],
    ...verified(
      '您打算去的国内省份城市的行政区划代码',
      'Administrative code of the city in China to which you intend to go',
    ),
  }),
  category(
    'long_term_stay',
    words('打算长期居住', 'Intends to live here for long'),
    'stay_intention',
    recalled(
      '您今后是否打算在本地长期居住（5年以上）？',
      'Do you intend to live here for long (five years or more)?',
    ),
  ),
  category(
    'hukou_transfer',
    words('愿意迁入户口', 'Would move hukou here'),
    'willing',
    verified(
      '如果您符合本地落户条件，您是否愿意把户口迁入本地？',
      'If you met the conditions for local hukou, would you move your hukou here?',
    ),
  ),
];
