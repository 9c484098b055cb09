/** Everything that a chart says in words, in one language. */
export interface ChartText {
  /** The message, as a sentence. */
  headline: string;
  /** Measure, universe, area, wave. */
  subtitle: string;
  /** Under the chart, one paragraph each: sample size, method, meaning of the marks. */
  notes: readonly string[];
  /** Who made the survey. */
  source: string;
  /** Alternative text for those who cannot see the picture. */
  description: string;
  lang: Lang;
}

export type Lang = 'zh' | 'en';
