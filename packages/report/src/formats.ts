import type { NumberFormat } from '@wavebook/charts';
import type { Indicator } from '@wavebook/schema';

/** How the numbers of a unit are printed in charts. */
export const formats: Record<Indicator['unit'], { format: NumberFormat; decimals?: number }> = {
  share: { format: 'percent' },
  yuan_per_month: { format: 'yuan' },
  yuan_per_hour: { format: 'yuan', decimals: 1 },
  yuan_per_year: { format: 'yuan' },
  hours_per_week: { format: 'hours' },
  years: { format: 'number', decimals: 1 },
  index: { format: 'number', decimals: 3 },
  score: { format: 'number', decimals: 2 },
  months: { format: 'number', decimals: 1 },
  persons: { format: 'number', decimals: 2 },
  moves: { format: 'number', decimals: 2 },
  cities: { format: 'number', decimals: 2 },
  topics: { format: 'number', decimals: 2 },
};
