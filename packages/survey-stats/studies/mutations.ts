import { type Mutation, mutationsOf } from './mutation.ts';
import { design } from './mutations/design.ts';
import { estimation } from './mutations/estimation.ts';
import { inference } from './mutations/inference.ts';
import { replication } from './mutations/replication.ts';
import { weighting } from './mutations/weighting.ts';

/** Every formula that is broken in turn. */
export const mutations: readonly Mutation[] = mutationsOf([
  ...design,
  ...estimation,
  ...weighting,
  ...replication,
  ...inference,
]);
