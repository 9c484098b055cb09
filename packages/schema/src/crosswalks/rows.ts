import type { Confidence } from '../confidence.ts';
import type { CodeCrosswalk, CodeCrosswalkRow } from './code-crosswalk.ts';

/** A row as it is written down: from, to, match, note. */
export type Row = readonly [from: string, to: string | null, match: CodeCrosswalkRow['match'], note?: string];

/** A crosswalk named `<from>_to_<to>`, with one confidence for all its rows. */
export function crosswalk(
  from: string,
  to: string,
  confidence: Confidence,
  rows: readonly Row[],
): CodeCrosswalk {
  const codes = rows.map(([code]) => code);
  return {
    id: `${from}_to_${to}`,
    from,
    to,
    recodes: new Set(codes).size === codes.length,
    rows: rows.map(([code, target, match, note]) => ({
      from: code,
      to: target,
      match,
      confidence,
      ...(note === undefined ? {} : { note }),
    })),
  };
}
