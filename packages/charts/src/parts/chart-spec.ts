import type { ChartText } from '../chart-text.ts';
import { theme } from '../theme.ts';
import type { ChartSpec, Layer } from '../vega-lite.ts';
import type { ChartContract } from './contract.ts';
import type { Frame } from './frame.ts';

/** A spec of exactly the size that its frame computed, with what `attachData` must know in its `usermeta`. */
export function chartSpec(
  text: ChartText,
  { width, height }: { width: number; height: number },
  { padding }: Frame,
  contract: Omit<ChartContract, 'lang' | 'title' | 'subtitle'>,
  layer: Layer[],
): ChartSpec {
  const told: ChartContract = {
    ...contract,
    lang: text.lang,
    title: text.headline,
    subtitle: text.subtitle,
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...(text.description !== undefined && { description: text.description }),
    usermeta: { chart: told as unknown as Record<string, unknown> },
    width,
    height,
    padding,
    autosize: { type: 'none' },
    config: theme,
    layer,
  };
}
