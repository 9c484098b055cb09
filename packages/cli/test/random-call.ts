import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { joinNames } from '../src/estimate/joined-names.ts';
import {
  chance,
  pick,
  type Random,
  type RandomSurvey,
  type Role,
  whole,
  writeRandomSurvey,
} from './random-survey.ts';
import { randomWhere } from './random-where.ts';

/** What a random call is about. */
export type CallKind = 'plain' | 'margins' | 'jackknife' | 'balanced' | 'weight';

/** A call of `wavebook estimate` or `wavebook weight`, and the same asked of R by `against-r.R`. */
export interface RandomCall {
  readonly name: string;
  readonly kind: CallKind;
  readonly words: readonly string[];
  readonly out: string;
  readonly survey: RandomSurvey;
  readonly asked: Asked;
}

interface AskedMargin {
  readonly columns: readonly Role[];
  readonly levels: readonly (readonly string[])[];
  readonly totals: readonly number[];
}

interface Asked {
  command?: 'weight';
  data: string;
  design: { lonely: string; weight?: Role; strata?: Role; psu?: Role[]; fpc?: Role[] };
  level: number;
  method: string;
  statistics: Record<string, unknown>[];
  by: Role[][];
  where?: string;
  margins?: AskedMargin[];
  calfun?: string;
  bounds?: number[];
  trim?: number[];
  replicates?: string;
}

const LONELY = ['fail', 'remove', 'certainty', 'adjust', 'average'];
const METHODS = ['logit', 'mean', 'xlogit', 'asin', 'beta', 'beta_nchs', 'wilson'];
const PROBABILITIES = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1];

/** Writes the files of a random call, and says how both sides are asked. */
export async function randomCall(
  folder: string,
  name: string,
  kind: CallKind,
  random: Random,
): Promise<RandomCall> {
  const lonely = LONELY[Number(name) % LONELY.length] ?? 'fail';
  const zeroWeights = (kind === 'plain' || kind === 'margins' || kind === 'weight') && chance(random, 0.4);
  const survey = await writeRandomSurvey(folder, name, random, {
    pairs: kind === 'balanced',
    zeroWeights,
    lonely: (kind === 'plain' || kind === 'margins') && lonely !== 'fail',
    certainty: kind === 'plain' || kind === 'margins',
  });
  const asked: Asked = {
    data: survey.clean,
    design: { lonely, weight: 'w' },
    level: 0.95,
    method: 'logit',
    statistics: [],
    by: [],
  };
  const out = join(folder, `out ${name}.${kind === 'weight' ? 'csv' : 'json'}`);
  const nameOf = (role: Role): string => `"${survey.columns[role].replaceAll('"', '""')}"`;
  const call = { folder, name, survey, asked, random, nameOf };
  if (kind === 'weight') {
    const words = [...(await marginWords(call)), ...weightWords(call)];
    return {
      name,
      kind,
      words: ['weight', survey.file, '--weight', nameOf('w'), ...words, '--out', out],
      out,
      survey,
      asked,
    };
  }
  const words = ['estimate', survey.file, ...designWords(call, kind), ...statisticWords(call, kind)];
  if (kind !== 'balanced' && chance(random, 0.5)) {
    const [ours, r] = randomWhere(survey, random);
    asked.where = r;
    words.push('--where', ours);
  }
  if (chance(random, 0.3)) {
    asked.level = pick(random, [0.9, 0.99, 0.5]);
    words.push('--ci-level', String(asked.level));
  }
  if (asked.statistics.some(({ statistic }) => statistic === 'proportion')) {
    // R's beta counts the rows of weight 0, which the script has to leave out before a calibration
    asked.method = pick(random, zeroWeights ? METHODS.filter((method) => method !== 'beta') : METHODS);
    words.push('--ci-method', asked.method);
  }
  if (kind === 'jackknife') {
    asked.replicates = asked.design.strata ? 'JKn' : 'JK1';
    words.push('--replicates', 'jackknife');
  }
  if (kind === 'margins' || (kind === 'jackknife' && chance(random, 0.6)))
    words.push(...(await marginWords(call)), ...methodWords(call));
  if (kind === 'balanced') words.push('--replicates', pick(random, ['brr', 'fay:0.3']));
  return { name, kind, words: [...words, '--format', 'json', '--out', out], out, survey, asked };
}

interface Call {
  readonly folder: string;
  readonly name: string;
  readonly survey: RandomSurvey;
  readonly asked: Asked;
  readonly random: Random;
  nameOf(role: Role): string;
}

function designWords({ asked, random, nameOf }: Call, kind: CallKind): string[] {
  const { design } = asked;
  const words = ['--lonely-psu', design.lonely];
  if (kind === 'plain' && chance(random, 0.15)) {
    delete design.weight;
    words.push('--unweighted');
  } else words.push('--weight', nameOf('w'));
  if (kind === 'balanced' || chance(random, 0.8)) {
    design.strata = 'h';
    words.push('--strata', nameOf('h'));
  }
  const stages = kind === 'plain' || kind === 'margins' ? whole(random, 0, 3) : 1;
  if (stages === 0) return words;
  design.psu = (['p1', 'p2', 'p3'] as const).slice(0, stages);
  words.push('--psu', design.psu.map(nameOf).join(','));
  if (kind !== 'balanced' && design.strata && chance(random, 0.6)) {
    const columns = pick(random, [['N1', 'N2'] as const, ['f1', 'f2'] as const]);
    design.fpc = columns.slice(0, whole(random, 1, Math.min(2, stages)));
    words.push('--fpc', design.fpc.map(nameOf).join(','));
  }
  return words;
}

function statisticWords({ asked, random, nameOf }: Call, kind: CallKind): string[] {
  const words: string[] = [];
  const replicated = kind === 'jackknife' || kind === 'balanced';
  const kinds = ['mean', 'proportion', 'total', 'ratio', ...(replicated ? [] : ['quantile'])];
  for (const statistic of kinds) {
    if (statistic !== 'total' && chance(random, 0.4)) continue;
    if (statistic === 'ratio') {
      const numerator = pick<Role>(random, ['y', 'z']);
      asked.statistics.push({ statistic, numerator, denominator: 'x' });
      words.push('--ratio', `${nameOf(numerator)}/${nameOf('x')}`);
      continue;
    }
    const variable = pick<Role>(random, statistic === 'proportion' ? ['c', 'b', 'g2'] : ['y', 'x', 'z']);
    const probabilities = [...new Set([0, 1, 2].map(() => pick(random, PROBABILITIES)))];
    asked.statistics.push({ statistic, variable, ...(statistic === 'quantile' && { probabilities }) });
    words.push(
      `--${statistic}`,
      statistic === 'quantile' ? `${nameOf(variable)}@${probabilities.join(',')}` : nameOf(variable),
    );
  }
  const breakdowns: Role[][] = [['g1'], ['g2'], ['h'], ['g1', 'g2'], ['k', 'g1']];
  for (let more = whole(random, 0, 2); more > 0; more--) {
    const by = pick(random, breakdowns);
    asked.by.push(by);
    words.push('--by', by.map(nameOf).join(','));
  }
  return words;
}

/**
 * A margin of k, and at times of k crossed with h and of h, that a tilted sample adds up to: they can always be met. With
 * replicates k alone, because a replicate may lack a stratum.
 */
async function marginWords({ folder, name, survey, asked, random }: Call): Promise<string[]> {
  const wanted: Role[][] = [!asked.replicates && chance(random, 0.3) ? ['k', 'h'] : ['k']];
  if (!asked.replicates && chance(random, 0.5)) wanted.push(['h']);
  const growth = pick(random, [1, 1.3, 2]);
  const tilts = new Map<string, number>();
  const tilt = (key: string): number => {
    if (!tilts.has(key)) tilts.set(key, growth * (0.7 + 0.6 * random()));
    return tilts.get(key) as number;
  };
  const counted = survey.rows.filter(({ w }) => Number(w) !== 0);
  const tilted = counted.map(
    (row) => Number(row.w) * tilt(`k${row.k}`) * Math.sqrt(tilt(`h${row.h}`) / growth),
  );
  const lines = ['margin,level,total'];
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  asked.margins = wanted.map((columns) => {
    const sums = new Map<string, { levels: string[]; total: number }>();
    counted.forEach((row, i) => {
      const levels = columns.map((role) => row[role]);
      const sum = sums.get(joinNames(levels)) ?? { levels, total: 0 };
      sum.total += tilted[i] ?? 0;
      sums.set(joinNames(levels), sum);
    });
    const margin = joinNames(columns.map((role) => survey.columns[role]));
    for (const [level, { total }] of sums) lines.push([cell(margin), cell(level), total].join(','));
    const cells = [...sums.values()];
    return { columns, levels: cells.map(({ levels }) => levels), totals: cells.map(({ total }) => total) };
  });
  const file = join(folder, `控制 ${name}.csv`);
  await writeFile(file, `${lines.join('\n')}\n`);
  return ['--margins', file];
}

function methodWords({ survey, asked, random }: Call): string[] {
  const method = pick(random, asked.replicates ? ['rake', 'linear'] : ['rake', 'linear', 'logit']);
  asked.calfun = method === 'rake' ? 'raking' : method;
  if (method !== 'logit') return ['--method', method];
  asked.bounds = boundsAround(growthOf(survey, asked));
  return ['--method', method, '--bounds', asked.bounds.join(',')];
}

function weightWords({ survey, asked, random }: Call): string[] {
  asked.command = 'weight';
  const methods = ['rake', 'linear', 'logit', ...(asked.margins?.length === 1 ? ['poststratify'] : [])];
  const method = pick(random, methods);
  asked.calfun = method === 'rake' ? 'raking' : method === 'poststratify' ? 'linear' : method;
  const words = ['--method', method];
  if (method === 'poststratify') return words;
  const growth = growthOf(survey, asked);
  if (method === 'logit' || chance(random, 0.5)) {
    asked.bounds = boundsAround(growth);
    words.push('--bounds', asked.bounds.join(','));
  }
  if (method !== 'logit' && chance(random, 0.5)) {
    const largest = survey.rows.reduce((most, { w }) => Math.max(most, Number(w)), 0);
    asked.trim = [0, Number((1.05 * growth * largest).toPrecision(4))];
    words.push('--trim', asked.trim.join(','));
  }
  return words;
}

function growthOf(survey: RandomSurvey, { margins = [] }: Asked): number {
  const total = margins[0]?.totals.reduce((sum, own) => sum + own, 0) ?? 0;
  return total / survey.rows.reduce((sum, { w }) => sum + Number(w), 0);
}

const boundsAround = (growth: number): number[] =>
  [Math.min(0.5, 0.3 * growth), Math.max(2, 2.5 * growth)].map((limit) => Number(limit.toPrecision(2)));
