import type { ComparisonRow, EstimateRow, ManifestWave, PublishedValue } from '@wavebook/schema';

/** What the charts of a chapter are drawn from: its estimates and comparisons, the waves, and figures of other sources. */
export interface ChartEvidence {
  readonly rows: readonly EstimateRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly waves: readonly ManifestWave[];
  readonly published: readonly PublishedValue[];
}
