import type {
  ComparisonRow,
  EstimateRow,
  IndicatorDefinition,
  Label,
  ManifestWave,
  ProgrammeFigure,
  ProgrammeStatus,
  WeightDiagnostics,
} from '@wavebook/schema';

/** Whether a file of the chain is still what the chain says: the hash of the file on this machine against the recorded one. */
export type LinkState = 'unchanged' | 'changed' | 'absent';

/** A file on the way from a number back to the raw file: what it is, the hash that the next one recorded, and whether it still holds. */
export interface ChainLink {
  readonly what: 'book' | 'chart' | 'estimates' | 'manifest' | 'raw';
  readonly path: string;
  readonly sha256: string;
  readonly state: LinkState;
}

/** A chart of the book and the estimates that it shows. */
export interface TracedFigure {
  readonly name: string;
  readonly topic: string;
  readonly headline: { readonly zh: string; readonly en: string };
  readonly estimates: readonly string[];
}

/** What leads from a number, or a figure, back to the raw file. */
export interface Trace {
  readonly id: string;
  readonly figure?: TracedFigure;
  /** A difference between waves or groups, with its test. */
  readonly comparison?: ComparisonRow;
  /** A number of the programme that is made from several groups or waves. */
  readonly programme?: ProgrammeFigure;
  /** The status of an indicator of a results framework. */
  readonly status?: ProgrammeStatus;
  /** The number, the numbers of the figure, those that the comparison compares, or the one that the status rests on. */
  readonly rows: readonly EstimateRow[];
  /** Numbers of the programme that a figure shows beside `rows`. */
  readonly programmeRows?: readonly ProgrammeFigure[];
  /** Absent where the number is of no indicator of the list. */
  readonly indicator?: IndicatorDefinition;
  /** What the number counts, where it is of no indicator: a quantity of the programme, or the answers to a question. */
  readonly counted?: { readonly name: string; readonly label: Label; readonly definition: Label };
  readonly waves: readonly { readonly wave: ManifestWave; readonly weights: WeightDiagnostics }[];
  readonly chain: readonly ChainLink[];
}
