import type { EstimateRow, Language } from '@wavebook/schema';

/** A number with so many decimals and commas between thousands. */
export function grouped(value: number, decimals: number): string {
  const [whole = '', rest] = value.toFixed(decimals).split('.');
  const text = [whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...(rest === undefined ? [] : [rest])].join('.');
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

const decimalsByUnit: Record<string, number> = {
  share: 1,
  yuan_per_month: 0,
  yuan_per_hour: 1,
  hours_per_week: 1,
  years: 1,
  index: 3,
  topics: 2,
  yuan_per_year: 0,
  score: 2,
  months: 1,
  persons: 2,
  moves: 2,
  cities: 2,
  people: 0,
  children: 0,
  institutions: 0,
  million_yuan: 2,
  index_100: 2,
};

/** Decimals shown for a unit; of a share, in per cent. */
export const decimalsOf = (unit: string): number => decimalsByUnit[unit] ?? 1;

/** A figure without its unit, as a table shows it: shares in per cent. */
export function plainFigure(value: number, unit: string): string {
  const decimals = decimalsOf(unit);
  return unit === 'share' ? grouped(value * 100, decimals) : grouped(value, decimals);
}

/** Confidence limits without their unit: `63.0–67.5`, with spaces where one is below zero: `-4.3 – -0.3`. */
export function intervalText(low: number, high: number, unit: string): string {
  const [from, to] = [plainFigure(low, unit), plainFigure(high, unit)];
  return from.startsWith('-') || to.startsWith('-') ? `${from} – ${to}` : `${from}–${to}`;
}

const suffixes: Record<string, Record<Language, string>> = {
  share: { zh: '%', en: '%' },
  yuan_per_month: { zh: '元', en: ' yuan' },
  yuan_per_hour: { zh: '元', en: ' yuan' },
  hours_per_week: { zh: '小时', en: ' hours' },
  years: { zh: '年', en: ' years' },
  topics: { zh: '项', en: ' topics' },
  yuan_per_year: { zh: '元', en: ' yuan' },
  score: { zh: '分', en: ' points' },
  months: { zh: '个月', en: ' months' },
  persons: { zh: '人', en: ' persons' },
  moves: { zh: '次', en: ' moves' },
  cities: { zh: '个', en: ' cities' },
  people: { zh: '人', en: ' people' },
  million_yuan: { zh: '百万元', en: ' million yuan' },
};

/** A figure with its unit, for a sentence: `65.3%`, `4,215 yuan`. */
export function figureInWords(value: number, unit: string, lang: Language): string {
  return `${plainFigure(value, unit)}${suffixes[unit]?.[lang] ?? ''}`;
}

export const countInWords = (n: number): string => grouped(n, 0);

/** The mark of a row that is not simply reliable; suppressed rows show only this. */
export function markOf(row: Pick<EstimateRow, 'suppressed' | 'quality'>): string {
  if (row.suppressed) return '×';
  if (row.quality === 'use_with_caution') return '†';
  return row.quality === 'review' ? '‡' : '';
}
