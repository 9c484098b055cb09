/**
 * Draws every sample of the tests, to be looked at.
 *
 *     node --conditions=@wavebook/source --import tsx packages/charts/scripts/look.ts /tmp/charts-look [name …]
 *
 * Names, or beginnings of names, draw some of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPng, renderSvg } from '../src/index.ts';
import { samples } from '../test/samples.ts';

const [folder = '/tmp/charts-look', ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, { spec }] of Object.entries(samples)) {
  if (names.length > 0 && !names.some((start) => name.startsWith(start))) continue;
  const start = performance.now();
  const svg = await renderSvg(spec());
  const drawn = performance.now();
  const png = renderPng(svg);
  const done = performance.now();
  writeFileSync(join(folder, `${name}.svg`), svg);
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(
    `${name}: svg ${Math.round(drawn - start)} ms, ${svg.length} bytes; png ${Math.round(done - drawn)} ms, ${png.length} bytes`,
  );
}
