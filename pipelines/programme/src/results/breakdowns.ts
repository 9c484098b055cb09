import { codeLists, type Label, pilotSites } from '@wavebook/schema';

/** Groups in which every indicator of the programme is estimated. */
export const breakdownNames = ['all', 'sex', 'age', 'sex_age', 'site'] as const;
export type BreakdownName = (typeof breakdownNames)[number];

/** What a row belongs to in each breakdown. */
export interface Grouped {
  readonly sex: readonly string[];
  readonly ageGroup: readonly string[];
  readonly site: readonly string[];
}

const sexes = ['male', 'female'] as const;

/** Levels of a breakdown, in the order in which they are printed. */
export function levelsOf(
  name: BreakdownName,
  sites: readonly string[],
  ages: readonly string[],
): readonly string[] {
  switch (name) {
    case 'all':
      return ['all'];
    case 'sex':
      return sexes;
    case 'age':
      return ages;
    case 'sex_age':
      return sexes.flatMap((sex) => ages.map((age) => `${sex}:${age}`));
    case 'site':
      return sites;
  }
}

/** The level of a row, empty where it is not known. */
export function levelAt(name: BreakdownName, { sex, ageGroup, site }: Grouped, row: number): string {
  switch (name) {
    case 'all':
      return 'all';
    case 'sex':
      return sex[row] ?? '';
    case 'age':
      return ageGroup[row] ?? '';
    case 'sex_age':
      return sex[row] && ageGroup[row] ? `${sex[row]}:${ageGroup[row]}` : '';
    case 'site':
      return site[row] ?? '';
  }
}

const plain = (text: string): Label => ({ zh: text, en: text });

const ageLabel = (level: string): Label => {
  const open = level.endsWith('+');
  const from = level.replace('+', '');
  return open
    ? { zh: `${from}岁及以上`, en: `Aged ${from} and over` }
    : { zh: `${level}岁`, en: `Aged ${level}` };
};

const sexLabel = (level: string): Label =>
  codeLists.sex?.codes.find(({ code }) => code === level)?.label ?? plain(level);

/** The label of a level. */
export function levelLabel(name: BreakdownName, level: string): Label {
  switch (name) {
    case 'all':
      return { zh: '全部', en: 'All' };
    case 'sex':
      return sexLabel(level);
    case 'age':
      return ageLabel(level);
    case 'sex_age': {
      const [sex, age] = level.split(':').map((part, i) => (i === 0 ? sexLabel(part) : ageLabel(part))) as [
        Label,
        Label,
      ];
      return { zh: `${sex.zh}，${age.zh}`, en: `${sex.en}, ${age.en.toLowerCase()}` };
    }
    case 'site':
      return pilotSites.find(({ code }) => code === level)?.label ?? plain(level);
  }
}
