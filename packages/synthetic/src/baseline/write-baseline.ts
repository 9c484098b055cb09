import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codebook } from '@wavebook/schema';
import { designedCodebooks } from '@wavebook/schema/codebooks';
import { injectedCsv } from '../inject/entries.ts';
import { injectDesigned } from '../inject/inject-designed.ts';
import { Random } from '../random/random.ts';
import { csvText, type RawTable } from '../raw/csv.ts';
import { type BaselineInstrument, baselineSnapshot, baselineWaves } from './baseline-snapshot.ts';
import { communityStrata } from './communities.ts';
import { sampleEnterprises } from './enterprise-round.ts';
import { rawTable } from './raw-cells.ts';
import { baselineTruth, truthColumns } from './truth.ts';
import { type SampledWorker, sampleStratum } from './worker-round.ts';

/** The seed of the committed baseline surveys. */
export const BASELINE_SEED = 20091001;

export interface WriteBaselineOptions {
  readonly out: string;
  readonly seed?: number;
  /** Whether to write `truth.csv`, for which all people of all communities are made. */
  readonly truth?: boolean;
  /** Whether the files have defects, listed in `injected.csv` and `injected-<second file>.csv`; by default they have. */
  readonly defects?: boolean;
}

export interface WrittenBaseline {
  readonly folder: string;
  readonly sampled: number;
  readonly interviewed: number;
  readonly bytes: number;
}

type Sampled = Omit<SampledWorker, 'children' | 'psu'> & { readonly psu?: string };

type NamedTable = readonly [name: string, table: RawTable];

const columns = ['stratum', 'psu', 'arm', 'site_assigned', 'part', 'status', 'group', 'weight'];

const sampleTable = (key: string, units: readonly Sampled[]): RawTable => ({
  columns: [key, ...columns],
  rows: units.map((u) => [
    u.id,
    u.stratum,
    u.psu ?? u.id,
    u.arm,
    u.site,
    u.part,
    u.status,
    u.group,
    String(u.weight),
  ]),
});

/** Writes both rounds of both baseline surveys into `<out>/<instrument>/<wave>/`. The same options give the same bytes. */
export function writeBaselines({
  out,
  seed = BASELINE_SEED,
  truth = true,
  defects = true,
}: WriteBaselineOptions): WrittenBaseline[] {
  const strata = communityStrata(seed);
  const workers = strata.map((stratum) => sampleStratum(stratum, seed));
  const enterprises = strata.map((stratum) => sampleEnterprises(stratum, seed));
  const written: WrittenBaseline[] = [];
  const blanks = (id: unknown, round: number) => new Random(seed, 'baseline', 'blanks', String(id), round);
  const write = (
    instrument: BaselineInstrument,
    round: 0 | 1,
    units: readonly Sampled[],
    [main, second]: readonly [NamedTable, NamedTable],
  ): void => {
    const wave = baselineWaves[round];
    const folder = join(out, instrument, wave);
    mkdirSync(folder, { recursive: true });
    const asked = units.filter(({ cells }) => cells);
    const codebook = designedCodebooks[`${instrument}-${wave}`] as Codebook;
    const hurt = defects ? injectDesigned(main[1], second[1], codebook, { seed }) : undefined;
    const files = [
      [main[0], hurt?.unit.table ?? main[1]] as const,
      [second[0], hurt?.side?.table ?? second[1]] as const,
      [
        'sample.csv',
        sampleTable(instrument === 'baseline-worker' ? 'respondent_id' : 'enterprise_id', units),
      ] as const,
    ].map(([name, table]) => ({
      name,
      bytes: Buffer.from(csvText(table)),
    }));
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    if (hurt) {
      writeFileSync(join(folder, 'injected.csv'), injectedCsv(hurt.unit));
      if (hurt.side) writeFileSync(join(folder, `injected-${second[0]}`), injectedCsv(hurt.side));
    }
    writeFileSync(
      join(folder, 'snapshot.json'),
      `${JSON.stringify(baselineSnapshot(instrument, wave, files), null, 2)}\n`,
    );
    written.push({
      folder,
      sampled: units.length,
      interviewed: asked.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    });
  };
  for (const round of [0, 1] as const) {
    const people = workers.flatMap((rounds) => rounds[round]);
    const answered = people.flatMap(({ cells }) => (cells ? [cells] : []));
    const children = people.flatMap((person) => person.children);
    write('baseline-worker', round, people, [
      [
        'workers.csv',
        rawTable(
          'baseline-worker',
          'respondent',
          answered.map((cells) => ({ cells, random: blanks(cells.respondent_id, round) })),
        ),
      ],
      [
        'children.csv',
        rawTable(
          'baseline-worker',
          'child',
          children.map((cells) => ({
            cells,
            random: blanks(`${cells.respondent_id}/${cells.child_number}`, round),
          })),
        ),
      ],
    ]);
    const firms = enterprises.flatMap((rounds) => rounds[round]);
    const told = firms.flatMap(({ cells }) => (cells ? [cells] : []));
    write('baseline-enterprise', round, firms, [
      [
        'enterprises.csv',
        rawTable(
          'baseline-enterprise',
          'enterprise',
          told.map((cells) => ({ cells, random: blanks(cells.enterprise_id, round) })),
        ),
      ],
      [
        'vacancies.csv',
        rawTable(
          'baseline-enterprise',
          'vacancy',
          firms.flatMap((firm) =>
            firm.vacancies.map((cells) => ({
              cells,
              random: blanks(`${firm.id}/${cells.vacancy_number}`, round),
            })),
          ),
        ),
      ],
    ]);
  }
  if (truth) {
    const rows = baselineTruth(strata, seed);
    const text = csvText({
      columns: truthColumns,
      rows: rows.map((row) => truthColumns.map((name) => String(row[name]))),
    });
    writeFileSync(join(out, 'baseline-worker', '2011-endline', 'truth.csv'), text);
  }
  return written;
}
