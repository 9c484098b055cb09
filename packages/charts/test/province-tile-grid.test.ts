import { describe, expect, it } from 'vitest';
import { attachData, type ChartRow, niceBins, provinceTileGrid, renderSvg } from '../src/index.ts';
import { ink, sequentialColours } from '../src/palette.ts';
import { freeColumns, freeRows, provinceTiles } from '../src/parts/province-tiles.ts';
import { drawnTexts } from './drawn-texts.ts';
import { hostileNames, hostileTiles } from './hostile-samples.ts';
import { tileOptions, tileRow, unitLabels } from './tile-samples.ts';

const options = { lang: 'en', title: 'title', description: 'description' } as const;
const base = tileOptions('en');
const draw = (rows: readonly ChartRow[], more: object = {}) =>
  renderSvg(attachData(provinceTileGrid({ ...base, ...more }), rows), options);
const textsOf = async (rows: readonly ChartRow[], more: object = {}) =>
  drawnTexts(await draw(rows, more)).map((drawn) => drawn.text);

/** Land borders, and the nearest shore of Hainan and Taiwan; each pair once, by code. */
const borders =
  `11-12 11-13 12-13 13-14 13-15 13-21 13-37 13-41 14-15 14-41 14-61 15-21 15-22 15-23 15-61 15-62 15-64 21-22
  22-23 31-32 31-33 32-33 32-34 32-37 33-34 33-35 33-36 34-36 34-37 34-41 34-42 35-36 35-44 35-71 36-42 36-43 36-44
  37-41 41-42 41-61 42-43 42-50 42-61 43-44 43-45 43-50 43-52 44-45 44-46 44-81 44-82 45-46 45-52 45-53 50-51 50-52
  50-61 51-52 51-53 51-54 51-61 51-62 51-63 52-53 53-54 54-63 54-65 61-62 61-64 62-63 62-64 62-65 63-65 81-82`.split(
    /\s+/,
  );

describe('the layout', () => {
  const at = new Map(provinceTiles.map((tile) => [`${tile.column} ${tile.row}`, tile.unit]));
  const cell = (unit: string) => provinceTiles.find((tile) => tile.unit === unit) ?? { column: -1, row: -1 };

  it('gives each of the 34 units a cell of its own', () => {
    expect(provinceTiles.map(({ unit }) => unit).sort()).toEqual(Object.keys(unitLabels.en).sort());
    expect(at.size).toBe(34);
  });

  it('sets mostly true neighbours side by side', () => {
    const touching = provinceTiles.flatMap(({ unit, column, row }) =>
      [at.get(`${column + 1} ${row}`), at.get(`${column} ${row + 1}`)]
        .filter((other) => other !== undefined)
        .map((other) => [unit, other].sort().join('-')),
    );
    const wrong = touching.filter((pair) => !borders.includes(pair));
    expect(wrong.length / touching.length, wrong.join(' ')).toBeLessThan(0.25);
  });

  it('sets no true neighbours far apart', () => {
    for (const pair of borders) {
      const [a, b] = pair.split('-').map((unit) => cell(unit));
      const distance = Math.max(
        Math.abs((a?.column ?? 0) - (b?.column ?? 0)),
        Math.abs((a?.row ?? 0) - (b?.row ?? 0)),
      );
      expect(distance, pair).toBeLessThanOrEqual(3);
    }
  });

  it('leaves the upper left to the key', () => {
    for (const { column, row } of provinceTiles) expect(column >= freeColumns || row >= freeRows).toBe(true);
  });
});

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (colour: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

describe('provinceTileGrid', () => {
  it('writes legibly on every class, and keeps the classes apart in grey', async () => {
    for (const [index, fill] of sequentialColours.entries()) {
      const svg = await draw([tileRow('44', 0.3 + 0.1 * index)]);
      expect(svg).toContain(`fill="${fill}"`);
      const value = `${30 + 10 * index}.0%`;
      const colour = new RegExp(`<text[^>]*fill="([^"]+)"[^>]*>${value}<`).exec(svg)?.[1] ?? '';
      expect(contrast(colour, fill), value).toBeGreaterThanOrEqual(4.5);
    }
    const greys = sequentialColours.map((colour) => contrast(colour, ink.paper));
    for (const [index, grey] of greys.slice(1).entries())
      expect(grey / (greys[index] ?? 1)).toBeGreaterThan(1.3);
  });

  it('classes a value by its printed form', async () => {
    const fillOf = async (value: number) => {
      const svg = await draw([tileRow('44', value)]);
      return sequentialColours.filter((colour) => svg.split(`fill="${colour}"`).length > 2);
    };
    expect(await fillOf(0.4494)).toEqual([sequentialColours[1]]);
    expect(await fillOf(0.4496)).toEqual([sequentialColours[2]]);
    expect(await fillOf(0.45)).toEqual([sequentialColours[2]]);
  });

  it('draws a withheld estimate as its mark, never as zero', async () => {
    const texts = await textsOf([tileRow('44', 0.5), tileRow('54', null)]);
    expect(texts).toContain('×');
    expect(texts).toContain('Not published');
    expect(texts).not.toContain('0.0%');
    expect(texts.filter((drawn) => /^\d+\.\d%$/.test(drawn))).toEqual(['50.0%']);
  });

  it('draws a true zero as a number', async () => {
    expect(await textsOf([tileRow('44', 0)])).toContain('0.0%');
  });

  it('hatches what has no row, and names the signs only where one is drawn', async () => {
    const svg = await draw([tileRow('44', 0.5)]);
    expect(
      svg.match(new RegExp(`stroke="${ink.hatch}"[^>]*d="M|d="M[^"]*"[^>]*stroke="${ink.hatch}"`, 'g'))
        ?.length,
    ).toBeGreaterThan(33);
    const texts = drawnTexts(svg).map((drawn) => drawn.text);
    expect(texts).toContain('No data');
    expect(texts).not.toContain('Not published');
    expect(texts).not.toContain('Use with caution');
    expect(await textsOf([tileRow('44', 0.5, '†')])).toEqual(
      expect.arrayContaining(['50.0%†', 'Use with caution']),
    );
  });

  it('always says that it is no map of boundaries', async () => {
    expect(await textsOf([])).toContain('Schematic, not a map of boundaries.');
    const zh = provinceTileGrid({ ...tileOptions('zh'), text: { ...tileOptions('zh').text, notes: [] } });
    const svg = await renderSvg(attachData(zh, []), { ...options, lang: 'zh' });
    expect(drawnTexts(svg).map((drawn) => drawn.text)).toContain('示意图，不表示行政区域界线。');
  });

  it('tells the XPCC beside the grid, if asked to', async () => {
    const corps = tileRow('66', 0.412, '†');
    expect(() => attachData(provinceTileGrid(base), [corps])).toThrow(/must be one of/);
    expect(await textsOf([corps], { corpsLabel: 'XPCC' })).toContain('XPCC (no tile): 41.2%†');
    expect(await textsOf([tileRow('66', null)], { corpsLabel: 'XPCC' })).toContain('XPCC (no tile): ×');
  });

  it('draws hostile names literally', async () => {
    const svg = await renderSvg(hostileTiles(), { ...options, title: '</title><script>' });
    const texts = drawnTexts(svg).map((drawn) => drawn.text);
    const joined = texts.join(' ');
    for (const name of hostileNames) expect(joined).toContain(name);
    expect(texts.some((drawn) => drawn.startsWith('</svg><script> datum.x "q" \\'))).toBe(true);
    expect(svg).not.toContain('<script');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('refuses a name that no tile holds, a unit without a name, and bins that do not rise', () => {
    const labels = { ...base.labels, '66': 'x', '65': 'Xinjiang Uygur Autonomous Region' };
    expect(() => provinceTileGrid({ ...base, labels })).toThrow(/unit 65.*Autonomous/);
    expect(() => provinceTileGrid({ ...base, labels: {} })).toThrow(/unit 23.*""/);
    expect(() => provinceTileGrid({ ...base, bins: [0.1, 0.3, 0.2, 0.4] })).toThrow(/rising/);
    expect(() => provinceTileGrid({ ...base, width: 'half' })).toThrow(/"Heilongjiang"/);
  });

  it('leaves its options alone', () => {
    const before = JSON.stringify(base);
    expect(provinceTileGrid(base)).toEqual(provinceTileGrid(base));
    expect(JSON.stringify(base)).toBe(before);
  });
});

describe('niceBins', () => {
  it('gives four round bounds about the middle', () => {
    expect(niceBins([0.26, 0.4, null, 0.76])).toEqual([0.4, 0.5, 0.6, 0.7]);
    expect(niceBins([0.23, 0.31, 0.58])).toEqual([0.35, 0.4, 0.45, 0.5]);
    expect(niceBins([3130, 6900])).toEqual([4500, 5000, 5500, 6000]);
  });

  it('leaves no end class empty, whatever the numbers', () => {
    for (let seed = 1; seed < 200; seed++) {
      const values = [1, 2, 3].map((index) => Math.sin(seed * index) * 10 ** (seed % 7));
      const bins = niceBins(values);
      expect(Math.min(...values)).toBeLessThan(bins[0]);
      expect(Math.max(...values)).toBeGreaterThanOrEqual(bins[3]);
    }
  });

  it('takes a single value, and refuses none', () => {
    expect(niceBins([0.5])).toHaveLength(4);
    expect(() => niceBins([null])).toThrow(/at least one/);
    expect(() => niceBins([Number.NaN])).toThrow(/not finite/);
  });
});
