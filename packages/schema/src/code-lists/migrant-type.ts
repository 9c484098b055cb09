import { codeList } from '../code-list.ts';
import type { Label } from '../label.ts';

/** The two types of migrant workers of the project document (table 1). */
export const migrantType = codeList('migrant_type', { zh: '农民工类型', en: 'Type of migrant worker' }, [
  ['type_1', '第一类（“传统型”）', 'Type I (“classical”)'],
  ['type_2', '第二类（“现代型”）', 'Type II (“modern”)'],
]);

/** A trait by which the two types differ: how it shows in each. English as printed in table 1, Chinese translated here. */
export interface MigrantTypeTrait {
  readonly code: string;
  readonly label: Label;
  readonly type_1: Label;
  readonly type_2: Label;
}

const trait = (
  code: string,
  label: readonly [zh: string, en: string],
  [zh1, en1]: readonly [string, string],
  [zh2, en2]: readonly [string, string],
): MigrantTypeTrait => ({
  code,
  label: { zh: label[0], en: label[1] },
  type_1: { zh: zh1, en: en1 },
  type_2: { zh: zh2, en: en2 },
});

/** The eight traits of table 1 of the project document, in its order. */
export const migrantTypeTraits: readonly MigrantTypeTrait[] = [
  trait(
    'employment_periods',
    ['就业时段', 'Employment periods'],
    ['间断', 'Discontinuous'],
    ['连续', 'Continuous'],
  ),
  trait('return', ['返回家乡', 'Return to place of origin'], ['经常', 'Frequent'], ['偶尔', 'Occasional']),
  trait(
    'income',
    ['与平均水平相比的收入', 'Income compared to average'],
    ['低', 'Low'],
    ['相当', 'Comparable'],
  ),
  trait(
    'contract',
    ['劳动合同', 'Work contract'],
    ['少有', 'Exceptional'],
    ['常见/预期有', 'Frequent/Expected'],
  ),
  trait(
    'hazard',
    ['职业危害风险', 'Risk of occupational hazards'],
    ['高', 'High'],
    ['一般或较低', 'Average or low'],
  ),
  trait(
    'family',
    ['家庭联系', 'Family links'],
    ['在家乡', 'At place of origin'],
    ['在工作地', 'At place of work'],
  ),
  trait(
    'housing',
    ['住房', 'Housing'],
    ['临时住所', 'In temporary settlements'],
    ['正规住宅区', 'In regular compounds'],
  ),
  trait(
    'mobility',
    ['主要流动方式', 'Primary mobility patterns'],
    ['往返于家乡', 'Back and forth, place of origin'],
    ['跨省', 'Across provincial boundaries'],
  ),
];
