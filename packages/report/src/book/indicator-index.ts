import { type IndicatorDefinition, IndicatorTopic, type Label, type Language } from '@wavebook/schema';
import type { Block, Run } from '../document/block.ts';
import type { BookData } from './book-data.ts';
import { listed } from './in-both.ts';
import { whyNotEstimated } from './why-not-estimated.ts';

const topics: Record<IndicatorTopic, Label> = {
  employment: { zh: '就业', en: 'Employment' },
  insurance: { zh: '社会保险', en: 'Insurance' },
  services: { zh: '公共服务', en: 'Public services' },
  mobility: { zh: '流动与家庭', en: 'Mobility and family' },
  integration: { zh: '社会融合', en: 'Social integration' },
  programme: { zh: '项目指标', en: 'Programme' },
};

/** Where the definition of an indicator stands in the book. */
export const definitionAnchor = (indicator: string): string => `define-${indicator}`;

const say = (definition: IndicatorDefinition, waves: readonly string[], lang: Language): Run[] => {
  const zh = lang === 'zh';
  const sentence = (term: string, text: string): string => (zh ? `${term}：${text}。` : `${term}: ${text}. `);
  const clean = (text: string): string => text.replace(/[。.]$/, '');
  const parts = [
    `${clean(definition.definition[lang])}${zh ? '。' : '. '}`,
    sentence(zh ? '总体' : 'Universe', clean(definition.universe_label[lang])),
  ];
  if (definition.status === 'not_measurable')
    return [
      ...parts,
      { text: sentence(zh ? '不可测量' : 'Not measurable', clean(definition.reason[lang])), bold: true },
      sentence(zh ? '需要' : 'It would need', clean(definition.needed[lang])),
    ];
  if (definition.status === 'published')
    return [...parts, sentence(zh ? '取自公布的表' : 'From a published table', definition.table)];
  const measured =
    waves.length > 0
      ? sentence(zh ? '本书测量年份' : 'Measured in', listed(waves, lang))
      : sentence(zh ? '本书未列' : 'Not in this book', whyNotEstimated(definition)[lang]);
  return [...parts, measured, { text: `${definition.id} · ${definition.source}`, quiet: true }];
};

/** Definitions of every indicator of the list and which waves measured it, also of those that cannot be measured, with the reason. */
export function indicatorIndex(data: BookData, letter: string, lang: Language): Block {
  const zh = lang === 'zh';
  const wavesOf = new Map<string, Set<string>>();
  for (const { rows } of data.chapters)
    for (const { indicator, wave } of rows) {
      const waves = wavesOf.get(indicator);
      if (waves) waves.add(wave);
      else wavesOf.set(indicator, new Set([wave]));
    }
  const count = (status: IndicatorDefinition['status']): number =>
    data.indicators.filter((definition) => definition.status === status).length;
  const estimated = data.indicators.filter(({ id }) => wavesOf.has(id)).length;
  const opening = zh
    ? `指标表共${data.indicators.length}项：本书估计${estimated}项；${count('not_measurable')}项无法由调查测量，列出原因和所需数据；${count('published')}项取自公布的表；其余为其他调查工具的指标，或各轮均未设题。`
    : `The list has ${data.indicators.length} indicators: this book estimates ${estimated}; ${count('not_measurable')} cannot be measured by the surveys and stand here with the reason and what they would need; ${count('published')} come from published tables; the others belong to other instruments, or no wave asks them.`;
  const groups = IndicatorTopic.options.flatMap((topic): Block[] => {
    const own = data.indicators.filter((definition) => definition.topic === topic);
    if (own.length === 0) return [];
    const entries = own.map((definition) => ({
      id: definitionAnchor(definition.id),
      term: [definition.label[lang]],
      text: say(definition, [...(wavesOf.get(definition.id) ?? [])].sort(), lang),
    }));
    return [
      { kind: 'heading', level: 3, text: topics[topic][lang] },
      {
        kind: 'fold',
        words: zh ? `${own.length}项指标` : `${own.length} indicators`,
        blocks: [{ kind: 'definitions', entries }],
      },
    ];
  });
  return {
    kind: 'section',
    id: 'definitions',
    kindOf: 'back',
    blocks: [
      { kind: 'heading', level: 2, number: letter, text: zh ? '指标索引' : 'Index of indicators' },
      { kind: 'paragraph', runs: [opening] },
      ...groups,
    ],
  };
}
