import type { Codebook } from '@wavebook/schema';
import { recognisedFrom, recogniseLayout } from '@wavebook/schema/codebooks';
import { DataError } from '@wavebook/tables';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * The codebook of a file, after making sure that the file has the layout of the wave under whose name it came in. Throws a `DataError`
 * that names the layout the columns do match: a file of 2017 handed in as 2014 would otherwise give wrong ages and wrong questions
 * without a sign.
 */
export function checkLayout(
  path: string,
  columns: Iterable<string>,
  wave: string,
  codebookName: string,
): Codebook {
  const { matches } = recogniseLayout(columns);
  const best = matches[0];
  if (!best) throw new Error('checkLayout: the schema knows no layout');
  const own = matches.find((m) => m.codebook.name === codebookName);
  if (best.score >= recognisedFrom && (best.codebook !== own?.codebook || own.codebook.wave !== wave))
    throw new DataError(
      `${path}: came in as wave ${wave} with codebook ${codebookName}${own ? ` (${percent(own.score)} of its columns)` : ', which is not known'}, but its columns are those of ${best.codebook.name} (${percent(best.score)}); give it the right wave`,
    );
  if (!own || own.score < recognisedFrom)
    throw new DataError(
      `${path}: ${own ? `has ${percent(own.score)} of the columns by which ${codebookName} is known; missing: ${own.absent.slice(0, 8).join(', ')}${own.absent.length > 8 ? ', …' : ''}` : `no codebook "${codebookName}" is known`}; nearest layout: ${best.codebook.name} (${percent(best.score)})`,
    );
  return own.codebook;
}
