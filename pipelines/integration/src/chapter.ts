import type { Chapter } from '@wavebook/report';

/** The chapter on social integration: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'integration',
  instrument: 'monitoring',
  title: { zh: '社会融合', en: 'Social integration' },
  introduction: {
    zh: '本章从经济、文化、接纳、认同四个方面考察流动人口的社会融合。量表各题按同意程度计1至4分，反向题反向计分；综合指数取值0至1，四个部分权重各为0.25，权重为本书拟定，信度以克龙巴赫α系数报告。',
    en: 'This chapter looks at social integration in four respects: economic, cultural, acceptance and identity. Items of the scale score 1 to 4 by agreement, reversed where agreement means less integration; the index runs from 0 to 1, its four parts weigh 0.25 each (weights of this book’s own choosing), and the reliability of the scale is reported as Cronbach’s alpha.',
  },
  charts: [{ indicator: 'integration_index', domain: 'education', mark: 'bars' }],
};
