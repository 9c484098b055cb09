import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ChartMark,
  chartMarks,
  chartName,
  drawFigure,
  type FigureSource,
  figureFiles,
  fittingMarks,
} from '@wavebook/report';
import { languages } from '@wavebook/schema';
import { formatCsv } from '@wavebook/tables';
import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';
import { findIndicators } from './find-indicator.ts';

/** A call of `wavebook chart`. */
export interface ChartRequest {
  readonly indicator: string;
  readonly by: string;
  readonly wave?: string;
  readonly type?: string;
  readonly lang: 'zh' | 'en' | 'both';
  readonly out: string;
}

/**
 * Draws one figure from the estimates below `root` and writes its files.
 *
 * @returns the paths written.
 * @throws UsageError naming what there is, if the estimates lack the indicator, the breakdown, the wave or the type.
 */
export async function chart(root: string, request: ChartRequest): Promise<string[]> {
  const found = await findIndicators(root, request.indicator);
  const own = found.estimates.filter((row) => row.indicator === found.indicator.id);
  const domain = domainOf(
    request.by,
    own.map((row) => row.domain),
  );
  const waves = chosenWaves(
    request.wave,
    found.waves.filter(({ wave }) => own.some((row) => row.wave === wave && row.domain === domain)),
  );
  const source = (mark: ChartMark, lang: 'zh' | 'en'): FigureSource => ({
    ...found,
    waves,
    plan: { indicator: found.indicator.id, domain, mark },
    lang,
  });
  const fitting = fittingMarks(source('bars', 'zh'));
  const mark = markOf(request, domain, fitting);
  const drawn = languages
    .filter((lang) => request.lang === 'both' || request.lang === lang)
    .flatMap((lang) => {
      const figure = drawFigure(source(mark, lang));
      return figure ? [[lang, figure] as const] : [];
    });
  if (drawn.length === 0)
    throw new UsageError(`the estimates have nothing to draw as ${mark}; ${offered(fitting)}`);
  const name = chartName({ indicator: found.indicator.id, domain, mark });
  const { files } = await figureFiles(name, drawn, formatCsv);
  await mkdir(request.out, { recursive: true });
  const paths = files.map(([path, content]) => [join(request.out, path), content] as const);
  for (const [path, content] of paths) await writeFile(path, content);
  return paths.map(([path]) => path);
}

const offered = (marks: readonly string[]): string => `--type can be ${marks.join(', ')}`;

/** `sex,age_group` and `age_group:sex` both mean the breakdown that there is. */
function domainOf(by: string, domains: readonly string[]): string {
  const known = [...new Set(domains)].sort();
  const wanted = by.split(/[,:]/).map((name) => name.trim());
  const found = [wanted, [...wanted].reverse()]
    .map((names) => names.join(':'))
    .find((domain) => known.includes(domain));
  if (found !== undefined) return found;
  const near = nearestNames(wanted.join(':'), known);
  throw new UsageError(
    `--by: this indicator is not estimated by "${by}"; ${near}\nit is estimated by: ${known.join(', ')}`,
  );
}

function chosenWaves(asked: string | undefined, waves: FigureSource['waves']): FigureSource['waves'] {
  if (asked === undefined) return waves;
  const wanted = asked.split(',').map((wave) => wave.trim());
  const known = waves.map(({ wave }) => wave);
  const missing = wanted.find((wave) => !known.includes(wave));
  if (missing !== undefined) {
    throw new UsageError(`--wave: this breakdown has no wave "${missing}"; there are ${known.join(', ')}`);
  }
  return waves.filter(({ wave }) => wanted.includes(wave));
}

/** Types that the gallery has and the estimates have no numbers for. */
const drawnElsewhere: Readonly<Record<string, string>> = {
  ecdf: 'the whole distribution, which estimates.csv does not hold; its P10, median and P90 are indicators',
  lorenz:
    'the points of a Lorenz curve, which estimates.csv does not hold; the Gini coefficient is an indicator',
  tornado: 'assumptions and their settings; data/programme draws one of its costs',
};

function markOf({ indicator, type }: ChartRequest, domain: string, fitting: readonly ChartMark[]): ChartMark {
  const [usual] = fitting;
  if (usual === undefined)
    throw new UsageError(
      indicator.includes(',')
        ? `${indicator} by ${domain}: indicators of one figure must have one unit, or be answers on one scale by all`
        : `${indicator} by ${domain}: the estimates have no row to draw`,
    );
  if (type === undefined) return usual;
  const needs = drawnElsewhere[type];
  if (needs !== undefined)
    throw new UsageError(`--type: ${type} is drawn from ${needs}; ${offered(fitting)} here`);
  const mark = chartMarks.find((one) => one === type);
  if (mark === undefined)
    throw new UsageError(`--type: there is no type "${type}"; ${offered(fitting)} here`);
  if (!fitting.includes(mark))
    throw new UsageError(
      `--type: ${mark} does not fit ${indicator} by ${domain} in these waves; ${offered(fitting)}`,
    );
  return mark;
}
