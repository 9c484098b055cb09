/** Formats of raw files: `zip` and `gz` hold the CSV file. */
export const rawFormats = ['arrow', 'csv', 'dta', 'gz', 'parquet', 'sav', 'xlsx', 'zip'] as const;
export type RawFormat = (typeof rawFormats)[number];

export type RawEncoding = 'gb18030' | 'utf-8';

/** The name of a file in another format. */
export const namedAs = (fileName: string, format: RawFormat): string =>
  `${fileName.replace(/\.[a-z]+$/, '')}${format === 'gz' ? '.csv.gz' : `.${format}`}`;
