import type { Label } from '../label.ts';

/** A group of areas in the directives, with the state of its policy in 2007 as annex 3 of the project document puts it. */
export interface DirectiveGroup {
  readonly code: string;
  readonly label: Label;
  readonly state: Label;
}

/** An area in which the State Council asked for action. `relevant` and `observation` are those of annex 3. */
export interface DirectiveArea {
  readonly code: string;
  readonly group: string;
  readonly label: Label;
  readonly relevant: boolean;
  readonly observation: Label | undefined;
}

const decided: Label = {
  zh: '政策已定，尚有实施问题',
  en: 'Policy already decided – implementation questions',
};
const open: Label = { zh: '政策和实施均有待解决', en: 'Policy and implementation issues' };

const groups: readonly (readonly [zh: string, en: string, state: Label])[] = [
  ['工资拖欠与偏低', 'Wage Arrears and Underpayment', decided],
  ['劳动管理', 'Labour management', open],
  ['职业服务与培训', 'Vocational services and training', decided],
  ['社会保障', 'Social Security', open],
  ['相关公共服务', 'Relevant public services', open],
  ['权益保护', 'Rights and Interests Protection', open],
  ['农村劳动力就地就近转移', 'Transferring of rural labour in close by area or home townships', decided],
  ['改进农民工工作的管理', 'To improve management work on migrant workers', decided],
];

type Row = readonly [
  group: number,
  zh: string,
  en: string,
  relevant: boolean,
  observation?: readonly [zh: string, en: string],
];

const areas: readonly Row[] = [
  [1, '建立农民工工资支付保障制度', 'To build up wage payment supervision and deposit system', true],
  [1, '合理确定和提高农民工工资水平', 'To rationally increase migrant workers’ wage payment', false],
  [
    2,
    '严格执行劳动合同制度',
    'To strictly put into place the signing of labour contracts',
    true,
    ['培训劳动监察员', 'Training of labour inspectors'],
  ],
  [
    2,
    '依法保障农民工职业安全卫生权益',
    'To protect their occupational safety and health',
    true,
    ['与工伤保险相关', 'Related to Accident Injury insurance'],
  ],
  [
    2,
    '切实保护女工和未成年工权益',
    'To take solid measures to protect women migrant workers and minor workers',
    true,
    ['获得公共服务，劳动监察', 'Access to public services, labour inspection'],
  ],
  [
    3,
    '逐步实行城乡平等的就业制度',
    'To gradually conduct equal employment system between urban and rural',
    true,
    ['城乡劳动力市场一体化', 'Integration urban/rural labour market'],
  ],
  [
    3,
    '进一步做好农民转移就业服务工作',
    'To further improve services on migrant workers’ transferring',
    true,
    ['改进就业服务机构的运行', 'Upgrade functioning of employment services'],
  ],
  [
    3,
    '加强农民工职业技能培训',
    'To strengthen vocational trainings for migrant workers',
    true,
    ['流出地和流入地的职业培训', 'Vocational training at departure and receiving locations'],
  ],
  [3, '落实农民工培训责任', 'To clarify training responsibilities', true],
  [3, '大力发展面向农村的职业教育', 'To take great efforts on rural-oriented vocational education', true],
  [
    4,
    '高度重视农民工社会保障工作',
    'To give high importance to social security of migrant workers',
    true,
    [
      '与中欧社会保障合作项目（EUCSS）的共同领域：提升管理能力',
      'Joint area with EUCSS – managerial upgrading',
    ],
  ],
  [
    4,
    '依法将农民工纳入工伤保险范围',
    'To integrate migrant workers into existing occupational injury insurance',
    true,
    ['特别关注建筑业和采矿业', 'Special emphasis on construction and mining industries'],
  ],
  [
    4,
    '抓紧解决农民工大病医疗保障问题',
    'To take quick action to deal with medical insurance of serious sickness',
    true,
    ['项目处理城乡衔接问题', 'Programme to deal with rural-urban coordination'],
  ],
  [
    4,
    '探索适合农民工特点的养老保险办法',
    'To explore possible pension fund that is suitable for migrant workers',
    true,
    [
      '多种方案：衔接、专门制度、全国统筹',
      'Various options – coordination, special schemes, nation-wide pooling',
    ],
  ],
  [
    5,
    '把农民工纳入城市公共服务体系',
    'To include migrant workers into urban public service system',
    true,
    [
      '优先领域：卫生、教育、住房、居住环境',
      'Priority areas: health, education, housing, living environment.',
    ],
  ],
  [
    5,
    '保障农民工子女平等接受义务教育',
    'To make sure children of migrant workers could receive equal compulsory education',
    true,
    ['企业社会责任部分', 'Corporate social responsibility component'],
  ],
  [
    5,
    '加强农民工疾病预防控制和适龄儿童免疫工作',
    'To work on migrant workers’ sickness prevention and vaccination of their children',
    true,
  ],
  [5, '进一步搞好农民工计划生育管理和服务', 'To work on family planning of migrant workers', true],
  [5, '多渠道改善农民工居住条件', 'To improve migrant workers’ living conditions', true],
  [6, '保障农民工依法享有的民主政治权利', 'Political participation rights', false],
  [6, '深化户籍管理制度改革', 'Hukou registration reform', false],
  [6, '保护农民工土地承包权益', 'Land rights', false],
  [
    6,
    '加大维护农民工权益的执法力度',
    'Labour monitoring',
    true,
    [
      '培训劳动监察员和相关政府机构工作人员',
      'Training of labour inspectors and staff in relevant Government agencies',
    ],
  ],
  [
    6,
    '做好对农民工的法律服务和法律援助工作',
    'Legal assistance and services',
    true,
    ['与劳动和就业有关的权利', 'Labour and employment related rights'],
  ],
  [
    6,
    '强化工会维护农民工权益的作用',
    'Trade union’s role in this respect.',
    true,
    [
      '在事故预防、权益保护、社区活动和培训方面给予专门支持',
      'Specific support re. accident prevention, rights protection, community based activities, training',
    ],
  ],
  [
    7,
    '大力发展乡镇企业和县域经济',
    'To develop township and county level economy',
    true,
    ['能力建设，返乡农民工', 'Capacity building, migrant workers on return'],
  ],
  [7, '引导相关产业向中西部转移', 'To lead relevant industries to move to middle and west China', false],
  [7, '大力开展农村基础设施建设', 'To develop infrastructure construction in rural area', false],
  [7, '积极稳妥地发展小城镇', 'To promote development of small townships', false],
  [
    8,
    '切实把解决农民工问题摆在重要位置',
    'Prioritize migrant workers matters in annual and long-run planning at all levels',
    true,
    ['支持试点', 'Support to pilot experiments'],
  ],
  [
    8,
    '完善农民工工作协调机制',
    'To improve relevant coordination mechanism',
    true,
    ['政策对话和项目支持', 'Policy dialogue and programme support'],
  ],
  [
    8,
    '引导农民工全面提高自身素质',
    'To guide migrant workers to improve their qualities',
    true,
    [
      '就业能力；支持农民工社团和非政府组织',
      'Employability; support to migrant workers’ associations – NGOs',
    ],
  ],
  [
    8,
    '发挥社区管理服务的重要作用',
    'To engage communities to play their role in management',
    true,
    ['公共服务', 'Public services'],
  ],
  [
    8,
    '加强和改进农民工统计管理工作',
    'To improve migrant workers statistics and data management',
    true,
    ['成本测算：社会预算', 'Costing – social budget'],
  ],
  [
    8,
    '在全社会形成关心农民工的良好氛围',
    'To build up enabling environment in the whole society',
    true,
    ['提高认识', 'Awareness raising'],
  ],
];

/** The eight groups of the directives of 28 March 2006. */
export const directiveGroups: readonly DirectiveGroup[] = groups.map(([zh, en, state], i) => ({
  code: String(i + 1),
  label: { zh, en },
  state,
}));

/**
 * The areas of the State Council's directives on migrant workers of 28 March 2006 that annex 3 of the project document prints: 35 of 41
 * (the document gives no list of the others), 28 of them marked as relevant to the project. English as printed there; the Chinese
 * headings are recalled, its observations and states translated here. `code` is group and number inside it, such as `4.2`.
 */
export const directiveAreas: readonly DirectiveArea[] = areas.map(
  ([group, zh, en, relevant, observation], i) => ({
    code: `${group}.${areas.slice(0, i + 1).filter(([other]) => other === group).length}`,
    group: String(group),
    label: { zh, en },
    relevant,
    observation: observation && { zh: observation[0], en: observation[1] },
  }),
);
