import { UsageError } from '../usage-error.ts';

/** What `wavebook export` was asked for. */
export interface ExportRequest {
  readonly instrument: string;
  readonly waves: readonly string[];
  readonly stage: 'clean' | 'weighted';
  readonly records: 'members' | 'respondents';
  readonly format: 'csv' | 'dta' | 'parquet' | 'sav';
  readonly lang: 'en' | 'zh';
  readonly out: string;
}

/** The request of a command line whose choices were checked. @throws UsageError for waves that are none or come twice. */
export function exportRequest(options: Readonly<Record<string, string>>): ExportRequest {
  const { instrument, wave, stage, records, format, lang, out } = options as Record<
    'format' | 'instrument' | 'lang' | 'out' | 'records' | 'stage' | 'wave',
    string
  >;
  const waves = wave.split(',').map((name) => name.trim());
  const twice = waves.find((name, i) => waves.indexOf(name) !== i);
  if (waves.includes('') || twice !== undefined)
    throw new UsageError(`--wave: expected waves by commas, each once; got "${wave}"`);
  if (out.trim() === '') throw new UsageError('--out: expected the name of the file to write; got none');
  return {
    instrument,
    waves,
    stage: stage as ExportRequest['stage'],
    records: records as ExportRequest['records'],
    format: format as ExportRequest['format'],
    lang: lang as ExportRequest['lang'],
    out,
  };
}
