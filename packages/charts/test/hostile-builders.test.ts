import { describe, expect, it } from 'vitest';
import { renderSvg } from '../src/index.ts';
import { drawnTexts } from './drawn-texts.ts';
import { hostileCharts } from './hostile-builders.ts';
import { hostileLabels } from './sample-texts.ts';

const squeezed = (text: string) => text.replace(/\s+/g, '');
const everyRow = [
  'heatTable',
  'originDestinationMatrix',
  'dumbbell',
  'slope',
  'pyramid',
  'barStacked',
  'barDiverging',
  'tornado',
  'smallMultiples',
];

describe.each(Object.entries(hostileCharts))('%s with hostile labels', (name, draw) => {
  it('draws them literally', async () => {
    const svg = await renderSvg(draw(), { title: '</title><script>', description: '"<&' });
    expect(svg).not.toContain('<script');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
    const said = squeezed(
      drawnTexts(svg)
        .map((drawn) => drawn.text)
        .join(''),
    );
    expect(said).toContain(squeezed('</text></svg><script> datum.x'));
    if (everyRow.includes(name)) for (const label of hostileLabels) expect(said).toContain(squeezed(label));
  });

  it('leaves what it is given alone', () => {
    expect(draw()).toEqual(draw());
  });
});

/** How many bars, points or lines a group of labels got. */
const marks = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`mark-${kind} role-mark[^>]*>([\\s\\S]*?)</g>`, 'g'))].reduce(
    (sum, [, body = '']) => sum + (body.match(/<(path|line)/g)?.length ?? 0),
    0,
  );

describe('a label that is the name of something in every object', () => {
  it.each(['dumbbell', 'slope', 'barStacked', 'smallMultiples'])('gets its marks in %s', async (name) => {
    const svg = await renderSvg(hostileCharts[name]?.() ?? expect.fail(name));
    const kinds: Record<string, [string, number]> = {
      dumbbell: ['rule', hostileLabels.length],
      slope: ['symbol', 2 * hostileLabels.length],
      barStacked: ['rect', 5 * hostileLabels.length],
      smallMultiples: ['line', hostileLabels.length],
    };
    const [kind, least] = kinds[name] ?? ['', 0];
    expect(marks(svg, kind)).toBeGreaterThanOrEqual(least);
  });
});
