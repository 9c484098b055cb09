export { attachData, type ChartRow } from './attach-data.ts';
export { type BarStackedOptions, barDiverging, barStacked } from './bar-stacked.ts';
export { type BarWithIntervalsOptions, barWithIntervals } from './bar-with-intervals.ts';
export { type ChartFiles, chartFiles } from './chart-files.ts';
export type { ChartText, Lang, Language } from './chart-text.ts';
export { type ComparatorOptions, type ComparatorSource, comparator } from './comparator.ts';
export { contrast } from './contrast.ts';
export { type DotFunnelOptions, dotFunnel, type FunnelLimit } from './dot-funnel.ts';
export { type DotWhiskerOptions, dotWhisker } from './dot-whisker.ts';
export { type DumbbellOptions, dumbbell } from './dumbbell.ts';
export { embedFont, fontFaces, withoutFont } from './embed-font.ts';
export { type HeatTableOptions, heatTable } from './heat-table.ts';
export { type LineEcdfOptions, lineEcdf } from './line-ecdf.ts';
export { type LineLorenzOptions, lineLorenz } from './line-lorenz.ts';
export { type LineTrendOptions, lineTrend, type PublishedSeries } from './line-trend.ts';
export type { NumberFormat } from './number-format.ts';
export { type OriginDestinationMatrixOptions, originDestinationMatrix } from './origin-destination-matrix.ts';
export {
  categoryColours,
  categoryDashes,
  categoryShapes,
  scaleColours,
  sequentialColours,
} from './palette.ts';
export { type Bins, niceBins } from './parts/bins.ts';
export type { EstimateFields } from './parts/estimate-fields.ts';
export type { DotGroup } from './parts/groups.ts';
export type { NumberAxis } from './parts/number-axis.ts';
export type { Reference } from './parts/reference.ts';
export type { TrendBreak } from './parts/trend-breaks.ts';
export { type ProvinceTileGridOptions, provinceTileGrid } from './province-tile-grid.ts';
export { type PyramidOptions, pyramid } from './pyramid.ts';
export { renderPdf } from './render-pdf.ts';
export { type RenderPngOptions, renderPng } from './render-png.ts';
export { type RenderSvgOptions, renderSvg } from './render-svg.ts';
export { type SlopeOptions, slope } from './slope.ts';
export { type SmallMultiplesOptions, smallMultiples } from './small-multiples.ts';
export { missingCharacters } from './text/missing-characters.ts';
export { textWidth } from './text/text-width.ts';
export { wrapText } from './text/wrap-text.ts';
export { theme } from './theme.ts';
export { type TileMultiplesOptions, tileMultiples } from './tile-multiples.ts';
export { type TornadoOptions, tornado } from './tornado.ts';
export type { ChartSpec } from './vega-lite.ts';
export type { ChartWidth } from './widths.ts';
export { withUsermeta } from './with-usermeta.ts';
