import { codeLists } from '../code-lists/index.ts';
import type { Condition } from '../condition.ts';
import type { AnyMeasure } from '../indicator-definition.ts';
import { instruments } from '../instruments/index.ts';
import type { Label } from '../label.ts';
import type { Instrument } from '../snapshot.ts';
import type { Variable } from '../variable.ts';

/** The variables that words are made of: of one instrument, by record and name. */
export type FindVariable = (record: string, variable: string) => Variable | undefined;

export const variablesOf =
  (instrument: Instrument): FindVariable =>
  (record, variable) =>
    instruments[instrument].records
      .find(({ name }) => name === record)
      ?.variables.find(({ name }) => name === variable);

const listed = (labels: readonly Label[]): Label => ({
  zh: labels.map(({ zh }) => zh).join('、'),
  en: labels.map(({ en }) => en).join(', '),
});

const joined = (labels: readonly Label[], zh: string, en: string): Label => ({
  zh: labels.map((label) => label.zh).join(zh),
  en: labels.map((label) => label.en).join(en),
});

/** Words for the parts of an indicator, from the labels of its variables and codes. */
export function wordsFor(find: FindVariable, record: string) {
  const nameOf = (variable: string, where = record): Label =>
    find(where, variable)?.label ?? { zh: variable, en: variable };

  const answers = (variable: string, codes: readonly string[], where = record): Label => {
    const list = codeLists[find(where, variable)?.codes ?? ''];
    return listed(
      codes.map((code) => list?.codes.find((c) => c.code === code)?.label ?? { zh: code, en: code }),
    );
  };

  const answered = (variable: string, codes: readonly string[], where = record): Label => {
    const [name, answer] = [nameOf(variable, where), answers(variable, codes, where)];
    return { zh: `“${name.zh}”为${answer.zh}`, en: `“${name.en}”: ${answer.en}` };
  };

  const holds = (condition: Condition, where = record): Label => {
    if ('in' in condition) return answered(condition.variable, condition.in, where);
    const name = nameOf(condition.variable, where);
    const [min, max] = [condition.min, condition.max];
    return {
      zh: `“${name.zh}”${min === undefined ? '' : `不小于${min}`}${max === undefined ? '' : `不大于${max}`}`,
      en: `“${name.en}”${min === undefined ? '' : ` at least ${min}`}${max === undefined ? '' : ` at most ${max}`}`,
    };
  };

  const allOf = (conditions: readonly Condition[], where = record): Label =>
    joined(
      conditions.map((condition) => holds(condition, where)),
      '，且',
      ' and ',
    );

  const sumOf = ({ record: where, variables }: { record: string; variables: readonly string[] }): Label => {
    const names = joined(
      variables.map((variable) => nameOf(variable, where)),
      '加',
      ' plus ',
    );
    return { zh: `${names.zh}的加权总和`, en: `weighted total of ${names.en}` };
  };

  const itemsOf = (items: readonly { variable: string }[]): Label =>
    listed(items.map(({ variable }) => nameOf(variable)));

  /** What stands above the line, or what the statistic is taken of. */
  function numerator(measure: AnyMeasure): Label {
    switch (measure.kind) {
      case 'share':
        return answered(measure.variable, measure.codes);
      case 'structure': {
        const name = nameOf(measure.variable);
        return { zh: `“${name.zh}”的每一类`, en: `each class of “${name.en}”` };
      }
      case 'share_above': {
        const name = nameOf(measure.variable);
        return { zh: `“${name.zh}”大于${measure.above}`, en: `“${name.en}” above ${measure.above}` };
      }
      case 'member_share':
        return answered(measure.variable, measure.codes, 'member');
      case 'condition_share':
        return allOf(measure.conditions);
      case 'household_share': {
        const words = allOf(measure.conditions, 'member');
        return measure.quantifier === 'all'
          ? { zh: `所有这样的成员：${words.zh}`, en: `all such members: ${words.en}` }
          : { zh: `任一这样的成员：${words.zh}`, en: `any such member: ${words.en}` };
      }
      case 'ratio':
        return sumOf({ record, variables: [measure.variable] });
      case 'total_ratio':
        return sumOf(measure.numerator);
      case 'total': {
        const words = answered(measure.variable, measure.codes);
        return { zh: `${words.zh}者的加权总人数`, en: `weighted number with ${words.en}` };
      }
      case 'count_mean':
      case 'count_above': {
        const code = answers(measure.variables[0] as string, measure.codes);
        const count = measure.variables.length;
        if (measure.kind === 'count_mean')
          return {
            zh: `${count}项中答“${code.zh}”的项数`,
            en: `number of the ${count} items answered “${code.en}”`,
          };
        return {
          zh: `${count}项中至少${measure.above + 1}项答“${code.zh}”`,
          en: `at least ${measure.above + 1} of the ${count} items answered “${code.en}”`,
        };
      }
      case 'score_mean':
      case 'score_above': {
        const names = itemsOf(measure.items);
        const [zh, en] = measure.combine === 'sum' ? ['得分之和', 'sum'] : ['得分均值', 'mean'];
        const above = measure.kind === 'score_above' ? measure.above : undefined;
        return {
          zh: `各项（${names.zh}）${zh}${above === undefined ? '' : `大于${above}`}`,
          en: `${en} of the scores of ${names.en}${above === undefined ? '' : ` above ${above}`}`,
        };
      }
      case 'reliability':
        return {
          zh: `各项（${itemsOf(measure.items).zh}）的协方差`,
          en: `covariances of ${itemsOf(measure.items).en}`,
        };
      case 'composite':
      case 'composite_above': {
        const weights = measure.parts.map(
          ({ label, weight }): Label => ({
            zh: `${label.zh}×${Number(weight.toFixed(3))}`,
            en: `${Number(weight.toFixed(3))} × ${label.en}`,
          }),
        );
        const sum = joined(weights, ' + ', ' + ');
        if (measure.kind === 'composite') return sum;
        return { zh: `${sum.zh}大于${measure.above}`, en: `${sum.en} above ${measure.above}` };
      }
      case 'years_between': {
        const name = (time: typeof measure.from): Label =>
          time === 'interview' ? { zh: '调查月', en: 'month of interview' } : nameOf(time.year);
        return {
          zh: `从${name(measure.from).zh}到${name(measure.to).zh}的年数`,
          en: `years from ${name(measure.from).en} to ${name(measure.to).en}`,
        };
      }
      case 'gap': {
        const name = nameOf(measure.variable);
        const [of, against] = [answers(measure.by, [measure.of]), answers(measure.by, [measure.against])];
        return {
          zh: `“${name.zh}”：${against.zh}的均值减去${of.zh}的均值`,
          en: `“${name.en}”: mean of ${against.en.toLowerCase()} minus mean of ${of.en.toLowerCase()}`,
        };
      }
      case 'low_pay': {
        const name = nameOf(measure.variable);
        const percent = Math.round(measure.fraction * 1000) / 10;
        return {
          zh: `“${name.zh}”低于中位数的${percent}%`,
          en: `“${name.en}” below ${percent}% of the median`,
        };
      }
      case 'sample_gap':
        return {
          zh: '流动人口的数值减去本地户籍人口的数值',
          en: 'figure of migrants minus figure of local residents',
        };
      default: {
        const name = nameOf(measure.variable, measure.kind === 'member_mean' ? 'member' : record);
        return { zh: `“${name.zh}”`, en: `“${name.en}”` };
      }
    }
  }

  /** Who, or what, the numerator is set against. */
  function denominator(measure: AnyMeasure, universe: Label): Label {
    switch (measure.kind) {
      case 'ratio':
        return sumOf({ record, variables: [measure.denominator] });
      case 'total_ratio':
        return sumOf(measure.denominator);
      case 'total':
        return { zh: '无（总数）', en: 'none (a total)' };
      case 'gap': {
        const against = answers(measure.by, [measure.against]);
        return { zh: `${against.zh}的均值`, en: `mean of ${against.en.toLowerCase()}` };
      }
      case 'sample_gap':
        return { zh: '无（差）', en: 'none (a difference)' };
      case 'reliability':
        return { zh: '总分的方差', en: 'variance of the sum' };
      case 'condition_share': {
        if (!measure.among) break;
        const groups = joined(
          measure.among.map((conditions) => allOf(conditions)),
          '，或',
          ', or ',
        );
        return { zh: `${universe.zh}中：${groups.zh}`, en: `${universe.en}: ${groups.en}` };
      }
      case 'share':
      case 'structure': {
        if (!measure.excluded) break;
        const left = answers(measure.variable, measure.excluded);
        return {
          zh: `${universe.zh}中回答了的人，不含${left.zh}`,
          en: `${universe.en} with an answer, without: ${left.en}`,
        };
      }
    }
    return { zh: `${universe.zh}中回答了的人（单位）`, en: `${universe.en}, those with an answer` };
  }

  return { numerator, denominator };
}
