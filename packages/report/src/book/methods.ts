import { designLabels, type Language, respondentVariables } from '@wavebook/schema';
import type { Block, Run } from '../document/block.ts';
import { domainLabel } from '../words/labels.ts';
import { countInWords } from '../words/number.ts';
import type { BookData, BookWave } from './book-data.ts';
import { coverageBlocks } from './coverage-table.ts';
import { designBlocks } from './design-table.ts';
import { listed } from './in-both.ts';
import { numbering } from './numbering.ts';

const general = {
  zh: [
    '标准误以泰勒线性化计算：层内按初级抽样单元（终级群）求方差，不同域为全样本设计上的掩码，从不先筛选后估计。权重校准后，方差取校准变量上的回归残差，不把校准权重当作固定值。',
    '比例的置信区间用logit变换，均值和比率用t分布；自由度为该组中出现的抽样单元数减层数。',
    '“加权”使用校准后的权重，“未加权”每人计一，二者使用同一抽样设计计算误差。',
    '每个估计有两个标志。质量：比例按NCHS 2(175)规则，均值和比率要求n≥30、变异系数≤30%、自由度≥8。保密：该组或其补集少于10名受访者。不可靠或涉密的数字不予公布，只留标记和原因。',
    '缺失分为未设题、不适用、拒答、不知道、无效和缺失，分别保存，从不以0代替；“不清楚”是一种回答。某轮未设的题目没有估计值。',
    '变化只在趋势口径上判断：双侧检验、5%水平，并在一章之内经Holm校正；达不到的写作“未超出抽样误差”。',
  ],
  en: [
    'Standard errors are Taylor linearised: variances between primary units (ultimate clusters) within strata; domains are masks on the full design, never filtered files. After calibration the variance uses residuals from a regression on the calibration variables; calibrated weights are never taken as fixed.',
    'Intervals of shares use the logit, those of means and ratios Student’s t; degrees of freedom are the units that occur in the group minus their strata.',
    '“Weighted” uses the calibrated weights, “unweighted” counts each respondent once; both take their errors from the same design.',
    'Every estimate carries two flags. Quality: shares by the NCHS rule 2(175); means and ratios need n ≥ 30, a coefficient of variation of at most 30% and 8 degrees of freedom. Confidentiality: fewer than 10 respondents in the cell or its complement. Unreliable or confidential numbers are not shown; a mark and the reason stand in their place.',
    'Missing values are kept apart as not asked, not applicable, refused, don’t know, invalid and missing, and are never turned into 0; “not sure” is an answer. A question that a wave did not ask has no estimate.',
    'Change is judged on the trend variant alone: a two-sided test at 5%, adjusted after Holm within the chapter; what does not pass is said to be within sampling error.',
  ],
};

/** A margin of the weights: the label of its variables, or its name where the schema does not know them. */
const marginName = (name: string, lang: Language): string => {
  const known = name.split(':').every((part) => respondentVariables.some((v) => v.name === part));
  return known ? domainLabel(name, lang) : name;
};

const weightsOf = ({ wave, weights }: BookWave, lang: Language): string => {
  const zh = lang === 'zh';
  const [low, high] = weights.g.map((g) => g.toFixed(2));
  const margins = weights.margins.map((m) => {
    const [before, after] = [(m.before * 100).toFixed(1), m.after.toExponential(0)];
    const name = marginName(m.name, lang);
    return zh
      ? `${name}（${m.levels}类，最大相对偏差由${before}%降至${after}）`
      : `${name} (${m.levels} levels, largest relative miss ${before}% before, ${after} after)`;
  });
  const effective = countInWords(Math.round(weights.effectiveN));
  const spread = zh
    ? `不等权的Kish设计效应${weights.kishDeff.toFixed(2)}，有效样本量${effective}。`
    : ` Kish design effect of unequal weights ${weights.kishDeff.toFixed(2)}, effective sample size ${effective}.`;
  if (!wave.controls)
    return `${zh ? '本轮没有总体总量，保留原权重。' : 'There are no population totals for this wave; the base weights are kept.'}${spread}`;
  return zh
    ? `权重按${listed(margins, lang)}以迭代比例（raking）校准至总体总量（${wave.controls}），校准因子在${low}与${high}之间。${spread}`
    : `Weights are raked to population totals of ${listed(margins, lang)} (${wave.controls}); factors lie between ${low} and ${high}.${spread}`;
};

const waveBlocks = (book: BookWave, lang: Language): Block[] => {
  const zh = lang === 'zh';
  const { wave, population, sampling, fieldDates, weights } = book;
  const design = designLabels[wave.design]?.[lang] ?? wave.design;
  const entry = (term: string, text: string): { term: Run[]; text: Run[] } => ({
    term: [term],
    text: [text],
  });
  return [
    { kind: 'heading', level: 4, text: wave.title[lang] },
    {
      kind: 'definitions',
      entries: [
        entry(zh ? '总体' : 'Population', population[lang]),
        entry(zh ? '抽样' : 'Sampling', sampling[lang]),
        entry(zh ? '调查时间' : 'Field dates', `${fieldDates[0]} – ${fieldDates[1]}`),
        entry(
          zh ? '误差依据' : 'Design of the errors',
          zh
            ? `${design}：${weights.strata}层，${weights.psus}个抽样单元`
            : `${design}: ${weights.strata} strata, ${weights.psus} units`,
        ),
        entry(zh ? '权重' : 'Weights', weightsOf(book, lang)),
      ],
    },
  ];
};

/** How the numbers were made: sampling, weights, errors, rules of quality and confidentiality. */
export function methodsSection(data: BookData, letter: string, lang: Language): Block {
  const zh = lang === 'zh';
  const number = numbering(letter);
  const paragraphs = [...general[lang], ...data.notes.map((note) => note[lang])];
  return {
    kind: 'section',
    id: 'methods',
    kindOf: 'back',
    blocks: [
      { kind: 'heading', level: 2, number: letter, text: zh ? '方法说明' : 'Methods' },
      ...paragraphs.map((text): Block => ({ kind: 'paragraph', runs: [text] })),
      ...designBlocks(data, number, lang),
      ...coverageBlocks(data, number, lang),
      { kind: 'heading', level: 3, text: zh ? '各轮调查' : 'The waves' },
      ...data.waves.flatMap((wave) => waveBlocks(wave, lang)),
    ],
  };
}
