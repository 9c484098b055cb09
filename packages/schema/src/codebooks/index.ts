export {
  type LayoutMatch,
  type LayoutRecognition,
  type LayoutWarning,
  recognisedFrom,
  recogniseLayout,
} from '../recognise-layout.ts';
export {
  type Crosswalk,
  type CrosswalkRow,
  crosswalk,
  printCrosswalk,
} from './crosswalk.ts';
export { type CrosswalkCell, crosswalkCell } from './crosswalk-cell.ts';
export { baselineMissing, designedCodebooks } from './designed.ts';
export { codebooks } from './registry.ts';
export { type Source, type SourceKind, sourceKeys, sourceLabel, sources } from './sources.ts';
export { type SpecialFile, specialFiles } from './special-files.ts';
