import { layoutSignature } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { expect, test } from 'vitest';
import { layoutFits } from '../../src/draft/index.ts';

test('a file whose names are all in another case is nearest to the layout that it is, of whose names it has none', () => {
  const codebook = codebooks['monitoring-2014'] as (typeof codebooks)[string];
  const [best] = layoutFits(layoutSignature(codebook).map((name) => name.toUpperCase()));
  expect(best).toMatchObject({ codebook: { name: 'monitoring-2014' }, score: 0, missing: [] });
  expect(best?.renamed).toHaveLength(best?.telling ?? 0);
});
