import type { Wave } from '../population/waves.ts';
import type { Random } from '../random/random.ts';
import { layout2014 } from './layout-2014.ts';
import { layout2017 } from './layout-2017.ts';
import type { RawRespondent } from './respondent.ts';

/** What a wave's file looks like beyond its codebook. */
export interface Layout {
  readonly fileName: string;
  readonly encoding: 'gb18030' | 'utf-8';
  /** The header as it stands in the file. */
  header(name: string): string;
  /** Identifier of the respondent in data row `row` (from 1). */
  identifier(respondent: RawRespondent, row: number): string;
  /** Variables whose cells hold the Chinese label, padded, instead of the code. */
  readonly labelled: ReadonlySet<string>;
  /** Columns that no codebook maps; `after` names the raw column or group behind which they stand. */
  readonly extras: readonly ExtraColumn[];
}

export interface ExtraColumn {
  readonly name: string;
  readonly after: 'places' | 'roster' | 'answers';
  cell(respondent: RawRespondent, random: Random): string;
}

export const layouts: Readonly<Record<Wave, Layout>> = { '2014': layout2014, '2017': layout2017 };
