import { directiveAreas } from '../../code-lists/directives.ts';
import type {
  IndicatorDefinition,
  IndicatorStandard,
  IndicatorTopic,
  MeasurableIndicator,
  PartialBattery,
} from '../../indicator-definition.ts';
import { type IndicatorAvailability, indicatorAvailability } from '../../indicators/availability.ts';
import type { Label } from '../../label.ts';
import { unitLabels } from '../../unit.ts';
import { both, code, escapeHtml, heading, page, table } from './html.ts';
import type { Site } from './site.ts';

const topics: Readonly<Record<IndicatorTopic, Label>> = {
  employment: { zh: '就业', en: 'Employment' },
  insurance: { zh: '社会保险', en: 'Insurance' },
  services: { zh: '公共服务', en: 'Access to public services' },
  mobility: { zh: '流动与家庭', en: 'Mobility and family' },
  integration: { zh: '社会融合', en: 'Social integration' },
  programme: { zh: '项目', en: 'Programme' },
};

const standards: Readonly<Record<IndicatorStandard, Label>> = {
  white_book: { zh: '白皮书', en: 'white book' },
  ilo_decent_work: { zh: '国际劳工组织体面劳动', en: 'ILO decent work' },
  sdg: { zh: '可持续发展目标', en: 'SDG' },
  nbs: { zh: '国家统计局', en: 'NBS' },
  directives_2006: { zh: '2006年国务院文件', en: 'directives of 2006' },
  project_document: { zh: '项目文件', en: 'project document' },
  yem: { zh: '青年就业与流动项目', en: 'YEM programme' },
  presentation_2017: { zh: '2017年11月演示', en: 'presentation of 2017' },
  monitoring_survey: { zh: '监测调查', en: 'monitoring survey' },
};

const dontKnow: Readonly<Record<MeasurableIndicator['dont_know'], Label>> = {
  in_denominator: { zh: '计入分母', en: 'in the denominator' },
  excluded: { zh: '不计', en: 'left out' },
  as_no: { zh: '视为否', en: 'as no' },
  not_applicable: { zh: '无此答案', en: 'no such answer' },
};

const batteries: Readonly<Record<PartialBattery, Label>> = {
  all_items: { zh: '缺一题即缺失', en: 'missing unless all items are answered' },
  any_yes_decides: { zh: '一项为是即为是，全否才为否', en: 'one yes is enough; no if all are no' },
  one_no_decides: { zh: '一项不符即为否', en: 'one condition that fails is enough' },
  not_a_battery: { zh: '单题', en: 'a single question' },
};

const surveys = [
  ['baseline-worker', { zh: '农民工基线', en: 'baseline, workers' }],
  ['baseline-enterprise', { zh: '企业基线', en: 'baseline, enterprises' }],
  ['monitoring-residents', { zh: '户籍人口', en: 'residents' }],
] as const;

type State = IndicatorAvailability['state'];

const cells: Readonly<Record<State, readonly [kind: string, words: Label]>> = {
  computable: ['verified', { zh: '可算', en: 'yes' }],
  partly: ['', { zh: '', en: '' }],
  placeholder: ['none', { zh: '仅合成', en: 'synthetic' }],
  not_known: ['none', { zh: '未知', en: 'not known' }],
  not_asked: ['absent', { zh: '未问', en: 'not asked' }],
  in_questionnaire: ['none', { zh: '有题目', en: 'has items' }],
};

function cell(found: IndicatorAvailability | undefined): string {
  if (!found) return '<td>';
  if (found.state === 'partly') return `<td class=${found.confidence} title="${found.lacking.join(' ')}">`;
  const [kind, words] = cells[found.state];
  const why = found.lacking.length === 0 ? '' : ` title="${found.lacking.join(' ')}"`;
  return `<td class=${kind}${why}>${both(words)}`;
}

const fact = (zh: string, en: string, html: string): string => `<dt>${both({ zh, en })}<dd>${html}`;

function facts(indicator: IndicatorDefinition): string {
  const { definition, numerator, denominator, unit, source_standard, source, directive_areas, printed } =
    indicator;
  const areas = directive_areas.flatMap((id) => directiveAreas.filter((area) => area.code === id));
  return [
    fact('定义', 'definition', both(definition)),
    fact('分子', 'numerator', both(numerator)),
    fact('分母', 'denominator', both(denominator)),
    fact('单位', 'unit', both(unitLabels[unit])),
    ...(indicator.status === 'measurable' && indicator.dont_know !== 'not_applicable'
      ? [fact('“不清楚”', '“not sure”', both(dontKnow[indicator.dont_know]))]
      : []),
    ...(indicator.status === 'measurable' && indicator.partial_battery !== 'not_a_battery'
      ? [fact('题组', 'battery', both(batteries[indicator.partial_battery]))]
      : []),
    fact(
      '出处',
      'from',
      `${source_standard.map((standard) => both(standards[standard])).join(' · ')} <small>${escapeHtml(source)}</small>`,
    ),
    ...(areas.length === 0
      ? []
      : [
          fact(
            '2006年文件',
            'directives of 2006',
            areas.map((area) => `${area.code} ${both(area.label)}`).join('<br>'),
          ),
        ]),
    ...(printed === undefined
      ? []
      : [
          fact(
            '印出的数值',
            'printed',
            printed.map(({ row, value }) => `${value} ${code(row)}`).join('<br>'),
          ),
        ]),
  ].join('');
}

const name = (indicator: IndicatorDefinition): string =>
  `<details id=${indicator.id}><summary>${both(indicator.label)}</summary>${code(indicator.id)}<dl>${facts(indicator)}</dl></details>`;

function gap(indicator: Exclude<IndicatorDefinition, { status: 'measurable' }>): string[] {
  if (indicator.status === 'published')
    return [
      name(indicator),
      `${both({ zh: '取自已发布的表', en: 'from a published table' })} ${code(indicator.table)}`,
      '',
    ];
  return [name(indicator), both(indicator.reason), both(indicator.needed)];
}

function group(topic: IndicatorTopic, site: Site): string {
  const own = site.definitions.filter((indicator) => indicator.topic === topic);
  const { waves } = site.crosswalk;
  const measurable = own.filter((indicator) => indicator.status === 'measurable');
  const gaps = own.filter((indicator) => indicator.status !== 'measurable');
  const rows = measurable.map((indicator) => {
    const found = indicatorAvailability(indicator, site.codebooks);
    return [
      name(indicator),
      ...waves.map((wave) => cell(found.find((a) => a.wave === wave))),
      ...surveys.map(([id]) => cell(found.find((a) => a.instrument === id && a.wave === null))),
    ];
  });
  const label = topics[topic];
  return [
    heading(`${label.zh}（${own.length}）`, `${label.en} (${own.length})`, topic),
    `<div class=scroll>${table(
      'grid',
      [both({ zh: '指标', en: 'indicator' }), ...waves, ...surveys.map(([, words]) => both(words))],
      rows,
    )}</div>`,
    ...(gaps.length === 0
      ? []
      : [
          `<h3>${both({ zh: '问卷不能测量的', en: 'Not measured by a survey' })}</h3>`,
          table(
            'waves',
            [
              both({ zh: '指标', en: 'indicator' }),
              both({ zh: '原因', en: 'why' }),
              both({ zh: '需要什么', en: 'what is needed' }),
            ],
            gaps.map((indicator) => gap(indicator)),
          ),
        ]),
  ].join('\n');
}

/** Every indicator by group: its definition, in which waves and surveys it can be computed, and why some cannot be measured. */
export function indicatorPage(site: Site): string {
  const { definitions } = site;
  const counted = definitions.filter(({ status }) => status === 'not_measurable').length;
  const body = [
    '<h1>指标</h1><p lang=en>Indicators</p>',
    `<p>${both({
      zh: `${definitions.length}个指标，其中${counted}个没有问卷能测量。点开名称看定义。`,
      en: `${definitions.length} indicators, of which ${counted} no questionnaire measures. A name opens its definition.`,
    })}</p>`,
    `<p>${both({
      zh: '“可算”：所需列名和编码都已核实。“推断”“回忆”：最没有把握的一列是这样得知的。“仅合成”：有的列名是为合成文件虚构的，真实文件读不出。“未知”：有的列没有来源。各格由编码手册推算；指向格子可见是哪些变量。',
      en: '“Yes”: all columns are verified, names and codes. “Inferred”, “recalled”: that is how the least sure column is known. “Synthetic”: some column name is invented for synthetic files, and a real file cannot be read by it. “Not known”: no source names some column. All cells are computed from the codebooks; hover for the variables to blame.',
    })}</p>`,
    `<p class=cards>${Object.entries(topics)
      .map(
        ([topic, label]) =>
          `<a href=#${topic}><b>${definitions.filter((d) => d.topic === topic).length}</b>${both(label)}</a>`,
      )
      .join('')}</p>`,
    ...(Object.keys(topics) as IndicatorTopic[]).map((topic) => group(topic, site)),
  ];
  return page({ title: '指标 Indicators', depth: 0, body: body.join('\n') });
}
