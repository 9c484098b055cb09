export { type Crosswalk, type CrosswalkCell, type CrosswalkRow, crosswalk, printCrosswalk } from './crosswalk.ts';
export {
  type LayoutMatch,
  type LayoutRecognition,
  type LayoutWarning,
  recogniseLayout,
  recognisedFrom,
} from '../recognise-layout.ts';
export { codebooks } from './registry.ts';
export { type Source, type SourceKind, sourceKeys, sourceLabel, sources } from './sources.ts';
export { type SpecialFile, specialFiles } from './special-files.ts';
