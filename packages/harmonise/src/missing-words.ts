import { codeLists, type MissingReason, type Variable } from '@wavebook/schema';

const missingWords: readonly (readonly [pattern: RegExp, reason: MissingReason])[] = [
  [/拒绝|拒答|refus/i, 'refused'],
  [/不适用|跳答|跳问|跳过|not applicable|inapplicable/i, 'not_applicable'],
  [/未问|没有问|not asked/i, 'not_asked'],
  [/^(缺失|缺省|无回答|未回答|漏答|missing|no answer)/i, 'missing'],
];
const notKnown = /不知道|不清楚|说不清|don.?t know/i;

/** Whether a text says that there is no answer, whatever the question. */
export const isNoAnswer = (text: string): boolean =>
  notKnown.test(text) || missingWords.some(([pattern]) => pattern.test(text));

/** Why a raw answer is no answer, by its label; undefined if it is one. 不清楚 is an answer where the question offers it. */
export function missingReasonOf(label: string, variable: Variable): MissingReason | undefined {
  const reason = missingWords.find(([pattern]) => pattern.test(label))?.[1];
  if (reason) return reason;
  const offered = codeLists[variable.codes ?? '']?.codes.some(({ code }) => /not_sure|undecided/.test(code));
  return notKnown.test(label) && !offered ? 'dont_know' : undefined;
}
