import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type NoChange, noChangeStudy } from './no-change-study.ts';

/**
 * `npm run check:findings` redraws 400 pairs of samples and writes `no-change.json` and `no-change.md`; `-- --redraws N` draws N and prints
 * only.
 */

const DEFAULT_REDRAWS = 400;
/** Largest share of chapters that may claim a change. */
const LARGEST = 0.075;
/** A smaller country, so that 400 pairs take minutes. */
const country = { provinces: ['31', '32', '44', '50', '65'], samplePoints: 160 };

const percent = (x: number) => `${(100 * x).toFixed(1)} %`;

function markdown({ redraws, people, topics, share }: NoChange): string {
  return [
    '# Claims of change where there is none',
    '',
    `${redraws} pairs of samples, each pair from one synthetic population of ${people} people in five provinces, drawn under its true design with`,
    'fixed seeds, went through the chapters as if they were two waves. A chapter counts if any of its sentences or headlines, in either language,',
    `says that a figure rose or fell. At most ${percent(LARGEST)} of chapters may. Shares of household members are left out, and structures, of which`,
    'the book states no change. Made by `npm run check:findings`.',
    '',
    '| chapter | indicators compared | chapters with a claim | share | sentences with a claim |',
    '|---|---|---|---|---|',
    ...topics.map(
      ({ topic, indicators, chapters, sentences }) =>
        `| ${topic} | ${indicators} | ${chapters} of ${redraws} | ${percent(chapters / redraws)} | ${sentences} |`,
    ),
    `| all | ${topics.reduce((sum, t) => sum + t.indicators, 0)} | ${topics.reduce((sum, t) => sum + t.chapters, 0)} of ${redraws * topics.length} | ${percent(share)} | ${topics.reduce((sum, t) => sum + t.sentences, 0)} |`,
    '',
  ].join('\n');
}

const { values } = parseArgs({ options: { redraws: { type: 'string' } } });
const redraws = Number(values.redraws ?? DEFAULT_REDRAWS);
if (!Number.isInteger(redraws) || redraws < 1)
  throw new RangeError(`--redraws: expected a whole number above 0, got "${values.redraws}"`);
const result = noChangeStudy({ redraws, ...country });
if (values.redraws === undefined) {
  writeFileSync(new URL('no-change.json', import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
  writeFileSync(new URL('no-change.md', import.meta.url), markdown(result));
}
process.stdout.write(markdown(result));
if (result.share > LARGEST) {
  process.stderr.write(
    `check:findings: ${percent(result.share)} of chapters claim a change; at most ${percent(LARGEST)} may\n`,
  );
  process.exitCode = 1;
}
