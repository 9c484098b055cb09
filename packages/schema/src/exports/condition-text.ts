import type { Condition } from '../condition.ts';
import type { Label, Language } from '../label.ts';
import type { Variable } from '../variable.ts';
import { codesOf } from './codes-of.ts';
import type { ExportSource } from './export-source.ts';

/**
 * Conditions in words of both languages, by the labels of their variables and codes.
 *
 * @example conditionText([{ variable: 'employed', in: ['yes'] }], variables, codeLists).en // 'Employed in the reference week: Yes'
 */
export function conditionText(
  conditions: readonly Condition[],
  variables: readonly Variable[],
  lists: ExportSource['codeLists'],
): Label {
  const words = (lang: Language): string =>
    conditions
      .map((condition) => {
        const variable = variables.find(({ name }) => name === condition.variable);
        const name = variable?.label[lang] ?? condition.variable;
        const colon = lang === 'zh' ? '：' : ': ';
        if (!('in' in condition)) return `${name}${colon}${span(condition)}`;
        const codes = variable?.codes === undefined ? [] : codesOf(variable.codes, lists).codes;
        const answers = condition.in.map((c) => codes.find(({ code }) => code === c)?.label[lang] ?? c);
        return `${name}${colon}${answers.join(lang === 'zh' ? '、' : ' / ')}`;
      })
      .join(lang === 'zh' ? '；' : '; ');
  return { zh: words('zh'), en: words('en') };
}

const span = ({ min, max }: { min?: number | undefined; max?: number | undefined }): string =>
  max === undefined ? `≥ ${min}` : min === undefined ? `≤ ${max}` : `${min}–${max}`;
