import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderPng, renderSvg } from '../src/index.ts';
import { compileSpec } from '../src/vega-lite.ts';
import { drawnTexts, overflowing } from './drawn-texts.ts';
import { samples, text } from './samples.ts';

const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(Object.entries(samples))('%s', (_name, { spec, lang }) => {
  const options = { lang, title: text[lang].headline, description: text[lang].description };

  it('compiles to vega and warns of nothing', () => {
    const warnings: string[] = [];
    compileSpec(spec(), (message) => warnings.push(message));
    expect(warnings).toEqual([]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(spec()))).toEqual(spec());
  });

  it('draws the same bytes twice, also side by side with others', async () => {
    const [one, other, two] = await Promise.all([
      renderSvg(spec(), options),
      renderSvg(samples['marks-zh']?.spec() ?? spec(), options),
      renderSvg(spec(), options),
    ]);
    expect(hash(one)).toBe(hash(two));
    expect(other).toContain('<svg');
    expect(hash(renderPng(one, { scale: 1 }))).toBe(hash(renderPng(two, { scale: 1 })));
  });

  it('keeps every text within the picture, and no two texts meet', async () => {
    const texts = drawnTexts(await renderSvg(spec(), options));
    expect(overflowing(texts)).toEqual([]);
    for (const [index, a] of texts.entries()) {
      for (const b of texts.slice(index + 1)) {
        const meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        expect(meet && !(a.text === b.text && a.left === b.left), `${a.text} meets ${b.text}`).toBe(false);
      }
    }
  });
});
