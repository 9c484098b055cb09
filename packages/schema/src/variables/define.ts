import type { Label } from '../label.ts';
import type { QuestionConfidence, Variable } from '../variable.ts';

/** What a definition may add to its name, label and kind. */
export type More = Omit<Partial<Variable>, 'name' | 'label' | 'kind' | 'codes' | 'unit'>;

/** A variable whose values are codes of the list `codes`. */
export const category = (name: string, label: Label, codes: string, more: More = {}): Variable => ({
  name,
  label,
  kind: 'category',
  codes,
  ...more,
});

/** A variable whose values are numbers in `unit`. */
export const number = (name: string, label: Label, unit: string, more: More = {}): Variable => ({
  name,
  label,
  kind: 'number',
  unit,
  ...more,
});

/** A variable whose values are identifiers, names or free text. */
export const text = (name: string, label: Label, more: More = {}): Variable => ({
  name,
  label,
  kind: 'text',
  ...more,
});

/** A label from its Chinese and English text. */
export const words = (zh: string, en: string): Label => ({ zh, en });

const asking =
  (question_confidence: QuestionConfidence) =>
  (zh: string, en: string, more: More = {}): More => ({ question: { zh, en }, question_confidence, ...more });

/** The wording of a question as a source prints it. */
export const verified = asking('verified');
/** The wording of a question from general knowledge of the questionnaire. */
export const recalled = asking('recalled');
/** A wording made here. */
export const proposed = asking('proposed');

/** One item of a battery: the end of its name and what it is about. */
export type Item = readonly [name: string, zh: string, en: string];

/**
 * The variables of a battery, one a item: `<prefix>_<item>`, labelled `<stem>：<item>`. In the question text of `more`, `{item}` stands for
 * the item.
 */
export function battery(
  prefix: string,
  stem: Label,
  items: readonly Item[],
  { codes, ...more }: More & { codes: string },
): Variable[] {
  return items.map(([name, zh, en]) => {
    const label = { zh: `${stem.zh}：${zh}`, en: `${stem.en}: ${en}` };
    if (more.question === undefined) return category(`${prefix}_${name}`, label, codes, more);
    const question = {
      zh: more.question.zh.replace('{item}', zh),
      en: more.question.en.replace('{item}', en),
    };
    return category(`${prefix}_${name}`, label, codes, { ...more, question });
  });
}

/** The same variables with a note of where they come from. */
export const designed = (source: string, variables: readonly Variable[]): Variable[] =>
  variables.map((variable) => ({ source: `designed: ${source}`, ...variable }));
