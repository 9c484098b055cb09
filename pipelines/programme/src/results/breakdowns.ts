import { codeLists, type Label, pilotSites } from '@wavebook/schema';
import { programmeAges } from '../survey/counted.ts';

/** Groups in which every indicator of the programme is estimated. */
export const breakdownNames = ['all', 'sex', 'age', 'site'] as const;
export type BreakdownName = (typeof breakdownNames)[number];

/** What a row belongs to in each breakdown. */
export interface Grouped {
  readonly sex: readonly string[];
  readonly ageGroup: readonly string[];
  readonly site: readonly string[];
}

/** Levels of a breakdown, in the order in which they are printed. */
export function levelsOf(name: BreakdownName, sites: readonly string[]): readonly string[] {
  if (name === 'all') return ['all'];
  if (name === 'sex') return ['male', 'female'];
  return name === 'age' ? programmeAges : sites;
}

/** The level of a row, empty where it is not known. */
export function levelAt(name: BreakdownName, { sex, ageGroup, site }: Grouped, row: number): string {
  if (name === 'all') return 'all';
  return (name === 'sex' ? sex[row] : name === 'age' ? ageGroup[row] : site[row]) ?? '';
}

const ageLabels: Readonly<Record<string, Label>> = {
  '15-24': { zh: '15-24岁', en: 'Aged 15-24' },
  '25-34': { zh: '25-34岁', en: 'Aged 25-34' },
  '35+': { zh: '35岁及以上', en: 'Aged 35 and over' },
};

/** The label of a level. */
export function levelLabel(name: BreakdownName, level: string): Label {
  if (name === 'all') return { zh: '全部', en: 'All' };
  if (name === 'sex') return codeLists.sex?.codes.find(({ code }) => code === level)?.label ?? plain(level);
  if (name === 'age') return ageLabels[level] ?? plain(level);
  return pilotSites.find(({ code }) => code === level)?.label ?? plain(level);
}

const plain = (text: string): Label => ({ zh: text, en: text });
