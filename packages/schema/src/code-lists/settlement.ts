import { codeList } from '../code-list.ts';

const recalled = { source: 'recalled: the answers were read in no source' };

export const migrationReason = codeList(
  'migration_reason',
  { zh: '流动原因', en: 'Reason for moving' },
  [
    ['work', '务工/工作', 'Work'],
    ['business', '经商', 'Business'],
    ['follow_family', '家属随迁', 'Following family'],
    ['marriage', '婚姻嫁娶', 'Marriage'],
    ['demolition', '拆迁搬家', 'Demolition or moving house'],
    ['join_kin', '投亲靠友', 'Joining kin or friends'],
    ['study', '学习培训', 'Study or training'],
    ['army', '参军', 'Military service'],
    ['birth', '出生', 'Born here'],
    ['old_age', '异地养老', 'Retirement'],
    ['care_for_elderly', '照顾自家老人', 'Caring for elderly of the family'],
    ['care_for_child', '照顾自家小孩', 'Caring for a child of the family'],
    ['other', '其他', 'Other'],
  ],
  { source: 'six answers seen in a script of a real file, the others recalled (2017)' },
);

export const intendedStay = codeList(
  'intended_stay',
  { zh: '预计留居时长', en: 'Intended length of stay' },
  [
    ['1-2', '1-2年', '1-2 years'],
    ['3-5', '3-5年', '3-5 years'],
    ['6-10', '6-10年', '6-10 years'],
    ['over_10', '10年以上', 'Over 10 years'],
    ['settle', '定居', 'Settle for good'],
    ['undecided', '没想好', 'Undecided'],
  ],
  { ordered: true, ...recalled },
);

export const leaveDestination = codeList(
  'leave_destination',
  { zh: '离开后去向', en: 'Where to after leaving' },
  [
    ['return', '返乡', 'Back home'],
    ['elsewhere', '去其他地方', 'Somewhere else'],
    ['undecided', '没想好', 'Undecided'],
  ],
  { source: 'answers from the question text, their order inferred from routing counts (2017)' },
);

export const returnTime = codeList(
  'return_time',
  { zh: '打算返乡时间', en: 'When to return home' },
  [
    ['any_time', '随时', 'At any time'],
    ['under_1', '1年内', 'Within a year'],
    ['1-2', '1-2年', 'In 1-2 years'],
    ['3-5', '3-5年', 'In 3-5 years'],
    ['over_5', '5年以上', 'In more than 5 years'],
    ['undecided', '没想好', 'Undecided'],
  ],
  { ordered: true, source: 'six answers are known to exist (2017); their texts are recalled and unsure' },
);

export const willing = codeList(
  'willing',
  { zh: '是否愿意', en: 'Willing or not' },
  [
    ['yes', '愿意', 'Willing'],
    ['no', '不愿意', 'Not willing'],
    ['undecided', '没想好', 'Undecided'],
  ],
  { source: 'the first two seen as labels (2017), the third recalled' },
);

export const agreement = codeList(
  'agreement',
  { zh: '同意程度', en: 'Agreement' },
  [
    ['strongly_disagree', '完全不同意', 'Completely disagree'],
    ['disagree', '不同意', 'Disagree'],
    ['agree', '基本同意', 'Mostly agree'],
    ['strongly_agree', '完全同意', 'Completely agree'],
  ],
  { ordered: true, source: 'labels seen in a real file (2017)' },
);

export const friends = codeList(
  'friends',
  { zh: '业余交往对象', en: 'Company in free time' },
  [
    ['fellow_migrants_local_hukou', '同乡（户口迁至本地）', 'People of the home place with hukou here'],
    ['fellow_migrants', '同乡（户口仍在老家）', 'People of the home place with hukou there'],
    ['locals', '其他本地人', 'Locals'],
    ['other_migrants', '其他外地人', 'Other migrants'],
    ['nobody', '很少与人来往', 'Hardly anybody'],
  ],
  recalled,
);
