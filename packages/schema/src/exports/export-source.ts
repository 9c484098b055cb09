import type { CodeList } from '../code-list.ts';
import { codeLists } from '../code-lists/index.ts';
import type { Codebook } from '../codebook.ts';
import { codebooks } from '../codebooks/index.ts';
import type { Indicator } from '../indicator.ts';
import type { IndicatorDefinition } from '../indicator-definition.ts';
import { allIndicators, indicatorsByTopic } from '../indicators/index.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { instruments } from '../instruments/index.ts';
import { type RowFormat, rowFormats } from '../row-formats.ts';

/** What exports are made from. `indicators` are those that have estimates, `definitions` the whole list. */
export interface ExportSource {
  readonly instruments: readonly InstrumentDefinition[];
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly codebooks: readonly Codebook[];
  readonly indicators: readonly Indicator[];
  readonly definitions: readonly IndicatorDefinition[];
  readonly rowFormats: Readonly<Record<string, RowFormat>>;
}

/** Everything that the package knows. */
export const packageSource: ExportSource = {
  instruments: Object.values(instruments),
  codeLists,
  codebooks: Object.values(codebooks),
  indicators: Object.values(indicatorsByTopic).flat(),
  definitions: allIndicators,
  rowFormats,
};
