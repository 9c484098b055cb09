import { mutated, sourceOf } from './mutation.ts';
import { mutations } from './mutations.ts';

console.log(mutations.length);
for (const m of mutations)
  try {
    mutated(m, sourceOf(m));
  } catch (e) {
    console.log(m.file, (e as Error).message);
  }
