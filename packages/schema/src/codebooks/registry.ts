import type { Codebook } from '../codebook.ts';
import { monitoring2011 } from './monitoring-2011.ts';
import { monitoring2012 } from './monitoring-2012.ts';
import { monitoring2013 } from './monitoring-2013.ts';
import { monitoring2014 } from './monitoring-2014.ts';
import { monitoring2015 } from './monitoring-2015.ts';
import { monitoring2016 } from './monitoring-2016.ts';
import { monitoring2017 } from './monitoring-2017.ts';
import { monitoring2018 } from './monitoring-2018.ts';

/** Every known layout, by name. */
export const codebooks: Readonly<Record<string, Codebook>> = Object.fromEntries(
  [
    monitoring2011,
    monitoring2012,
    monitoring2013,
    monitoring2014,
    monitoring2015,
    monitoring2016,
    monitoring2017,
    monitoring2018,
  ].map((codebook) => [codebook.name, codebook]),
);
