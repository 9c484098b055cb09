import type { ChartText } from '../chart-text.ts';
import { ink } from '../palette.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { words } from '../words.ts';
import { type KeyItem, key } from './key.ts';
import { ruleLayer } from './rule-layer.ts';
import { textLayer } from './text-layer.ts';

export interface FrameOptions {
  text: ChartText;
  sizes: Measures;
  /** Room for category labels, left of the plot. */
  gutter: number;
  plotWidth: number;
  plotHeight: number;
  /** Heads of the columns of numbers, right-aligned at `x` pixels from the left of the plot. */
  columnHeads: { label: string; x: number }[];
  /** Below the plot. */
  axisTitle?: string;
  /** Above the plot, where a vertical axis is named. */
  plotTitle?: string;
  keyItems: readonly KeyItem[];
  /** Room for the key; by default the width of the plot. */
  keyWidth?: number;
  /** Room for what hangs above the plot and is drawn by the builder. */
  abovePlot?: number;
  /** Room for what hangs below the plot; by default one row of axis labels. */
  belowPlot?: number;
}

export interface Frame {
  padding: { left: number; right: number; top: number; bottom: number };
  layers: Layer[];
}

const axisLabelsHeight = 22;
const aboveFooter = 12;

/**
 * Headline, subtitle, key and heads above the plot; axis title, notes and source below it. Every place is computed
 * from measured text, so the outer size is exact and nothing runs into anything.
 */
export function frame(options: FrameOptions): Frame {
  const { text, sizes, gutter, plotWidth, plotHeight } = options;
  const contentWidth = sizes.width - 2 * sizes.margin;
  const left = -gutter;
  const header = headerLayers(options, left, contentWidth);
  const footer = footerLayers(text, sizes, left, contentWidth);
  const belowPlot = options.belowPlot ?? axisLabelsHeight;
  const axisTitle = wrapText(latinMarks(options.axisTitle ?? '', text.lang), sizes.small, plotWidth);
  const axisHeight = belowPlot + axisTitle.length * sizes.small.lineHeight;
  const titleStyle = { font: sizes.small, align: 'center', colour: ink.quiet } as const;
  const layers = [
    ...header.draw(-header.height),
    ...(axisTitle.length > 0
      ? [textLayer({ lines: axisTitle, x: plotWidth / 2, top: plotHeight + belowPlot, ...titleStyle })]
      : []),
    ...footer.draw(plotHeight + axisHeight + aboveFooter),
  ];
  return {
    padding: {
      left: sizes.margin + gutter,
      right: sizes.width - sizes.margin - gutter - plotWidth,
      top: Math.ceil(sizes.margin + header.height),
      bottom: Math.ceil(axisHeight + aboveFooter + footer.height + sizes.margin),
    },
    layers,
  };
}

interface Block {
  height: number;
  draw: (top: number) => Layer[];
}

function headerLayers(options: FrameOptions, left: number, width: number): Block {
  const { text, sizes, gutter, plotWidth, columnHeads } = options;
  const tag = syntheticTag(text, sizes, left + width);
  const headlineWidth = width - (tag === undefined ? 0 : tag.width + 14);
  const headline = wrapText(latinMarks(text.headline, text.lang), sizes.headline, headlineWidth, {
    balance: true,
  });
  const subtitle = wrapText(latinMarks(text.subtitle, text.lang), sizes.subtitle, width);
  const keyBlock = key(options.keyItems, options.keyWidth ?? gutter + plotWidth - 12, sizes, text.lang);
  const headsHeight = columnHeads.length > 0 ? sizes.small.lineHeight + 2 : 0;
  const subtitleTop = headline.length * sizes.headline.lineHeight + 3;
  const lowerTop = subtitleTop + subtitle.length * sizes.subtitle.lineHeight + 10;
  const lowerHeight = Math.max(keyBlock.height, headsHeight);
  const plotTitle = wrapText(latinMarks(options.plotTitle ?? '', text.lang), sizes.small, width);
  const plotTitleTop = lowerTop + lowerHeight + (plotTitle.length > 0 && lowerHeight > 0 ? 6 : 0);
  const height = plotTitleTop + plotTitle.length * sizes.small.lineHeight + 7 + (options.abovePlot ?? 0);
  const draw = (top: number) => [
    textLayer({ lines: headline, x: left, top, font: sizes.headline, colour: ink.title }),
    textLayer({
      lines: subtitle,
      x: left,
      top: top + subtitleTop,
      font: sizes.subtitle,
      colour: ink.quiet,
    }),
    ...(tag?.draw(top) ?? []),
    ...keyBlock.draw(left, top + lowerTop + lowerHeight - keyBlock.height),
    ...columnHeads.map(({ label, x }) =>
      textLayer({
        lines: [label],
        x,
        top: top + lowerTop + lowerHeight - headsHeight + 1,
        font: sizes.small,
        align: 'right',
        colour: ink.quiet,
      }),
    ),
    ...(plotTitle.length > 0
      ? [
          textLayer({
            lines: plotTitle,
            x: left,
            top: top + plotTitleTop,
            font: sizes.small,
            colour: ink.quiet,
          }),
        ]
      : []),
  ];
  return { height, draw };
}

/** An outlined mark at the upper right of a chart of made-up data. */
function syntheticTag(text: ChartText, sizes: Measures, right: number) {
  if (!text.synthetic) return undefined;
  const font = sizes.small;
  const label = words[text.lang].synthetic;
  const width = textWidth(label, font) + 14;
  const height = font.lineHeight + 4;
  const draw = (above: number): Layer[] => {
    const top = above + (sizes.headline.lineHeight - height) / 2;
    const middle = { x: right - width / 2, y: top + height / 2 };
    return [
      {
        data: { values: [{}] },
        encoding: {},
        mark: {
          type: 'rect',
          ...middle,
          width,
          height,
          cornerRadius: 3,
          fill: ink.paper,
          stroke: ink.reference,
          strokeWidth: 1,
        },
      },
      textLayer({ lines: [label], x: middle.x, top: top + 2, font, align: 'center', colour: ink.reference }),
    ];
  };
  return { width, draw };
}

function footerLayers(text: ChartText, sizes: Measures, left: number, width: number): Block {
  const font = sizes.small;
  const { notes, source, base } = words[text.lang];
  const told = text.n === undefined ? text.notes : [base(text.n.toLocaleString('en-US')), ...text.notes];
  const entries = [
    ...told.map((note, index) => ({ name: notes, shown: index === 0, body: note })),
    { name: source, shown: true, body: text.source },
  ]
    .filter(({ body }) => body.trim() !== '')
    .map((entry) => {
      const indent = textWidth(entry.name, font);
      return { ...entry, indent, lines: wrapText(latinMarks(entry.body, text.lang), font, width - indent) };
    });
  const spacing = 2;
  const height = 8 + entries.reduce((sum, { lines }) => sum + lines.length * font.lineHeight + spacing, 0);
  const draw = (top: number) => {
    const rule = ruleLayer({ x: left, x2: left + width, y: top, y2: top, colour: ink.rule, strokeWidth: 1 });
    let y = top + 8;
    const paragraphs = entries.flatMap(({ name, shown, lines, indent }) => {
      const at = y;
      y += lines.length * font.lineHeight + spacing;
      const style = { top: at, font, colour: ink.quiet };
      const body = textLayer({ lines, x: left + indent, ...style });
      return shown ? [textLayer({ lines: [name.trimEnd()], x: left, ...style }), body] : [body];
    });
    return [rule, ...paragraphs];
  };
  return { height, draw };
}
