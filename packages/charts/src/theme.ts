import { ink } from './palette.ts';
import type { ChartConfig } from './vega-lite.ts';

/** The font families of a chart, the first of them ours, the rest for readers who open the SVG without it. */
const fontFamily = '"Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/** The house theme. White paper, hairline grid, no tick marks, no frame around the plot. */
export const theme: ChartConfig = {
  aria: false,
  background: ink.paper,
  font: fontFamily,
  view: { stroke: null },
  axis: {
    domain: false,
    ticks: false,
    gridColor: ink.grid,
    gridWidth: 1,
    labelColor: ink.quiet,
    labelFontSize: 11,
    labelFontWeight: 400,
    labelPadding: 6,
    titleColor: ink.text,
    titleFontSize: 11,
    titleFontWeight: 400,
    titlePadding: 8,
  },
  legend: { disable: true },
  text: { color: ink.text, fontSize: 12, fontWeight: 400 },
};
