import { niceBins, originDestinationMatrix } from '@wavebook/charts';
import type { ManifestWave } from '@wavebook/schema';
import type { Portability } from '../analyses/portability.ts';
import { say, waveLabel } from '../pages/cells.ts';
import { schemesLabel } from '../pages/portability-tables.ts';
import { codeLabel } from '../pages/table-parts.ts';
import { chartOf, type ProgrammeChart, type Told, textOf } from './draw.ts';
import { numberColumns, shownRow } from './shown-row.ts';

/** Who holds insurance at the destination, by region of origin and of destination. */
export function portabilityChart(wave: ManifestWave, found: Portability): ProgrammeChart | undefined {
  const rows = [...found.atDestination.values()];
  const shown = rows.filter(({ suppressed }) => !suppressed);
  if (shown.length === 0) return undefined;
  const schemes = schemesLabel(found);
  const told: Told = {
    name: `portability-${wave.instrument}-${wave.wave}`,
    headline: say(
      `在流入地参保的比例，按流出地和流入地（${schemes.zh}）`,
      `Share insured at the destination, by origin and destination (${schemes.en})`,
    ),
    subtitle: say(
      `${found.schemes.length > 1 ? '至少一项' : schemes.zh}在流入地参保者占流动人口的比例，${waveLabel(wave).zh}`,
      `Share of migrants with ${found.schemes.length > 1 ? 'any of the two' : schemes.en} at the destination, ${waveLabel(wave).en}`,
    ),
    notes: [],
    source: wave.title,
    ids: rows.map(({ id }) => id),
    synthetic: wave.synthetic,
  };
  const regions = [...new Set([...found.origins, ...found.destinations])];
  return chartOf(
    told,
    ['origin', 'destination', ...numberColumns],
    rows.map((row) => {
      const [origin, destination] = row.level.split(':') as [string, string];
      return { origin, destination, ...shownRow(row) };
    }),
    (lang) =>
      originDestinationMatrix({
        fields: { origin: 'origin', destination: 'destination', estimate: 'estimate', mark: 'mark' },
        text: textOf(told, lang),
        measure: { title: lang === 'zh' ? '在流入地参保' : 'Insured at the destination', format: 'percent' },
        bins: niceBins(shown.map(({ estimate }) => estimate)),
        origins: found.origins,
        destinations: found.destinations,
        labels: Object.fromEntries(regions.map((code) => [code, codeLabel('region', code)[lang]])),
      }),
  );
}
