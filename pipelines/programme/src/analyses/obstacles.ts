import type { EstimateRow, Label } from '@wavebook/schema';
import { codeLists } from '@wavebook/schema';
import { numbersOr, texts, textsOr } from '../survey/columns.ts';
import { indicatorOf, type Rows, type Source } from './source.ts';

/** A reason that people give, in each group. */
interface Reason {
  readonly label: Label;
  readonly rows: ReadonlyMap<string, EstimateRow>;
}

/** Why people are not insured or not reached, group beside group. */
export interface Obstacles {
  readonly source: Source;
  readonly groups: readonly { readonly level: string; readonly label: Label }[];
  readonly questions: readonly { readonly label: Label; readonly reasons: readonly Reason[] }[];
}

const groupLabels = [
  ['construction_mining', '建筑业和采矿业', 'Construction and mining'],
  ['other_industries', '其他行业', 'Other industries'],
  ['women', '女', 'Women'],
  ['men', '男', 'Men'],
  ['15-34', '15-34岁', 'Aged 15-34'],
  ['35+', '35岁及以上', 'Aged 35 and over'],
] as const;

const questions: readonly (readonly [variable: string, list: string, zh: string, en: string])[] = [
  ['work_injury_why_not', 'reason_not_insured', '未参加工伤保险的原因', 'Why not in work-injury insurance'],
  [
    'service_why_not',
    'reason_not_reached',
    '未获得服务的主要原因',
    'Main reason why a service was not reached',
  ],
];

const codesOf = (list: string) => codeLists[list]?.codes ?? [];

/** The obstacles that a round of the survey of workers shows. */
export function obstaclesOf(source: Source, rows: Rows): Obstacles {
  const { records } = source;
  const [industry, sex] = ['industry', 'sex'].map((name) => textsOr(records, name)) as [string[], string[]];
  const age = numbersOr(records, 'age');
  const belongs: Readonly<Record<string, (row: number) => boolean>> = {
    construction_mining: (row) => industry[row] === 'B' || industry[row] === 'E',
    other_industries: (row) => industry[row] !== '' && industry[row] !== 'B' && industry[row] !== 'E',
    women: (row) => sex[row] === 'female',
    men: (row) => sex[row] === 'male',
    '15-34': (row) => (age[row] as number) < 35,
    '35+': (row) => (age[row] as number) >= 35,
  };
  const groups = groupLabels.map(([level, zh, en]) => ({ level, label: { zh, en } }));
  return {
    source,
    groups,
    questions: questions.flatMap(([variable, list, zh, en]) => {
      if (!records.columns.has(variable)) return [];
      const given = new Set(texts(records, variable));
      const reasons = codesOf(list).filter(({ code }) => given.has(code));
      const parts = reasons.map(({ code }) => ({
        id: variable,
        unit: 'share',
        y: indicatorOf(records, variable, [code]),
        category: code,
      }));
      const found = groups.map(({ level }) => {
        const codes = Int32Array.from({ length: records.rows }, (_, row) => (belongs[level]?.(row) ? 0 : -1));
        return rows.addParts(source, parts, { domain: 'group', codes, levels: [level] });
      });
      return [
        {
          label: { zh, en },
          reasons: reasons.map(({ code, label }) => ({
            label,
            rows: new Map(found.flatMap((own) => [...(own.get(code) ?? [])])),
          })),
        },
      ];
    }),
  };
}
