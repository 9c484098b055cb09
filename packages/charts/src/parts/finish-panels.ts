import type { ChartRow } from '../attach-data.ts';
import { valueExpression } from '../number-format.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { ChartSpec, Layer, Transform } from '../vega-lite.ts';
import { measures } from '../widths.ts';
import { words } from '../words.ts';
import type { ChartContract } from './contract.ts';
import type { EstimateFields } from './estimate-fields.ts';
import { niceDomain, niceTicks } from './nice-domain.ts';
import { numberPrint } from './number-print.ts';
import { groupKey, hasEstimate, hasInterval, hasMark, isOneOf, isWithheld } from './predicates.ts';
import { ruleLayer } from './rule-layer.ts';
import { textLayer } from './text-layer.ts';

/** Small trends on one scale, each in a panel of its own. */
export interface PanelsPlot {
  /** Upper left corner of each panel's plot, in pixels. */
  panels: { value: string; x: number; y: number }[];
  width: number;
  height: number;
  zero: boolean;
  waves: { wave: string; x: number }[];
  /** Waves after which the question changed, as pixels from the left of a panel. */
  breaks: number[];
  /** Where the value of the last wave stands, from the upper left corner of a panel. */
  last: { x: number; y: number; align: 'left' | 'right'; size: number };
  /** With an axis left of the panels that stand first in their row, or with the scale as words at this place. */
  scale: { kind: 'axis' } | { kind: 'words'; x: number; top: number; width: number };
}

const pixel = { type: 'quantitative', scale: null, axis: null } as const;

/** The spec of small trends with one scale for all, fitted to the numbers. */
export function finishPanels(
  spec: ChartSpec,
  contract: ChartContract,
  plot: PanelsPlot,
  numbers: readonly number[],
  rows: readonly ChartRow[],
): ChartSpec {
  const ends = { zero: plot.zero, ticks: 3 };
  const domain = contract.domain ?? niceDomain(numbers, contract.largest, ends);
  const layers = [...grid(contract, plot, domain), ...trends(contract, plot, domain, rows)];
  return { ...structuredClone(spec), layer: [...structuredClone(spec.layer), ...layers] };
}

const placeOf = ({ height }: PanelsPlot, [first, last]: readonly [number, number]) =>
  [height / (last - first), last] as const;

function places(fields: EstimateFields, plot: PanelsPlot, domain: readonly [number, number]): Transform[] {
  const [perUnit, top] = placeOf(plot, domain);
  const y = (field: string) => {
    const value = `datum[${JSON.stringify(field)}]`;
    return `isValid(${value}) ? datum.panel_y + (${top} - ${value}) * ${perUnit} : null`;
  };
  const wave = `indexof(${JSON.stringify(plot.waves.map(({ wave }) => `=${wave}`))}, '=' + datum.panel_wave)`;
  const breaks = plot.breaks.map((x) => `(datum.panel_at > ${x})`).join(' + ') || '0';
  return [
    groupKey(fields.category),
    {
      lookup: fields.category,
      from: {
        data: {
          values: plot.panels.map(({ value, x, y: at }) => ({ panel: value, panel_x: x, panel_y: at })),
        },
        key: 'panel',
        fields: ['panel_x', 'panel_y'],
      },
    },
    { calculate: `${JSON.stringify(plot.waves.map(({ x }) => x))}[${wave}]`, as: 'panel_at' },
    { calculate: `isValid(datum[${JSON.stringify(fields.estimate)}]) ? 0 : 1`, as: 'panel_gap' },
    {
      window: [{ op: 'sum', field: 'panel_gap', as: 'panel_gaps' }],
      frame: [null, 0],
      sort: [{ field: 'panel_at', order: 'ascending' }],
      groupby: ['group_key'],
    },
    { calculate: `datum.panel_gaps * 100 + ${breaks}`, as: 'panel_segment' },
    { calculate: 'datum.panel_x + datum.panel_at', as: 'point_x' },
    { calculate: y(fields.estimate), as: 'point_y' },
    { calculate: y(fields.low), as: 'low_y' },
    { calculate: y(fields.high), as: 'high_y' },
  ];
}

function trends(
  contract: ChartContract,
  plot: PanelsPlot,
  domain: readonly [number, number],
  rows: readonly ChartRow[],
): Layer[] {
  const { fields, measure, lang } = contract;
  const wave = `datum[${JSON.stringify(fields.group)}]`;
  const transform: Transform[] = [{ calculate: wave, as: 'panel_wave' }, ...places(fields, plot, domain)];
  const shown = [...transform, { filter: hasEstimate(fields) }];
  const at = { x: { field: 'point_x', ...pixel }, y: { field: 'point_y', ...pixel } };
  const detail = [
    { field: 'group_key', type: 'nominal' as const },
    { field: 'panel_segment', type: 'nominal' as const },
  ];
  const mark = fields.mark === undefined ? '' : ` + (datum[${JSON.stringify(fields.mark)}] || '')`;
  const latest = isOneOf('panel_wave', [plot.waves.at(-1)?.wave ?? '']);
  const value = {
    type: 'text',
    align: plot.last.align,
    baseline: 'middle',
    fontSize: plot.last.size,
    fontWeight: 700,
    color: ink.title,
  } as const;
  const valueAt = [
    { calculate: `datum.panel_x + ${plot.last.x}`, as: 'last_x' },
    { calculate: `datum.panel_y + ${plot.last.y}`, as: 'last_y' },
  ];
  const lastAt = { x: { field: 'last_x', ...pixel }, y: { field: 'last_y', ...pixel } };
  const area: Layer = {
    transform: [...shown, { filter: hasInterval(fields) }],
    mark: { type: 'area', color: ink.bar, opacity: 0.3 },
    encoding: { x: at.x, y: { field: 'low_y', ...pixel }, y2: { field: 'high_y' }, detail },
  };
  const layers: Layer[] = [
    ...(rows.some((row) => typeof row[fields.low] === 'number' && fields.low !== fields.estimate)
      ? [area]
      : []),
    {
      transform: shown,
      mark: { type: 'line', color: ink.barStrong, strokeWidth: 1.75 },
      encoding: { ...at, detail },
    },
    {
      transform: shown,
      mark: { type: 'point', shape: 'circle', size: 18, fill: ink.barStrong, strokeWidth: 0, opacity: 1 },
      encoding: at,
    },
    {
      transform: [
        ...shown,
        { filter: latest },
        ...valueAt,
        { calculate: `${valueExpression(fields.estimate, { ...measure, lang })}${mark}`, as: 'last_text' },
      ],
      mark: value,
      encoding: { ...lastAt, text: { field: 'last_text', type: 'nominal' } },
    },
  ];
  if (fields.mark === undefined) return layers;
  return [
    ...layers,
    {
      transform: [...shown, { filter: hasMark(fields.mark) }],
      mark: {
        type: 'point',
        shape: 'circle',
        size: 22,
        fill: ink.paper,
        stroke: ink.barStrong,
        strokeWidth: 1.25,
        opacity: 1,
      },
      encoding: at,
    },
    {
      transform: [
        ...transform,
        { filter: isWithheld(fields, fields.mark) },
        { calculate: `datum.panel_y + ${plot.height - 4}`, as: 'withheld_y' },
      ],
      mark: { type: 'text', align: 'center', baseline: 'middle', fontSize: plot.last.size, color: ink.text },
      encoding: {
        x: at.x,
        y: { field: 'withheld_y', ...pixel },
        text: { field: fields.mark, type: 'nominal' },
      },
    },
  ];
}

/** Grid lines and their values, once for each row of panels; or the scale in words. */
function grid(contract: ChartContract, plot: PanelsPlot, domain: readonly [number, number]): Layer[] {
  const small = measures[contract.size].small;
  const print = numberPrint({ ...contract.measure, lang: contract.lang });
  if (plot.scale.kind === 'words') {
    const { x, top, width } = plot.scale;
    const waves = plot.waves.map(({ wave }) => wave);
    const said = words[contract.lang].panelScale(
      [print(domain[0]), print(domain[1])],
      [waves[0] ?? '', waves.at(-1) ?? ''],
    );
    return [textLayer({ lines: wrapText(said, small, width), x, top, font: small, colour: ink.quiet })];
  }
  const [perUnit, last] = placeOf(plot, domain);
  const ticks = niceTicks(domain, 3);
  const firstOfRow = plot.panels.filter(({ x }) => x === 0);
  return [
    ...plot.panels.flatMap(({ x, y }) =>
      ticks.map((tick) => {
        const at = y + (last - tick) * perUnit;
        return ruleLayer({ x, x2: x + plot.width, y: at, y2: at, colour: ink.grid, strokeWidth: 1 });
      }),
    ),
    ...firstOfRow.flatMap(({ y }) =>
      ticks.map((tick) =>
        textLayer({
          lines: [print(tick)],
          x: -6,
          top: y + (last - tick) * perUnit - small.lineHeight / 2,
          font: small,
          align: 'right',
          colour: ink.quiet,
        }),
      ),
    ),
  ];
}

/** How wide the numbers left of the panels can be. */
export const tickWidth = (widest: string, font: { size: number; weight: 400 | 700 }) =>
  Math.ceil(textWidth(`−${widest}`, font)) + 8;
