import type { CodeList } from '../code-list.ts';
import * as employment from './employment.ts';
import * as mobility from './mobility.ts';
import * as person from './person.ts';
import { province, region } from './province.ts';
import * as services from './services.ts';

/** Every code list of the package, by its id. */
export const codeLists: Readonly<Record<string, CodeList>> = Object.fromEntries(
  [
    ...Object.values(person),
    ...Object.values(mobility),
    ...Object.values(employment),
    ...Object.values(services),
    province,
    region,
  ].map((list) => [list.id, list]),
);
