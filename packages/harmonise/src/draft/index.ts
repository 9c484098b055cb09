export { neededVariables } from '../own-codebook/check-meaning.ts';
export { type ColumnProfile, type Level, profileColumn, quantileOf } from './column-profile.ts';
export { type DraftEntry, draftEntries } from './draft-entry.ts';
export { formatDraft, type WaveFacts } from './format-draft.ts';
export { knownWaves } from './known-waves.ts';
export { type LayoutFit, layoutFits } from './layout-fits.ts';
export { missingCodesOf } from './missing-codes.ts';
export { type CodebookProposal, proposeCodebook } from './propose-codebook.ts';
export { type ReferenceValues, referenceValues } from './reference-values.ts';
