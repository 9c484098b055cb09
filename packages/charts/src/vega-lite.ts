/** The one module that knows vega-lite: its types and its compiler. */
import type { Spec } from 'vega';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import type { Field } from 'vega-lite/types_unstable/channeldef.js';
import type { LayerSpec, TopLevel, UnitSpec } from 'vega-lite/types_unstable/spec/index.js';

export type { Transform } from 'vega-lite/types_unstable/transform.js';
export type ChartConfig = Config;
export type Layer = LayerSpec<Field> | UnitSpec<Field>;
/** A layered vega-lite spec. */
export type ChartSpec = TopLevel<LayerSpec<Field>>;

/** Compiles to vega; whatever the compiler warns of is handed to `warn`. @internal */
export function compileSpec(spec: ChartSpec, warn: (message: string) => void): Spec {
  let level = 0;
  const logger = {
    level(value?: number) {
      if (value === undefined) return level;
      level = value;
      return logger;
    },
    error(...args: readonly unknown[]) {
      warn(args.join(' '));
      return logger;
    },
    warn(...args: readonly unknown[]) {
      warn(args.join(' '));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  type Options = NonNullable<Parameters<typeof compile>[1]>;
  // vega overloads level(), which no literal can
  return compile(spec as TopLevelSpec, { logger: logger as unknown as NonNullable<Options['logger']> }).spec;
}
