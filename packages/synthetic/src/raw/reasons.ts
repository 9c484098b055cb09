import type { Random } from '../random/random.ts';
import type { RawRespondent } from './respondent.ts';

/** 1 work, 2 business, 3 following family, 4 marriage, 6 kin, 12 care of a child, 13 other. */
const reasons = ['1', '2', '3', '4', '6', '12', '13'];
const reasonShares = [60, 20, 11, 3, 2, 2, 2];

/** Reason of migration, by the codes of the later waves. */
export const reasonOfMigration = (_: RawRespondent, random: Random): string =>
  reasons[random.weighted(reasonShares)] as string;
