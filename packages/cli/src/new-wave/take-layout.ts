import { layoutFits } from '@wavebook/harmonise/draft';
import { type Codebook, isUsableOnRealFile, layoutSignature } from '@wavebook/schema';
import { codebooks, recogniseLayout } from '@wavebook/schema/codebooks';
import { DataError, type ReadTable } from '@wavebook/tables';
import type { NewWaveRequest } from './request.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Whether a file can be read by a known codebook alone: it has usable columns for what every estimate needs. */
const isEnough = (codebook: Codebook): boolean =>
  ['province', 'survey_weight'].every((variable) =>
    codebook.respondent.some((mapping) => mapping.variable === variable && isUsableOnRealFile(mapping)),
  );

/** A baseline asks a choice of the designed questions, under names that no other file has by chance. */
const designedFrom = 0.6;

/** The designed layout of a baseline, if the file has it. */
function designedLayout(instrument: string, wave: string, info: ReadTable['info']): Codebook | undefined {
  const fit = layoutFits(info.variables.map(({ name }) => name)).find(
    ({ codebook }) => codebook.instrument === instrument && codebook.wave === wave,
  );
  return fit && fit.score >= designedFrom && isEnough(fit.codebook) ? fit.codebook : undefined;
}

/** The known codebook that a file is read by, undefined if it needs one of its own; and what speaks against taking it for what it seems. */
export function takeLayout(
  { file, instrument, wave, draft }: NewWaveRequest,
  { info }: ReadTable,
): { known: Codebook | undefined; warnings: readonly string[] } {
  const { best, warnings } = recogniseLayout(
    info.variables.map(({ name }) => name),
    { rows: info.rows, wave, fileName: file },
  );
  if (instrument.startsWith('baseline'))
    return { known: draft ? undefined : designedLayout(instrument, wave, info), warnings: [] };
  const said = warnings
    .filter(({ code }) => best && code !== 'wave_differs')
    .map(({ message }) => message.en);
  if (!best || draft) return { known: undefined, warnings: said };
  const { codebook } = best;
  if (codebook.instrument !== instrument || codebook.wave !== wave)
    throw new DataError(
      `${file}: came in as ${instrument} ${wave}, but its columns are those of ${codebook.name} (${percent(best.score)} of the ${layoutSignature(codebook).length} that tell it): ages and lengths of stay would be counted to the wrong year and questions be misread. Give --instrument ${codebook.instrument} --wave ${codebook.wave}; or, if it truly is another wave in the same layout, add --draft and check the month of interview`,
    );
  return { known: isEnough(codebook) ? codebooks[codebook.name] : undefined, warnings: said };
}
