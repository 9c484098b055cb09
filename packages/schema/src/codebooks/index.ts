import type { Codebook } from '../codebook.ts';
import { monitoring2011 } from './monitoring-2011.ts';
import { monitoring2014 } from './monitoring-2014.ts';
import { monitoring2016 } from './monitoring-2016.ts';
import { monitoring2017 } from './monitoring-2017.ts';

/** Every known layout, by name. */
export const codebooks: Readonly<Record<string, Codebook>> = Object.fromEntries(
  [monitoring2011, monitoring2014, monitoring2016, monitoring2017].map((codebook) => [
    codebook.name,
    codebook,
  ]),
);
