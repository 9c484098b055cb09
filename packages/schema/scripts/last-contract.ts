import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Contract,
  type ContractChange,
  compareContracts,
  currentContract,
  renames,
} from '../src/contract/index.ts';
import { rewordings } from './rewordings.ts';

const folder = join(import.meta.dirname, '../contract');

/** Every released contract, from the first version to the last. */
export function releasedContracts(): Contract[] {
  const order = (version: string): number =>
    version.split('.').reduce((sum, part) => sum * 100_000 + Number(part), 0);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => Contract.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    .sort((a, b) => order(a.version) - order(b.version));
}

/** The contract of the last release. */
export function lastContract(): Contract {
  const last = releasedContracts().at(-1);
  if (!last)
    throw new Error('lastContract: expected a file in contract/; got none; run check-contract --write');
  return last;
}

/** What changed in this copy of the package since a release. */
export function changesSinceRelease(last: Contract): ContractChange[] {
  return compareContracts(last, currentContract(last.version), { renames, rewordings });
}
