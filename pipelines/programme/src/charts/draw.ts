import {
  attachData,
  type ChartFiles,
  type ChartRow,
  type ChartSpec,
  chartFiles,
  withUsermeta,
} from '@wavebook/charts';
import type { Label, Language } from '@wavebook/schema';

/** A chart in both languages, and the numbers behind it. */
export interface ProgrammeChart {
  readonly name: string;
  readonly headline: Label;
  readonly specs: Readonly<Record<Language, ChartSpec>>;
  readonly columns: readonly string[];
  readonly data: readonly ChartRow[];
}

export interface DrawnChart extends ProgrammeChart {
  readonly files: Readonly<Record<Language, ChartFiles>>;
}

/** What a chart says beside its data; `ids` are the numbers that it shows. */
export interface Told {
  readonly name: string;
  readonly headline: Label;
  readonly subtitle: Label;
  readonly notes: readonly Label[];
  readonly source: Label;
  readonly ids: readonly string[];
  readonly synthetic: boolean;
}

/** The text of a chart as its builder takes it. */
export const textOf = ({ headline, subtitle, notes, source, synthetic }: Told, lang: Language) => ({
  headline: headline[lang],
  subtitle: subtitle[lang],
  notes: notes.map((note) => note[lang]),
  source: source[lang],
  synthetic,
  lang,
});

/** Puts a chart together from its builder and its rows. */
export function chartOf(
  told: Told,
  columns: readonly string[],
  data: readonly ChartRow[],
  build: (lang: Language) => ChartSpec,
): ProgrammeChart {
  const spec = (lang: Language): ChartSpec =>
    withUsermeta(attachData(build(lang), [...data]), {
      headline: told.headline,
      estimates: [...told.ids],
      synthetic: told.synthetic,
    });
  return {
    name: told.name,
    headline: told.headline,
    specs: { zh: spec('zh'), en: spec('en') },
    columns,
    data,
  };
}

/** Draws a chart in both languages. */
export async function draw(chart: ProgrammeChart): Promise<DrawnChart> {
  const { zh, en } = chart.specs;
  return { ...chart, files: { zh: await chartFiles(zh), en: await chartFiles(en) } };
}
