import { codeLists } from '../code-lists/index.ts';
import { codebooks } from '../codebooks/index.ts';
import { allIndicators, indicatorsByTopic } from '../indicators/index.ts';
import { instruments } from '../instruments/index.ts';
import { rowFormats } from '../row-formats.ts';
import type { Contract } from './contract.ts';
import { describeContract } from './describe-contract.ts';

/** The contract of this copy of the package, under the given version number. */
export function currentContract(version: string): Contract {
  const chapters = Object.values(indicatorsByTopic).flat();
  const ids = new Set(chapters.map(({ id }) => id));
  return describeContract(version, {
    instruments: Object.values(instruments),
    codeLists,
    indicators: [...chapters, ...allIndicators.filter(({ id }) => !ids.has(id))],
    rows: rowFormats,
    codebooks: Object.values(codebooks),
  });
}
