import type { Label, Language } from '@wavebook/schema';
import type { Block } from '../../document/block.ts';
import type { Table } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';
import { answeringTable } from './answering-tables.ts';
import { funnelsTable } from './cluster-funnels.ts';
import { missingByReason, missingHeat } from './missing-tables.ts';
import { instrumentNamed } from './names.ts';
import { placesTable } from './places-table.ts';
import { recordsTable } from './records-table.ts';
import { issuesTable, rulesTable } from './rules-tables.ts';
import { waveSentences } from './wave-sentences.ts';

const folds = {
  rules: { zh: '逐条规则', en: 'Rule by rule' },
  reasons: { zh: '缺失的原因', en: 'Missing answers by reason' },
};

type Make = (waves: readonly QualityWave[], number: Label) => Table | undefined;

/** The tables of a survey in the order in which they are read; folded under words if given. */
const tables: readonly (readonly [make: Make, folded?: Label])[] = [
  [recordsTable],
  [issuesTable],
  [rulesTable, folds.rules],
  [missingHeat],
  [missingByReason, folds.reasons],
  [answeringTable],
  [placesTable],
  [funnelsTable],
];

/**
 * The quality of the data of surveys beside the monitoring one, survey by survey under its name: rows in and out, issues by rule with share,
 * missing reasons, how people answered. `number` gives each table its number.
 */
export function surveyQuality(waves: readonly QualityWave[], number: () => Label, lang: Language): Block[] {
  const surveys = [...new Set(waves.map(({ wave }) => wave.instrument))];
  return surveys.flatMap((instrument): Block[] => {
    const own = waves.filter(({ wave }) => wave.instrument === instrument);
    return [
      { kind: 'heading', level: 3, text: instrumentNamed(instrument)?.label[lang] ?? instrument },
      { kind: 'list', items: own.map((wave) => waveSentences(wave, [], lang)) },
      ...tables.flatMap(([make, folded]): Block[] => {
        if (!make(own, { zh: '', en: '' })) return [];
        const table = make(own, number());
        return table ? [{ kind: 'table', table, ...(folded ? { folded: folded[lang] } : {}) }] : [];
      }),
    ];
  });
}
