import type { ChartSpec, ChartText, Language } from '../src/index.ts';
import { type Samples, text } from './sample-texts.ts';

/** A chart in each language. */
export const pair = (name: string, draw: (lang: Language) => ChartSpec): Samples => ({
  [`${name}-zh`]: { spec: () => draw('zh'), lang: 'zh' },
  [`${name}-en`]: { spec: () => draw('en'), lang: 'en' },
});

export const say = (lang: Language, zh: string, en: string) => (lang === 'zh' ? zh : en);

/** Words of a chart that describes itself. */
export function told(lang: Language, zh: string, en: string, subtitle: [zh: string, en: string]): ChartText {
  const { description: _, ...base } = text[lang];
  return {
    ...base,
    headline: say(lang, zh, en),
    subtitle: say(lang, ...subtitle),
    notes: [
      say(
        lang,
        '加权估计。区间按替代设计计算。',
        'Weighted estimates. Intervals rest on the fallback design.',
      ),
    ],
    n: 98_412,
    synthetic: true,
  };
}
