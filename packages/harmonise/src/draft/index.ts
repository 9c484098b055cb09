export { type DraftEntry, draftEntries } from './draft-entry.ts';
export { formatDraft, type WaveFacts } from './format-draft.ts';
export { knownWaves } from './known-waves.ts';
export { type CodebookProposal, proposeCodebook } from './propose-codebook.ts';
export { type ReferenceValues, referenceValues } from './reference-values.ts';
