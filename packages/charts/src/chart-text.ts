/** Everything that a chart says in words, in one language or in both. */
export interface ChartText {
  /** The message, as a sentence. */
  headline: string;
  /** Measure, universe, area, wave. */
  subtitle: string;
  /** Under the chart, one paragraph each: method, definitions. */
  notes: readonly string[];
  /** Who made the survey. */
  source: string;
  /** Alternative text for those who cannot see the picture; by default it is written from the data. */
  description?: string;
  /** Respondents behind the chart, unweighted; printed as the first note. */
  n?: number;
  /** The numbers describe no real people; printed as a mark beside the headline. */
  synthetic?: boolean;
  lang: Lang;
}

/** Chinese, English, or both in one picture. */
export type Lang = 'zh' | 'en' | 'both';

/** One of the two languages. */
export type Language = Exclude<Lang, 'both'>;
