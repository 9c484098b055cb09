import { type Mutation, mutationsOf } from './mutation.ts';
import { calibration } from './mutations/calibration.ts';
import { change } from './mutations/change.ts';
import { design } from './mutations/design.ts';
import { distributions } from './mutations/distributions.ts';
import { estimates } from './mutations/estimates.ts';
import { hypothesisTests } from './mutations/hypothesis-tests.ts';
import { linearised } from './mutations/linearised.ts';
import { models } from './mutations/models.ts';
import { quality } from './mutations/quality.ts';
import { replication } from './mutations/replication.ts';
import { weights } from './mutations/weights.ts';

/** Every formula that is broken in turn. */
export const mutations: readonly Mutation[] = mutationsOf([
  ...design,
  ...estimates,
  ...linearised,
  ...calibration,
  ...weights,
  ...replication,
  ...models,
  ...hypothesisTests,
  ...change,
  ...quality,
  ...distributions,
]);
