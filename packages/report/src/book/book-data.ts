import type {
  ClusterRow,
  ComparisonRow,
  DataQuality,
  DesignComparisonRow,
  EstimateRow,
  IndicatorDefinition,
  Label,
  ManifestWave,
  PublishedValue,
  SeriesRow,
} from '@wavebook/schema';
import { z } from 'zod';
import type { ChapterFile } from '../chapter.ts';

/** A file of the chain from a number back to the raw file, with its hash. */
export interface ChainFile {
  readonly path: string;
  readonly sha256: string;
}

/** A chapter with its numbers and its drawn charts. */
export interface BookChapter {
  readonly file: ChapterFile;
  readonly rows: readonly EstimateRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly designs: readonly DesignComparisonRow[];
  /** Figures of other sources that may stand beside the chapter's indicators. */
  readonly published: readonly PublishedValue[];
  /** SVG text of a chart by name, in the language of the book. */
  readonly svg: ReadonlyMap<string, string>;
  /** PNG of a chart by name, in the language of the book, for formats that take no SVG. */
  readonly png: ReadonlyMap<string, Uint8Array>;
  /** Manifests of the chapter's own stages. */
  readonly manifests: readonly ChainFile[];
}

/** What the methods and data-quality pages say of a wave. */
export interface BookWave {
  readonly wave: ManifestWave;
  readonly population: Label;
  readonly sampling: Label;
  readonly fieldDates: readonly [string, string];
  readonly rawFiles: readonly ChainFile[];
  readonly quality?: DataQuality;
  /** Its clusters in the funnels of repeated and straight-lined interviews. */
  readonly clusters?: readonly ClusterRow[];
  readonly weights: {
    readonly kishDeff: number;
    readonly effectiveN: number;
    readonly strata: number;
    readonly psus: number;
    readonly g: readonly [number, number];
    readonly margins: readonly {
      readonly name: string;
      readonly levels: number;
      readonly before: number;
      readonly after: number;
    }[];
  };
}

/** The result table of the coverage study: how often 95 % intervals hold the true value over redrawn synthetic samples. */
export const CoverageStudy = z.object({
  wave: z.string(),
  samples: z.number().int().positive(),
  rows: z.array(
    z.object({
      indicator: z.string(),
      weights: z.enum(['base', 'raked']),
      design: z.string(),
      bias_over_sd: z.number(),
      mean_se_over_sd: z.number(),
      coverage: z.number(),
    }),
  ),
});
export type CoverageStudy = z.infer<typeof CoverageStudy>;

/** What the data-quality page needs of a wave, of whatever survey. */
export type QualityWave = Pick<BookWave, 'wave' | 'quality' | 'clusters'>;

/** A drawn funnel of the clusters of a wave. */
export interface DrawnFunnel {
  readonly name: string;
  readonly headline: string;
  readonly description: string;
  readonly svg: string;
  readonly png: Uint8Array;
}

export interface BookData {
  /** Waves of the other surveys, for the data-quality page alone. */
  readonly others?: readonly QualityWave[];
  /** In book order. */
  readonly chapters: readonly BookChapter[];
  readonly waves: readonly BookWave[];
  readonly notes: readonly Label[];
  /** Every indicator of the list, those that nothing measures too. */
  readonly indicators: readonly IndicatorDefinition[];
  /** Manifests of the stages that all chapters share, in the order in which the data go. */
  readonly manifests: readonly ChainFile[];
  /** Category shares wave by wave, with the breaks between them. */
  readonly series?: readonly SeriesRow[];
  /** Funnels of clusters, in the language of the book. */
  readonly funnels?: readonly DrawnFunnel[];
  /** Absent where there is no synthetic wave to print it for. */
  readonly coverage?: CoverageStudy;
}
