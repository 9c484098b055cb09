import type { CodeList } from '../code-list.ts';
import { cityCluster } from './city-cluster.ts';
import * as employment from './employment.ts';
import * as enterprise from './enterprise.ts';
import * as health from './health.ts';
import * as living from './living.ts';
import { migrantType } from './migrant-type.ts';
import * as mobility from './mobility.ts';
import * as person from './person.ts';
import { province, region, regionThree } from './province.ts';
import { publicHealthService } from './public-health-service.ts';
import * as services from './services.ts';
import * as settlement from './settlement.ts';
import * as standards from './standards.ts';
import * as work from './work.ts';

const byId = (a: CodeList, b: CodeList): number => (a.id < b.id ? -1 : 1);

/** Every code list of the package, by its id and in the order of ids. */
export const codeLists: Readonly<Record<string, CodeList>> = Object.fromEntries(
  [
    ...Object.values(person),
    ...Object.values(mobility),
    ...Object.values(employment),
    ...Object.values(services),
    ...Object.values(settlement),
    ...Object.values(work),
    ...Object.values(health),
    ...Object.values(living),
    ...Object.values(enterprise),
    ...Object.values(standards),
    publicHealthService,
    cityCluster,
    migrantType,
    province,
    region,
    regionThree,
  ]
    .sort(byId)
    .map((list) => [list.id, list]),
);
