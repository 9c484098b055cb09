import type { InstrumentDefinition, RecordDefinition } from '../instrument-definition.ts';
import type { Variable } from '../variable.ts';
import { conditionText } from './condition-text.ts';
import type { ExportSource } from './export-source.ts';
import { csvText, type ExportedFile, jsonText } from './exported-file.ts';
import { missingWords } from './missing-words.ts';
import { knowledgeText, waveKnowledge } from './wave-knowledge.ts';

type Json = Record<string, unknown>;

/**
 * CSV on the Web: one table group an instrument (`<instrument>.csv-metadata.json`) that describes its records as CSV files, and every code list
 * as a CSV file of its own (`codes/<list>.csv`) to which category columns have foreign keys. Confidence is `dc:provenance` of a column, one
 * text a wave.
 */
export function csvwFiles(source: ExportSource): ExportedFile[] {
  const groups = source.instruments.map((instrument) => ({
    path: `${instrument.id}.csv-metadata.json`,
    text: jsonText(tableGroup(instrument, source)),
  }));
  const used = new Set(
    source.instruments.flatMap(({ records }) => records.flatMap((r) => r.variables.map((v) => v.codes))),
  );
  const lists = Object.values(source.codeLists).filter(({ id }) => used.has(id));
  const codes = lists.map(({ id, codes: rows }) => ({
    path: `codes/${id}.csv`,
    text: csvText([
      ['code', 'label_zh', 'label_en'],
      ...rows.map(({ code, label }) => [code, label.zh, label.en]),
    ]),
  }));
  return [...groups, ...codes];
}

function tableGroup(instrument: InstrumentDefinition, source: ExportSource): Json {
  const lists = [...new Set(instrument.records.flatMap((r) => r.variables.map((v) => v.codes)))].filter(
    (id) => id !== undefined,
  );
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    'dc:title': inBoth(instrument.label),
    'dc:description': inBoth(instrument.description),
    dialect: { header: true, encoding: 'utf-8' },
    tables: [
      ...instrument.records.map((record) => recordTable(instrument, record, source)),
      ...lists.sort().map((id) => ({
        url: `codes/${id}.csv`,
        'dc:title': inBoth(source.codeLists[id]?.label ?? { zh: id, en: id }),
        tableSchema: {
          columns: [
            { name: 'code', titles: 'code', datatype: 'string', required: true },
            { name: 'label_zh', titles: 'label_zh', datatype: 'string', lang: 'zh' },
            { name: 'label_en', titles: 'label_en', datatype: 'string', lang: 'en' },
          ],
          primaryKey: 'code',
        },
      })),
    ],
  };
}

function recordTable(instrument: InstrumentDefinition, record: RecordDefinition, source: ExportSource): Json {
  return {
    url: `${record.name}s.csv`,
    'dc:title': inBoth(record.label),
    'dc:subject': inBoth(record.unit_of_observation),
    tableSchema: {
      columns: record.variables.map((variable) => column(variable, { instrument, record, source })),
      primaryKey: record.key,
      foreignKeys: record.variables
        .filter(({ codes }) => codes !== undefined)
        .map(({ name, codes }) => ({
          columnReference: name,
          reference: { resource: `codes/${codes}.csv`, columnReference: 'code' },
        })),
    },
  };
}

function column(
  variable: Variable,
  where: { instrument: InstrumentDefinition; record: RecordDefinition; source: ExportSource },
): Json {
  const { name, label, kind, range, question, universe, unit } = variable;
  const { instrument, record, source } = where;
  const knowledge = waveKnowledge(source.codebooks, {
    instrument: instrument.id,
    record: record.name,
    variable: name,
    derived: variable.derived !== undefined,
  });
  const universeText = universe && conditionText(universe, record.variables, source.codeLists);
  const optional: Json = {
    'dc:description': question && inBoth(question),
    'schema:unitText': unit,
    'dc:coverage': universeText && inBoth(universeText),
    'dc:source': variable.source,
    'dc:provenance': knowledge.length > 0 ? knowledge.map(knowledgeText) : undefined,
  };
  return {
    name,
    // the header holds the name; the labels are further titles of the column
    titles: { und: name, zh: label.zh, en: label.en },
    datatype:
      kind === 'number'
        ? range
          ? { base: 'number', minimum: range[0], maximum: range[1] }
          : 'number'
        : 'string',
    null: ['', ...missingWords(variable, source.codeLists)],
    ...(variable.missing?.length === 0 ? { required: true } : {}),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

const inBoth = ({ zh, en }: { zh: string; en: string }): Json[] => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
];
