import { basename } from 'node:path';
import {
  type CodebookProposal,
  type DraftEntry,
  draftEntries,
  formatDraft,
  knownWaves,
  proposeCodebook,
  referenceValues,
} from '@wavebook/harmonise/draft';
import { codebooks, designedCodebooks } from '@wavebook/schema/codebooks';
import { DataError, type ReadTable } from '@wavebook/tables';
import type { NewWaveRequest } from './request.ts';

/** A draft codebook: its text, and what stands in it. */
export interface Draft {
  readonly text: string;
  readonly proposal: CodebookProposal;
  readonly entries: readonly DraftEntry[];
  readonly interview: { readonly year: number; readonly month: number };
  readonly ages: readonly [from: number, to: number | null];
}

const usualMonth = 5;

/** Drafts the codebook of a file from the known layouts and what their synthetic waves hold. */
export async function draftCodebook(
  root: string,
  request: NewWaveRequest,
  { table }: ReadTable,
  second: ReadTable | undefined,
): Promise<Draft> {
  const { instrument, wave, file } = request;
  const known = { ...codebooks, ...designedCodebooks };
  const references = referenceValues(await knownWaves(root, instrument, known));
  const proposal = proposeCodebook(table, {
    instrument,
    wave,
    codebooks: Object.values(known),
    references,
    ...(second ? { second: second.table } : {}),
  });
  if (proposal.chosen.length === 0 && !request.draft)
    throw new DataError(
      `${file}: none of its ${table.columns.size} columns could be told to be a question of ${instrument}: no name, label or answer is that of a known layout. wavebook inspect shows what it holds; --draft writes a codebook to be filled in by hand all the same`,
    );
  const entries = draftEntries(proposal, references);
  const interview = request.interview ?? { year: Number(wave.slice(0, 4)), month: usualMonth };
  const ages = request.ages ?? proposal.nearest?.age_window ?? [15, null];
  const text = formatDraft(proposal, entries, {
    fileName: basename(file),
    interview: { ...interview, told: request.interview !== undefined },
    ages: { from: ages[0], to: ages[1], told: request.ages !== undefined },
  });
  return { text, proposal, entries, interview, ages };
}
