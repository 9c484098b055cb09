import type { FindingPlan } from '@wavebook/report';

/** What the employment chapter says first. */
export const findings: readonly FindingPlan[] = [
  {
    title: {
      zh: '就业与就业身份',
      en: 'Work and status in employment',
    },
    themes: ['new_trends'],
    sentences: [
      {
        kind: 'level',
        indicator: 'employed',
        says: {
          zh: '流动人口中调查周就业的占{value}',
          en: '{value} of migrants were employed in the reference week',
        },
      },
      {
        kind: 'contrast',
        indicator: 'employed',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '就业比例', en: 'The share in employment' },
      },
      {
        kind: 'level',
        indicator: 'unemployment_rate',
        says: { zh: '劳动力中失业的占{value}', en: '{value} of the labour force were unemployed' },
      },
      {
        kind: 'shares',
        indicator: 'employment_status_structure',
        says: { zh: '从就业身份看，{list}', en: 'The most common statuses in employment were {list}' },
        most: 3,
      },
    ],
  },
  {
    title: { zh: '劳动合同', en: 'Labour contracts' },
    sentences: [
      {
        kind: 'level',
        indicator: 'contract_signed',
        says: {
          zh: '雇员中签订劳动合同的占{value}',
          en: '{value} of employees had signed a labour contract',
        },
      },
      {
        kind: 'change',
        indicator: 'contract_signed',
        subject: { zh: '劳动合同签订率', en: 'the share with a contract' },
      },
      {
        kind: 'extremes',
        indicator: 'contract_signed',
        domain: 'industry',
        subject: { zh: '签订率', en: 'the share with a contract' },
      },
      {
        kind: 'contrast',
        indicator: 'contract_signed',
        domain: 'education',
        from: 'lower_secondary',
        to: 'bachelor',
        subject: { zh: '劳动合同签订率', en: 'By education, the share' },
      },
    ],
  },
  {
    title: { zh: '建筑业、采矿业与非正规就业', en: 'Hazardous industries and informal employment' },
    themes: ['work_injury'],
    sentences: [
      {
        kind: 'level',
        indicator: 'hazardous_industry',
        says: {
          zh: '就业人员中从事建筑业或采矿业的占{value}',
          en: '{value} of those at work were in construction or mining',
        },
      },
      {
        kind: 'level',
        indicator: 'contract_signed',
        domain: 'industry',
        level: 'E',
        says: {
          zh: '建筑业雇员中签订劳动合同的占{value}',
          en: 'In construction {value} of employees had a contract',
        },
      },
      {
        kind: 'level',
        indicator: 'informal_employment',
        says: {
          zh: '既无合同又无五项社会保险中任何一项的雇员占{value}',
          en: '{value} of employees had neither a contract nor any of the five social insurances',
        },
      },
    ],
  },
  {
    title: { zh: '工作时间', en: 'Working time' },
    sentences: [
      {
        kind: 'level',
        indicator: 'weekly_hours_mean',
        says: { zh: '就业人员每周平均工作{value}', en: 'The average working week was {value}' },
      },
      {
        kind: 'level',
        indicator: 'over_44_hours',
        says: { zh: '每周工作超过44小时的占{value}', en: '{value} worked more than 44 hours a week' },
      },
      {
        kind: 'change',
        indicator: 'over_44_hours',
        subject: { zh: '每周工作超过44小时的比例', en: 'the share working more than 44 hours' },
      },
      {
        kind: 'contrast',
        indicator: 'over_44_hours',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '超时工作比例', en: 'The share above 44 hours' },
      },
    ],
  },
  {
    title: { zh: '劳动收入与性别差距', en: 'Earnings, and the gap between women and men' },
    themes: ['women'],
    sentences: [
      {
        kind: 'level',
        indicator: 'monthly_income_mean',
        says: { zh: '就业人员平均月收入为{value}', en: 'Mean monthly earnings were {value}' },
      },
      {
        kind: 'level',
        indicator: 'monthly_income_median',
        says: { zh: '月收入中位数为{value}', en: 'Median earnings were {value}' },
      },
      {
        kind: 'change',
        indicator: 'monthly_income_mean',
        subject: { zh: '平均月收入', en: 'mean earnings' },
      },
      {
        kind: 'contrast',
        indicator: 'monthly_income_mean',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '平均月收入', en: 'Mean earnings' },
      },
      {
        kind: 'level',
        indicator: 'gender_pay_gap_adjusted',
        says: {
          zh: '年龄、受教育程度、行业和工时等条件相同时，女性与男性的收入差距为男性收入的{value}',
          en: 'At equal age, education, industry and hours the gap between women and men came to {value} of men’s earnings',
        },
      },
    ],
  },
  {
    title: { zh: '青年劳动者与家庭照料者', en: 'Young workers, and those kept from work by care' },
    themes: ['young_workers', 'women'],
    sentences: [
      {
        kind: 'level',
        indicator: 'employed',
        domain: 'age_group',
        level: '15-24',
        says: { zh: '15—24岁者就业的占{value}', en: 'Of migrants aged 15 to 24, {value} were at work' },
      },
      {
        kind: 'contrast',
        indicator: 'contract_signed',
        domain: 'age_group',
        from: '25-34',
        to: '15-24',
        subject: { zh: '劳动合同签订率', en: 'Among employees the share with a contract' },
      },
      {
        kind: 'level',
        indicator: 'out_of_work_family_care',
        says: {
          zh: '未就业者中因照料家庭而未工作的占{value}',
          en: '{value} of those without work stayed out of it to care for their family',
        },
      },
      {
        kind: 'contrast',
        indicator: 'out_of_work_family_care',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '中因照料家庭而未就业的比例', en: 'The share kept from work by care' },
      },
    ],
  },
  {
    title: { zh: '第一类与第二类农民工', en: 'Type I and Type II migrants' },
    themes: ['migrant_types', 'new_trends'],
    sentences: [
      {
        kind: 'level',
        indicator: 'migrant_type_2_share_monitoring',
        says: {
          zh: '按五项特征，雇员分为第一类（“传统型”）和第二类（“现代型”），第二类占{value}',
          en: 'By five traits employees are of Type I (“classical”) or Type II (“modern”): of Type II were {value}',
        },
      },
      {
        kind: 'change',
        indicator: 'migrant_type_2_share_four_traits',
        subject: {
          zh: '按各轮都问到的四项特征划分的第二类比例',
          en: 'the share of Type II by the four traits that every wave asks',
        },
      },
      {
        kind: 'contrast',
        indicator: 'migrant_type_2_share_monitoring',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '中第二类所占比例', en: 'The share of Type II' },
      },
      {
        kind: 'contrast',
        indicator: 'migrant_type_2_share_monitoring',
        domain: 'age_group',
        from: '45-59',
        to: '15-24',
        subject: { zh: '中第二类所占比例', en: 'The share of Type II' },
      },
      {
        kind: 'extremes',
        indicator: 'migrant_type_2_share_monitoring',
        domain: 'industry',
        subject: { zh: '第二类所占比例', en: 'the share of Type II' },
      },
      {
        kind: 'contrast',
        indicator: 'monthly_income_mean',
        domain: 'migrant_type',
        from: 'type_1',
        to: 'type_2',
        subject: { zh: '平均月收入', en: 'Mean earnings' },
      },
    ],
  },
];
