import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderPng, renderSvg } from '../src/index.ts';
import { drawnTexts, overflowing } from './drawn-texts.ts';
import { samples } from './samples.ts';
import { schemaErrors } from './vega-lite-schema.ts';

const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const errorsIn = schemaErrors();

describe.each(Object.entries(samples))('%s', (_name, { spec, lang }) => {
  it('is valid vega-lite, warns of nothing, keeps every text within the picture, and no two texts meet', async () => {
    const drawable = spec();
    expect(JSON.parse(JSON.stringify(drawable))).toEqual(drawable);
    expect(errorsIn(drawable)).toEqual([]);
    const svg = await renderSvg(drawable);
    expect(svg).toContain(`lang="${lang === 'both' ? 'zh' : lang}"`);
    const texts = drawnTexts(svg);
    expect(overflowing(texts)).toEqual([]);
    for (const [index, a] of texts.entries()) {
      for (const b of texts.slice(index + 1)) {
        const meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        if (meet && !(a.text === b.text && a.left === b.left)) expect.fail(`${a.text} meets ${b.text}`);
      }
    }
  });
});

it('draws the same bytes twice, also side by side with others', async () => {
  const some = Object.values(samples).filter((_, index) => index % 12 === 0);
  const draw = () => Promise.all(some.map(({ spec }) => renderSvg(spec())));
  const [one, two] = [await draw(), await draw()];
  expect(one.map(hash)).toEqual(two.map(hash));
  const pictures = (svgs: string[]) => svgs.slice(0, 4).map((svg) => hash(renderPng(svg, { scale: 1 })));
  expect(pictures(one)).toEqual(pictures(two));
});
