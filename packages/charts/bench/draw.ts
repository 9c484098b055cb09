/**
 * Charts a second of one core, by its own time, warm: to SVG, to SVG and PNG, and to every format. Part of `npm run bench`;
 * writes results.md beside this file, unless `--quick`, which draws fewer and writes nothing. Ends with code 1 below the
 * bars of the project: 12 to SVG, 4 to SVG and PNG.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartFiles, renderPng, renderSvg } from '../src/index.ts';
import { samples } from '../test/samples.ts';

const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const specs = Object.values(samples)
  .filter((_, index) => index % (quick ? 12 : 4) === 0)
  .map(({ spec }) => spec());

const drawings: [
  name: string,
  bar: number | null,
  draw: (spec: (typeof specs)[number]) => Promise<unknown>,
][] = [
  ['SVG', 12, renderSvg],
  ['SVG and PNG at 2x', 4, async (spec) => renderPng(await renderSvg(spec))],
  ['every format: spec, SVG with font, PNG, PDF, alt text', null, chartFiles],
];

/** Seconds that this process has worked. */
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const lines = ['| to | charts a second of one core | bar |', '| --- | --- | --- |'];
let failed = false;
for (const spec of specs) await chartFiles(spec);
for (const [name, bar, draw] of drawings) {
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = worked();
    for (const spec of specs) await draw(spec);
    speeds.push(specs.length / (worked() - start));
  }
  const speed = speeds.sort((a, b) => a - b)[Math.floor(speeds.length / 2)] ?? 0;
  failed ||= bar !== null && speed < bar;
  lines.push(`| ${name} | ${speed.toFixed(1)} | ${bar ?? ''} |`);
}
const text = `# Charts a second\n\n${specs.length} entries of the gallery, warm, by processor time; medians of ${rounds}. Node ${process.versions.node}.\n\n${lines.join('\n')}\n`;
console.log(text);
if (!quick) writeFileSync(join(import.meta.dirname, 'results.md'), text);
if (failed) process.exitCode = 1;
