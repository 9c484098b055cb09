import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A number from 0 to below 1, the same ones for the same seed. */
export type Random = () => number;

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[whole(random, 0, list.length - 1)] as T;
export const chance = (random: Random, share: number): boolean => random() < share;

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const keyed = list.map((item) => [random(), item] as const).sort(([a], [b]) => a - b);
  return keyed.map(([, item]) => item);
}

const NAMES = [
  'w',
  '权重',
  'final weight',
  '收入/月',
  '工,时',
  '备注:类',
  'say "hi"',
  'y@0.5',
  "it's",
  '省份',
  '县 级',
];
const ODD_NAMES = [
  '__proto__',
  'constructor',
  'in',
  'missing',
  '1st',
  '-v',
  '（全角）',
  '😀组',
  'and',
  'NaN',
  '%s',
  'a;b',
];
const LEVELS = [
  ['男', '女', '其他'],
  ['1', '2', '10', '9'],
  ['01', '1', '001'],
  ['a,b', 'c:d', 'say "x"', 'e f'],
  ["it's", '%', '#', '='],
  ['NA', 'NaN', 'null', 'TRUE'],
  ['Z', 'a', 'É', '中', '😀', 'ｱ'],
  ['-1', '0', '1.0', '1'],
];
const STRATA = [
  ['01', '02', '1', '2', '3'],
  ['甲', '乙', '丙', '丁'],
  ['a.b', 'a', 'b.c', 'c:d'],
  ['北京 市', '"上海"', '广东,省'],
];

/**
 * What a column is for: w weight, h stratum, p1 to p3 units of three stages, N1, N2 and f1, f2 their fpc as counts and
 * fractions, y with ties and outliers, x above 0, z of both signs, c and b answers, g1 and g2 groups, k without blanks.
 */
const ROLES = [
  'w',
  'h',
  'p1',
  'p2',
  'p3',
  'N1',
  'N2',
  'f1',
  'f2',
  'y',
  'x',
  'z',
  'c',
  'b',
  'g1',
  'g2',
  'k',
] as const;
export type Role = (typeof ROLES)[number];
type Row = Readonly<Record<Role, string>>;

export interface RandomSurvey {
  /** as a user may have it: any encoding, separator, line ends and order of columns */
  readonly file: string;
  /** the same cells for R: UTF-8, quoted, columns named by role */
  readonly clean: string;
  readonly columns: Readonly<Record<Role, string>>;
  readonly rows: readonly Row[];
}

interface SurveyOptions {
  /** two PSUs in every stratum */
  readonly pairs?: boolean;
  /** some weights are 0 */
  readonly zeroWeights?: boolean;
  /** one stratum has one PSU */
  readonly lonely?: boolean;
  /** a stratum may be taken whole */
  readonly certainty?: boolean;
  /** most PSUs of a stratum, default 5 */
  readonly mostPsus?: number;
}

/** Writes a made-up survey with whatever trips readers and estimators. */
export async function writeRandomSurvey(
  folder: string,
  name: string,
  random: Random,
  options: SurveyOptions = {},
): Promise<RandomSurvey> {
  const names = [...shuffled(random, [...NAMES, ...ODD_NAMES])];
  const columns = Object.fromEntries(ROLES.map((role, i) => [role, names[i]])) as Record<Role, string>;
  const rows = shuffled(random, rowsOf(random, options));
  const file = join(folder, `数据 [${name}] (终).${pick(random, ['csv', 'tsv', 'txt'])}`);
  await writeHostile(file, columns, rows, random);
  const clean = `${name}.csv`;
  const cell = (text: string): string => (text === '' ? '' : quoted(text));
  const lines = [ROLES, ...rows.map((row) => ROLES.map((role) => row[role]))];
  await writeFile(join(folder, clean), lines.map((cells) => `${cells.map(cell).join(',')}\n`).join(''));
  return { file, clean, columns, rows };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function rowsOf(
  random: Random,
  { pairs, zeroWeights, lonely, certainty, mostPsus = 5 }: SurveyOptions,
): Row[] {
  const strata = pick(random, STRATA);
  const [answers, two, groups, others] = [0, 1, 2, 3].map(() => pick(random, LEVELS)) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const lonelyStratum = lonely ? whole(random, 0, strata.length - 1) : -1;
  const wholeStratum = certainty && chance(random, 0.4) ? whole(random, 0, strata.length - 1) : -1;
  const scale = pick(random, [1, 100, 1e7, 0.01]);
  const rare = pick(random, [0.5, 0.1, 0.01, 0]);
  const blankShare = pick(random, [0, 0.1, 0.4]);
  const silent = chance(random, 0.3) ? groups[0] : undefined;
  const ties = pick(random, [1, 10, 1000]);
  const blank = (text: string, share = blankShare): string => (chance(random, share) ? '' : text);
  const rows: Row[] = [];
  strata.forEach((h, s) => {
    const psus = s === lonelyStratum ? 1 : pairs ? 2 : whole(random, 2, mostPsus);
    const population = s === wholeStratum ? psus : psus + whole(random, 1, 20);
    for (let p = 0; p < psus; p++) {
      const seconds = whole(random, 2, 3);
      const secondPopulation = seconds + whole(random, 0, 6);
      for (let second = 0; second < seconds; second++) {
        for (let third = whole(random, 2, 5); third > 0; third--) {
          const group = pick(random, groups);
          const sum = random() + random() + random() + s / 3;
          const y = Math.round(sum * ties * (chance(random, 0.02) ? 50 : 1)) / Math.min(ties, 100);
          const weight = (0.3 + 3 * random()) * scale;
          rows.push({
            w:
              zeroWeights && chance(random, 0.06)
                ? '0'
                : String(Number(weight.toPrecision(whole(random, 2, 12)))),
            h,
            p1: `0${p}`,
            p2: String(second),
            p3: String(third),
            N1: String(population),
            N2: String(secondPopulation),
            f1: String(psus / population),
            f2: String(seconds / secondPopulation),
            y: group === silent ? '' : blank(pick(random, [String(y), ` ${y} `, `+${y}`, `${y}e0`])),
            x: blank(String(1 + Math.round(50 * random()) / 4)),
            z: blank(String(Math.round(200 * (random() - 0.5)))),
            c: blank(pick(random, answers)),
            b: blank(chance(random, rare) ? (two[0] ?? '') : (two[1] ?? '')),
            g1: blank(group, blankShare / 2),
            g2: blank(pick(random, others), 0.02),
            k: chance(random, 0.6) ? (others[0] ?? '') : (others[1] ?? ''),
          });
        }
      }
    }
  });
  return rows;
}

async function writeHostile(
  file: string,
  columns: Readonly<Record<Role, string>>,
  rows: readonly Row[],
  random: Random,
): Promise<void> {
  const encoding = pick(random, ['utf-8', 'bom', 'utf-16', 'gb18030']);
  const separator = pick(random, [',', ',', '\t', ';']);
  const lineEnd = pick(random, ['\n', '\r\n']);
  const order = shuffled(random, ROLES);
  const everywhere = chance(random, 0.3);
  const cell = (text: string): string => (everywhere || /[",;\t\n\r]/.test(text) ? quoted(text) : text);
  const lines = [order.map((role) => columns[role]), ...rows.map((row) => order.map((role) => row[role]))];
  const text = lines.map((cells) => cells.map(cell).join(separator)).join(lineEnd);
  const ended = chance(random, 0.5) ? text + lineEnd : text;
  if (encoding === 'utf-16') await writeFile(file, Buffer.from(`\ufeff${ended}`, 'utf16le'));
  else if (encoding === 'gb18030')
    await writeFile(file, execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: ended }));
  else await writeFile(file, encoding === 'bom' ? `\ufeff${ended}` : ended);
}
