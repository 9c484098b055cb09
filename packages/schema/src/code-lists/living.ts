import { codeList } from '../code-list.ts';

export const schoolKind = codeList('school_kind', { zh: '就读学校', en: 'Kind of school' }, [
  ['public', '公立学校/公办园', 'Public'],
  ['private', '民办学校/民办园', 'Private'],
  ['migrant_school', '打工子弟学校', 'Migrant children’s school'],
  ['other', '其他', 'Other'],
]);

export const serviceUse = codeList('service_use', { zh: '服务获得', en: 'Reached by the service' }, [
  ['received', '需要并得到', 'Wanted and received'],
  ['not_received', '需要但没有得到', 'Wanted, not received'],
  ['not_wanted', '不需要', 'Not wanted'],
  ['not_heard', '没听说过', 'Not heard of'],
]);

export const reasonNotReached = codeList(
  'reason_not_reached',
  { zh: '未获得服务的原因', en: 'Reason for not being reached' },
  [
    ['did_not_know', '不知道', 'Did not know'],
    ['not_entitled', '没有本地户口或居住证', 'No local hukou or permit'],
    ['cost', '费用', 'Cost'],
    ['no_time', '没时间', 'No time'],
    ['far', '太远', 'Too far'],
    ['refused', '被拒绝', 'Was turned away'],
    ['other', '其他', 'Other'],
  ],
);

export const discriminationPlace = codeList(
  'discrimination_place',
  { zh: '受歧视的场合', en: 'Where discrimination was felt' },
  [
    ['job_search', '找工作', 'Looking for work'],
    ['work', '工作中', 'At work'],
    ['housing', '租房', 'Renting'],
    ['school', '子女上学', 'Children’s school'],
    ['health', '看病', 'Health care'],
    ['office', '办事', 'Public offices'],
    ['daily_life', '日常生活', 'Daily life'],
    ['other', '其他', 'Other'],
  ],
);

export const returnFrequency = codeList(
  'return_frequency',
  { zh: '返乡次数', en: 'Returns to the home place' },
  [
    ['none', '没有', 'None'],
    ['once', '1次', 'Once'],
    ['2-3', '2-3次', '2-3 times'],
    ['4-11', '4-11次', '4-11 times'],
    ['monthly', '每月至少1次', 'Monthly or more'],
  ],
  { ordered: true },
);

export const acceptance = codeList(
  'acceptance',
  { zh: '接受程度', en: 'Acceptance' },
  [
    ['not_at_all', '完全不愿意', 'Not at all'],
    ['rather_not', '不太愿意', 'Rather not'],
    ['rather', '比较愿意', 'Rather'],
    ['fully', '非常愿意', 'Fully'],
  ],
  { ordered: true },
);

export const companions = codeList('companions', { zh: '同行者', en: 'Company on the move' }, [
  ['alone', '独自', 'Alone'],
  ['spouse', '配偶', 'Spouse'],
  ['spouse_and_children', '配偶和子女', 'Spouse and children'],
  ['other_family', '其他家人', 'Other family'],
  ['home_place', '同乡或朋友', 'People of the home place or friends'],
  ['organised', '劳务组织或学校带队', 'A group led by an agency or school'],
]);
