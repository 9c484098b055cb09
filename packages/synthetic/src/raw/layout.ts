import type { Wave } from '../population/waves.ts';
import type { Random } from '../random/random.ts';
import { layout2011 } from './layout-2011.ts';
import { layout2012 } from './layout-2012.ts';
import { layout2013 } from './layout-2013.ts';
import { layout2014 } from './layout-2014.ts';
import { layout2015 } from './layout-2015.ts';
import { layout2016 } from './layout-2016.ts';
import { layout2017 } from './layout-2017.ts';
import { layout2018 } from './layout-2018.ts';
import type { RawEncoding, RawFormat } from './raw-format.ts';
import type { RawRespondent } from './respondent.ts';

/** What a wave's file looks like beyond its codebook. */
export interface Layout {
  readonly fileName: string;
  readonly format: RawFormat;
  readonly encoding: RawEncoding;
  /** The header as it stands in the file. */
  header(name: string): string;
  /** Identifier of the respondent in data row `row` (from 1). */
  identifier(respondent: RawRespondent, row: number): string;
  /** How the province of interview is written. */
  readonly provinceAs: 'name' | 'code';
  /** The share of prefecture names with blanks before or behind them. */
  readonly blanksAroundPlaces: number;
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

export const layouts: Readonly<Record<Wave, Layout>> = {
  '2011': layout2011,
  '2012': layout2012,
  '2013': layout2013,
  '2014': layout2014,
  '2015': layout2015,
  '2016': layout2016,
  '2017': layout2017,
  '2018': layout2018,
};
