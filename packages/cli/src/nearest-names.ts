export { nearestNames } from '@wavebook/harmonise/nearest-names';
