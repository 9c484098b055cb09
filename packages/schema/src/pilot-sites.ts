import type { Label } from './label.ts';

/** The programmes that made baseline surveys: the UNDP project of 2007 and Youth, Employment and Migration (MDGF-1880). */
export const programmeLabels = {
  undp: {
    zh: '支持政府促进农民工及其家庭社会融合能力建设项目（2007-2010）',
    en: 'Capacity Building to Support Government in Promoting Social Inclusion for Migrant Workers and their Families (2007-2010)',
  },
  yem: {
    zh: '保护和促进中国脆弱流动人口权益（青年、就业与流动，MDGF-1880，2009-2012）',
    en: 'Protecting and Promoting the Rights of China’s Vulnerable Migrants (Youth, Employment and Migration, MDGF-1880, 2009-2012)',
  },
} as const satisfies Readonly<Record<string, Label>>;
export type ProgrammeCode = keyof typeof programmeLabels;

/** What a programme does in a site, as its documents name the place. */
export type SiteRole = 'survey' | 'child_registration' | 'life_skills_health' | 'pilot' | 'named_in_part_6';

/** A site of a programme: a city, or a town inside one. `county` narrows a town; it is the district in which the town lies. */
export interface PilotSite {
  readonly code: string;
  readonly label: Label;
  readonly province: string;
  readonly prefecture: string;
  readonly county?: string;
  readonly roles: Readonly<Partial<Record<ProgrammeCode, readonly SiteRole[]>>>;
}

const site = (
  code: string,
  [zh, en]: readonly [string, string],
  prefecture: string,
  roles: PilotSite['roles'],
  county?: string,
): PilotSite => ({
  code,
  label: { zh, en },
  province: prefecture.slice(0, 2),
  prefecture,
  roles,
  ...(county === undefined ? {} : { county }),
});

/**
 * The sites of both programmes: YEM's five regions of intervention, its cities of child registration and its site of life skills and health
 * (fact sheet of 2011, improvement plan of 2010); the pilot localities of the UNDP project (part 2.3, outcome 4) and the towns and cities
 * that its part 6 names. Codes of prefectures and districts are those of GB/T 2260.
 */
export const pilotSites: readonly PilotSite[] = [
  site('tianjin', ['天津', 'Tianjin'], '1201', { yem: ['survey', 'child_registration'], undp: ['pilot'] }),
  site('hangzhou', ['杭州', 'Hangzhou'], '3301', { yem: ['survey'] }),
  site('shenzhen', ['深圳', 'Shenzhen'], '4403', { yem: ['survey'] }),
  site('changsha', ['长沙', 'Changsha'], '4301', { yem: ['survey'], undp: ['named_in_part_6'] }),
  site('xian', ['西安', 'Xi’an'], '6101', { yem: ['survey'] }),
  site('changzhou', ['常州', 'Changzhou'], '3204', { yem: ['child_registration'] }),
  site('zhongshan', ['中山', 'Zhongshan'], '4420', { yem: ['child_registration'] }),
  site('cangzhou', ['沧州', 'Cangzhou'], '1309', { yem: ['life_skills_health'] }),
  site('guangzhou', ['广州', 'Guangzhou'], '4401', { undp: ['pilot'] }),
  site('chengdu', ['成都', 'Chengdu'], '5101', { undp: ['named_in_part_6'] }),
  site('gegu', ['天津葛沽镇', 'Gegu Town, Tianjin'], '1201', { undp: ['named_in_part_6'] }, '120112'),
  site('zhongbei', ['天津中北镇', 'Zhongbei Town, Tianjin'], '1201', { undp: ['named_in_part_6'] }, '120111'),
  site('nanjing', ['南京', 'Nanjing'], '3201', { undp: ['named_in_part_6'] }),
  site('xiamen', ['厦门', 'Xiamen'], '3502', { undp: ['named_in_part_6'] }),
];

/** The sites of a programme, or those in which it has one of the roles. */
export function sitesOf(programme: ProgrammeCode, roles?: readonly SiteRole[]): PilotSite[] {
  return pilotSites.filter(({ roles: own }) => own[programme]?.some((role) => roles?.includes(role) ?? true));
}

/** Arms of a baseline survey: where the programme works, and where it does not. */
export const armLabels = {
  pilot: { zh: '试点社区', en: 'Pilot communities' },
  comparison: { zh: '对照社区', en: 'Comparison communities' },
} as const satisfies Readonly<Record<string, Label>>;
export type Arm = keyof typeof armLabels;
