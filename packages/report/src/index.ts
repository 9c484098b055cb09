export {
  type BookChapter,
  type BookData,
  type BookWave,
  type ChainFile,
  CoverageStudy,
  type QualityWave,
} from './book/book-data.ts';
export { bookDocument } from './book/book-document.ts';
export {
  type DocumentPageOptions,
  documentPage,
  type PageTrace,
  type TraceGroup,
} from './book/document-page.ts';
export { bookPage } from './book/page.ts';
export { drawFunnels } from './book/quality/draw-funnels.ts';
export { surveyQuality } from './book/quality/survey-quality.ts';
export { bookTables } from './book/tables.ts';
export { bookWord } from './book/word.ts';
export { type Chapter, ChapterFile } from './chapter.ts';
export type { ChartEvidence } from './chart-evidence.ts';
export { type ChartMark, type ChartPlan, chartMarks, chartName } from './chart-plan.ts';
export { allBlocks, type Block, type Card, type Figure, type Run, tablesOf } from './document/block.ts';
export { type DocumentHtmlOptions, documentHtml } from './document/to-html.ts';
export { type WordDocumentOptions, wordDocument } from './document/word-document.ts';
export { drawBreakdown } from './draw-breakdown.ts';
export { drawChapter, type WriteFile } from './draw-chapter.ts';
export { drawTrend } from './draw-trend.ts';
export type { DrawnChart } from './drawn-chart.ts';
export { drawFigure, latestWave } from './figures/draw-figure.ts';
export { type FigureFiles, type FormatRows, figureFiles } from './figures/figure-files.ts';
export type { FigureSource } from './figures/figure-source.ts';
export { fittingMarks } from './figures/fitting-marks.ts';
export {
  countCell,
  estimateCell,
  figureCell,
  intervalCell,
  numberCell,
  percentCell,
  textCell,
} from './table/estimate-cells.ts';
export { sameInBoth, type Table, type TableCell, type TableColumn, type TableRow } from './table/table.ts';
export { tableCsv } from './table/to-csv.ts';
export { type TableHtmlOptions, tableHtml } from './table/to-html.ts';
export { tableMarkdown } from './table/to-markdown.ts';
export { type TableGroup, type WorkbookOptions, workbook } from './table/workbook.ts';
export type { ChainLink, LinkState, Trace, TracedFigure } from './trace/trace.ts';
export { traceData } from './trace/trace-json.ts';
export { type TraceTextOptions, traceText } from './trace/trace-text.ts';
export { changeSentence } from './words/findings/change-sentence.ts';
export { composeFinding, type Finding } from './words/findings/compose.ts';
export type { FindingPlan, SentencePlan, Theme } from './words/findings/plan.ts';
export { trendHeadline } from './words/headline.ts';
export { syntheticNotice } from './words/notes.ts';
export { decimalsOf, figureInWords } from './words/number.ts';
