import type { Label } from '../label.ts';

/** The times that answers are about. */
export const periods = {
  week: { zh: '调查前一周', en: 'the week before the interview' },
  holidayWeek: { zh: '“五一”节前一周', en: 'the week before the First of May' },
  fourWeeks: { zh: '过去四周', en: 'the last four weeks' },
  lastMonth: { zh: '上个月', en: 'last month' },
  twelveMonths: { zh: '过去12个月', en: 'the last 12 months' },
  lastYear: { zh: '上一日历年', en: 'last calendar year' },
  usualMonth: { zh: '通常的一个月', en: 'a usual month' },
  thisMove: { zh: '本次流动', en: 'this move' },
  birth: { zh: '最近一次生育', en: 'the latest birth' },
  nextYear: { zh: '今后12个月', en: 'the next 12 months' },
  yearEnd: { zh: '上年末', en: 'the end of last year' },
} as const satisfies Readonly<Record<string, Label>>;
