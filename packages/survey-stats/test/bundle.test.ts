import { describe, expect, it } from 'vitest';
import { bundle } from '../scripts/bundle.ts';
import { BUNDLE_LIMITS, EVERYTHING, MEAN_ALONE } from '../scripts/bundle-limits.ts';

describe('a bundle for browsers', () => {
  it.each(BUNDLE_LIMITS.map(({ name, module, limit }) => [name, module, limit] as const))(
    'of %s needs nothing of Node and stays below its limit',
    async (_, module, limit) => {
      const { text, bytes } = await bundle(module);
      const ofNode = /["']node:|\brequire\(|\bprocess\.|\bBuffer\b/.exec(text);
      expect(ofNode?.[0]).toBeUndefined();
      expect(bytes).toBeLessThan(limit);
      expect(bytes, 'the limit is near what it limits').toBeGreaterThan(0.7 * limit);
    },
  );

  it('has only what is used: no models, tests, calibration or matrices beside a mean', async () => {
    const [mean, everything] = await Promise.all([bundle(MEAN_ALONE.module), bundle(EVERYTHING.module)]);
    const unused = /src\/(models|hypothesis-tests|change|quality|weighting\/(rake|calibrate))|ml-matrix/;
    expect(everything.files.filter((file) => unused.test(file)).length).toBeGreaterThan(20);
    expect(mean.files.filter((file) => unused.test(file))).toEqual([]);
    expect(mean.bytes).toBeLessThan(everything.bytes / 4);
  });

  it('cannot be made of a module that needs Node', async () => {
    await expect(bundle("export { readFileSync } from 'node:fs';")).rejects.toThrow('node:fs');
  });
});
