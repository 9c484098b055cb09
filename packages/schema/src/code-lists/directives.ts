import type { Label } from '../label.ts';

/** A group of areas in the directives, with the state of its policy in 2007 as annex 3 of the project document puts it. */
export interface DirectiveGroup {
  readonly code: string;
  readonly label: Label;
  readonly state: string;
}

/** An area in which the State Council asked for action. `relevant` and `observation` are those of annex 3. */
export interface DirectiveArea {
  readonly code: string;
  readonly group: string;
  readonly label: Label;
  readonly relevant: boolean;
  readonly observation: string;
}

const groups: readonly (readonly [zh: string, en: string, state: string])[] = [
  ['工资拖欠与偏低', 'Wage Arrears and Underpayment', 'Policy already decided – implementation questions'],
  ['劳动管理', 'Labour management', 'Policy and implementation issues'],
  ['职业服务与培训', 'Vocational services and training', 'Policy already decided – implementation questions'],
  ['社会保障', 'Social Security', 'Policy and implementation issues'],
  ['相关公共服务', 'Relevant public services', 'Policy and implementation issues'],
  ['权益保护', 'Rights and Interests Protection', 'Policy and implementation issues'],
  [
    '农村劳动力就地就近转移',
    'Transferring of rural labour in close by area or home townships',
    'Policy already decided – implementation questions',
  ],
  [
    '改进农民工工作的管理',
    'To improve management work on migrant workers',
    'Policy already decided – implementation questions',
  ],
];

type Row = readonly [group: number, zh: string, en: string, relevant: boolean, observation?: string];

const areas: readonly Row[] = [
  [1, '建立农民工工资支付保障制度', 'To build up wage payment supervision and deposit system', true],
  [1, '合理确定和提高农民工工资水平', 'To rationally increase migrant workers’ wage payment', false],
  [
    2,
    '严格执行劳动合同制度',
    'To strictly put into place the signing of labour contracts',
    true,
    'Training of labour inspectors',
  ],
  [
    2,
    '依法保障农民工职业安全卫生权益',
    'To protect their occupational safety and health',
    true,
    'Related to Accident Injury insurance',
  ],
  [
    2,
    '切实保护女工和未成年工权益',
    'To take solid measures to protect women migrant workers and minor workers',
    true,
    'Access to public services, labour inspection',
  ],
  [
    3,
    '逐步实行城乡平等的就业制度',
    'To gradually conduct equal employment system between urban and rural',
    true,
    'Integration urban/rural labour market',
  ],
  [
    3,
    '进一步做好农民转移就业服务工作',
    'To further improve services on migrant workers’ transferring',
    true,
    'Upgrade functioning of employment services',
  ],
  [
    3,
    '加强农民工职业技能培训',
    'To strengthen vocational trainings for migrant workers',
    true,
    'Vocational training at departure and receiving locations',
  ],
  [3, '落实农民工培训责任', 'To clarify training responsibilities', true],
  [3, '大力发展面向农村的职业教育', 'To take great efforts on rural-oriented vocational education', true],
  [
    4,
    '高度重视农民工社会保障工作',
    'To give high importance to social security of migrant workers',
    true,
    'Joint area with EUCSS – managerial upgrading',
  ],
  [
    4,
    '依法将农民工纳入工伤保险范围',
    'To integrate migrant workers into existing occupational injury insurance',
    true,
    'Special emphasis on construction and mining industries',
  ],
  [
    4,
    '抓紧解决农民工大病医疗保障问题',
    'To take quick action to deal with medical insurance of serious sickness',
    true,
    'Programme to deal with rural-urban coordination',
  ],
  [
    4,
    '探索适合农民工特点的养老保险办法',
    'To explore possible pension fund that is suitable for migrant workers',
    true,
    'Various options – coordination, special schemes, nation-wide pooling',
  ],
  [
    5,
    '把农民工纳入城市公共服务体系',
    'To include migrant workers into urban public service system',
    true,
    'Priority areas: health, education, housing, living environment.',
  ],
  [
    5,
    '保障农民工子女平等接受义务教育',
    'To make sure children of migrant workers could receive equal compulsory education',
    true,
    'Corporate social responsibility component',
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
    'Training of labour inspectors and staff in relevant Government agencies',
  ],
  [
    6,
    '做好对农民工的法律服务和法律援助工作',
    'Legal assistance and services',
    true,
    'Labour and employment related rights',
  ],
  [
    6,
    '强化工会维护农民工权益的作用',
    'Trade union’s role in this respect.',
    true,
    'Specific support re. accident prevention, rights protection, community based activities, training',
  ],
  [
    7,
    '大力发展乡镇企业和县域经济',
    'To develop township and county level economy',
    true,
    'Capacity building, migrant workers on return',
  ],
  [7, '引导相关产业向中西部转移', 'To lead relevant industries to move to middle and west China', false],
  [7, '大力开展农村基础设施建设', 'To develop infrastructure construction in rural area', false],
  [7, '积极稳妥地发展小城镇', 'To promote development of small townships', false],
  [
    8,
    '切实把解决农民工问题摆在重要位置',
    'Prioritize migrant workers matters in annual and long-run planning at all levels',
    true,
    'Support to pilot experiments',
  ],
  [
    8,
    '完善农民工工作协调机制',
    'To improve relevant coordination mechanism',
    true,
    'Policy dialogue and programme support',
  ],
  [
    8,
    '引导农民工全面提高自身素质',
    'To guide migrant workers to improve their qualities',
    true,
    'Employability; support to migrant workers’ associations – NGOs',
  ],
  [
    8,
    '发挥社区管理服务的重要作用',
    'To engage communities to play their role in management',
    true,
    'Public services',
  ],
  [
    8,
    '加强和改进农民工统计管理工作',
    'To improve migrant workers statistics and data management',
    true,
    'Costing – social budget',
  ],
  [
    8,
    '在全社会形成关心农民工的良好氛围',
    'To build up enabling environment in the whole society',
    true,
    'Awareness raising',
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
 * headings are recalled. `code` is group and number inside it, such as `4.2`.
 */
export const directiveAreas: readonly DirectiveArea[] = areas.map(
  ([group, zh, en, relevant, observation = ''], i) => ({
    code: `${group}.${areas.slice(0, i + 1).filter(([other]) => other === group).length}`,
    group: String(group),
    label: { zh, en },
    relevant,
    observation,
  }),
);
