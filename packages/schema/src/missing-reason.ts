import type { Label } from './label.ts';
import { z } from './zod.ts';

/** Why a cell is empty; kept apart from each other and from a real zero. */
export const MissingReason = z.enum([
  'not_asked',
  'not_applicable',
  'refused',
  'dont_know',
  'invalid',
  'missing',
]);
export type MissingReason = z.infer<typeof MissingReason>;

export const missingReasonLabels: Record<MissingReason, Label> = {
  not_asked: { zh: '本轮未设此题', en: 'not asked in this wave' },
  not_applicable: { zh: '不适用（跳答）', en: 'not applicable (routed past)' },
  refused: { zh: '拒答', en: 'refused' },
  dont_know: { zh: '不知道', en: 'don’t know' },
  invalid: { zh: '无效（按规则剔除）', en: 'invalid (removed by a rule)' },
  missing: { zh: '缺失', en: 'missing' },
};
