import {
  designLabels,
  type IssueCode,
  issueRules,
  type Language,
  respondentVariables,
} from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { type Html, html } from '../html.ts';
import { domainLabel } from '../words/labels.ts';
import { countInWords } from '../words/number.ts';
import type { BookData, BookWave } from './book-data.ts';
import { coverageTable } from './coverage-table.ts';
import { designTable } from './design-table.ts';
import { listed } from './figure-text.ts';

const variableName = (name: string, lang: Language): string =>
  respondentVariables.find((v) => v.name === name)?.label[lang] ?? name;

/** A margin of the weights: the label of its variables, or its name where the schema does not know them. */
const marginName = (name: string, lang: Language): string => {
  const known = name.split(':').every((part) => respondentVariables.some((v) => v.name === part));
  return known ? domainLabel(name, lang) : name;
};

/** How the numbers were made: sampling, weights, errors, rules of quality and confidentiality. */
export function methodsSection(data: BookData, lang: Language): Html {
  const { waves, notes } = data;
  const zh = lang === 'zh';
  const perWave = waves.map(({ wave, population, sampling, fieldDates, weights }) => {
    const margins = weights.margins.map((m) =>
      zh
        ? `${marginName(m.name, lang)}（${m.levels}类，最大相对偏差由${(m.before * 100).toFixed(1)}%降至${m.after.toExponential(0)}）`
        : `${marginName(m.name, lang)} (${m.levels} levels, largest relative miss ${(m.before * 100).toFixed(1)}% before, ${m.after.toExponential(0)} after)`,
    );
    const calibrated = wave.controls
      ? zh
        ? `权重按${listed(margins, lang)}以迭代比例（raking）校准至总体总量（${wave.controls}），校准因子在${weights.g[0].toFixed(2)}与${weights.g[1].toFixed(2)}之间。`
        : `Weights are raked to population totals of ${listed(margins, lang)} (${wave.controls}); factors lie between ${weights.g[0].toFixed(2)} and ${weights.g[1].toFixed(2)}.`
      : zh
        ? '本轮没有总体总量，保留原权重。'
        : 'There are no population totals for this wave; the base weights are kept.';
    return html`<h4>${wave.title[lang]}</h4><dl>
<dt>${zh ? '总体' : 'Population'}</dt><dd>${population[lang]}</dd>
<dt>${zh ? '抽样' : 'Sampling'}</dt><dd>${sampling[lang]}</dd>
<dt>${zh ? '调查时间' : 'Field dates'}</dt><dd>${fieldDates[0]} – ${fieldDates[1]}</dd>
<dt>${zh ? '误差依据' : 'Design of the errors'}</dt><dd>${designLabels[wave.design]?.[lang] ?? wave.design}${zh ? `：${weights.strata}层，${weights.psus}个抽样单元` : `: ${weights.strata} strata, ${weights.psus} units`}</dd>
<dt>${zh ? '权重' : 'Weights'}</dt><dd>${calibrated} ${zh ? `不等权的Kish设计效应${weights.kishDeff.toFixed(2)}，有效样本量${countInWords(Math.round(weights.effectiveN))}。` : `Kish design effect of unequal weights ${weights.kishDeff.toFixed(2)}, effective sample size ${countInWords(Math.round(weights.effectiveN))}.`}</dd></dl>`;
  });
  const general = zh
    ? [
        '标准误以泰勒线性化计算：层内按初级抽样单元（终级群）求方差，不同域为全样本设计上的掩码，从不先筛选后估计。权重校准后，方差取校准变量上的回归残差，不把校准权重当作固定值。',
        '比例的置信区间用logit变换，均值和比率用t分布；自由度为该组中出现的抽样单元数减层数。',
        '“加权”使用校准后的权重，“未加权”每人计一，二者使用同一抽样设计计算误差。',
        '每个估计有两个标志。质量：比例按NCHS 2(175)规则，均值和比率要求n≥30、变异系数≤30%、自由度≥8。保密：该组或其补集少于10名受访者。不可靠或涉密的数字不予公布，只留标记和原因。',
        '缺失分为未设题、不适用、拒答、不知道、无效和缺失，分别保存，从不以0代替；“不清楚”是一种回答。某轮未设的题目没有估计值。',
      ]
    : [
        'Standard errors are Taylor linearised: variances between primary units (ultimate clusters) within strata; domains are masks on the full design, never filtered files. After calibration the variance uses residuals from a regression on the calibration variables; calibrated weights are never taken as fixed.',
        'Intervals of shares use the logit, those of means and ratios Student’s t; degrees of freedom are the units that occur in the group minus their strata.',
        '“Weighted” uses the calibrated weights, “unweighted” counts each respondent once; both take their errors from the same design.',
        'Every estimate carries two flags. Quality: shares by the NCHS rule 2(175); means and ratios need n ≥ 30, a coefficient of variation of at most 30% and 8 degrees of freedom. Confidentiality: fewer than 10 respondents in the cell or its complement. Unreliable or confidential numbers are not shown; a mark and the reason stand in their place.',
        'Missing values are kept apart as not asked, not applicable, refused, don’t know, invalid and missing, and are never turned into 0; “not sure” is an answer. A question that a wave did not ask has no estimate.',
      ];
  return html`<section class="back" id="methods"><h2>${zh ? '方法说明' : 'Methods'}</h2>${general.map((p) => html`<p>${p}</p>`)}${notes.map((n) => html`<p>${n[lang]}</p>`)}${designTable(data, lang)}${coverageTable(data, lang)}<h3>${zh ? '各轮调查' : 'The waves'}</h3>${perWave}</section>`;
}

const qualityOf = ({ wave, rawFiles }: BookWave, lang: Language): Html => {
  const zh = lang === 'zh';
  const actions = {
    keep: zh ? '保留并标记' : 'kept, flagged',
    set_invalid: zh ? '该值作废' : 'cell set invalid',
    out_of_scope: zh ? '不属调查总体，剔除' : 'out of scope',
    reject: zh ? '剔除记录' : 'record rejected',
  };
  const rows = Object.entries(wave.issues).map(([code, count]) => {
    const rule = issueRules[code as IssueCode];
    return html`<tr><th scope="row">${rule.label[lang]}</th><td>${actions[rule.action]}</td><td class="number">${count}</td></tr>`;
  });
  const lists: [string, readonly string[]][] = [
    [zh ? '本轮未设题' : 'Not asked in this wave', wave.not_asked],
    [zh ? '原始变量名未知或未用' : 'Raw column not known or not used', wave.unmapped],
    [zh ? '映射未经真实文件核对' : 'Mapping never checked against a real file', wave.recalled],
  ];
  const gaps = lists.map(([title, names]) =>
    names.length === 0
      ? html``
      : html`<dt>${title}</dt><dd>${listed(
          names.map((n) => variableName(n, lang)),
          lang,
        )}</dd>`,
  );
  const files = rawFiles.map(
    ({ path, sha256 }) => html`<li><code>${path}</code><br><code class="hash">sha256 ${sha256}</code></li>`,
  );
  return html`<h4>${wave.title[lang]}</h4>
<p>${zh ? `读入${countInWords(wave.rows_in)}条记录，保留${countInWords(wave.rows_out)}条。` : `${countInWords(wave.rows_in)} records read, ${countInWords(wave.rows_out)} kept.`}</p>
<table class="narrow"><thead><tr><th scope="col">${zh ? '问题' : 'Issue'}</th><th scope="col">${zh ? '处理' : 'Action'}</th><th scope="col" class="number">${zh ? '次数' : 'Count'}</th></tr></thead><tbody>${rows}</tbody></table>
<dl>${gaps}<dt>${zh ? '原始文件' : 'Raw files'}</dt><dd><ul class="files">${files}</ul></dd></dl>`;
};

/** What was wrong with the data and what was done about it, wave by wave; where every number comes from. */
export function qualitySection(data: BookData, lang: Language): Html {
  return html`<section class="back" id="quality"><h2>${lang === 'zh' ? '数据质量与来源' : 'Data quality and provenance'}</h2>${data.waves.map((w) => qualityOf(w, lang))}</section>`;
}

/** Definitions of every indicator, and which waves measured it. */
export function definitionsSection(data: BookData, lang: Language): Html {
  const zh = lang === 'zh';
  const rows = data.chapters.flatMap(({ file, rows: estimates }) =>
    indicatorsByTopic[file.topic].map((indicator) => {
      const waves = [
        ...new Set(estimates.filter((r) => r.indicator === indicator.id).map((r) => r.wave)),
      ].sort();
      const measured = waves.length > 0 ? listed(waves, lang) : zh ? '各轮均未测量' : 'no wave measures it';
      return html`<tr id="define-${indicator.id}"><th scope="row">${indicator.label[lang]}</th><td>${indicator.definition[lang]}</td><td>${indicator.universe_label[lang]}</td><td>${measured}</td></tr>`;
    }),
  );
  return html`<section class="back" id="definitions"><h2>${zh ? '指标定义' : 'Definitions'}</h2><div class="scroll"><table><thead><tr><th scope="col">${zh ? '指标' : 'Indicator'}</th><th scope="col">${zh ? '定义' : 'Definition'}</th><th scope="col">${zh ? '总体' : 'Universe'}</th><th scope="col">${zh ? '测量年份' : 'Waves'}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
