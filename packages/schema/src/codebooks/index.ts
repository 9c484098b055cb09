import type { Codebook } from '../codebook.ts';
import { monitoring2014 } from './monitoring-2014.ts';
import { monitoring2017 } from './monitoring-2017.ts';

/** Every known layout, by name. */
export const codebooks: Readonly<Record<string, Codebook>> = {
  [monitoring2014.name]: monitoring2014,
  [monitoring2017.name]: monitoring2017,
};
