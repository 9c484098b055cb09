import type { HarmonisedWave } from '@wavebook/harmonise';
import { reasonCodes } from '@wavebook/harmonise';
import type { Issue, PlaceMatching } from '@wavebook/schema';

const places = ['province', 'prefecture', 'hukou_province'];
const unmatchedCodes: ReadonlySet<string> = new Set(['unknown_province', 'unknown_place', 'garbled_text']);
const missing = reasonCodes.indexOf('missing');
const notAsked = reasonCodes.indexOf('not_asked');

/** How many names of places were given in the raw file, and how many of them no list knows. */
export const placeMatching = (
  { respondents, rawColumns }: HarmonisedWave,
  issues: readonly Issue[],
): PlaceMatching[] =>
  places.flatMap((variable) => {
    const cells = respondents.get(variable);
    if (!cells || !rawColumns.has(variable)) return [];
    let given = 0;
    for (const reason of cells.reasons) if (reason !== missing && reason !== notAsked) given += 1;
    if (given === 0) return [];
    const unmatched = issues.filter((i) => i.variable === variable && unmatchedCodes.has(i.code)).length;
    return [{ variable, given, unmatched, share: Math.min(1, unmatched / given) }];
  });
