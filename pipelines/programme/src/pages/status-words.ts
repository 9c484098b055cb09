import type { Label } from '@wavebook/schema';
import type { Status } from '../results/status.ts';
import { say } from './cells.ts';

export const statusLabels: Readonly<Record<Status, Label>> = {
  met: say('已达到', 'met'),
  behind: say('落后', 'behind'),
  cannot_tell: say('无法判断', 'cannot tell'),
  not_measured: say('未测量', 'not measured'),
  no_target: say('无数值目标', 'no target'),
};

/** The rule by which a status is given, as the page prints it. */
export const statusRule: Label = say(
  '状态按规则给出：区间全部达到或超过目标为“已达到”；区间全部低于该日期计划路径（由基线到目标的直线）为“落后”；两者都不能确定为“无法判断”；没有调查数据为“未测量”；资料中没有数值目标为“无数值目标”。越低越好的指标方向相反。',
  'A status is given by rule: “met” if the interval lies at or above the target; “behind” if it lies below the planned path at that date, a straight line from baseline to target; “cannot tell” where neither is certain; “not measured” where no survey measures it; “no target” where the source has no number. For an indicator that is better when lower, above and below change places.',
);

export const noNumber: Label = say('资料中无数值目标', 'no numeric target in source');
export const illustrativeNotice: Label = say(
  '示例：以下数值目标不见于任何项目文件，只为展示和检验判断方法。',
  'ILLUSTRATIVE: the numeric targets below are in no programme document. They were made to show and to test how a target is judged.',
);
