import type { InstrumentDefinition, RecordDefinition } from '../instrument-definition.ts';
import { MissingReason, missingReasonLabels } from '../missing-reason.ts';
import type { Variable } from '../variable.ts';
import { codesOf } from './codes-of.ts';
import { conditionText } from './condition-text.ts';
import type { ExportSource } from './export-source.ts';
import { type ExportedFile, jsonText } from './exported-file.ts';
import { missingWords } from './missing-words.ts';
import { waveKnowledge } from './wave-knowledge.ts';

type Json = Record<string, unknown>;

/**
 * A record as a Table Schema 2.0 (Frictionless): `categories` with labels (`label_en` beside), constraints, keys, and the missing reasons as
 * `missingValues`, so that a cell may be empty or hold the word of its reason. English texts stand in `*_en`; `confidence` says what each
 * wave's codebook knows of the variable.
 */
export function recordTableSchema(
  instrument: InstrumentDefinition,
  record: RecordDefinition,
  source: ExportSource,
): Json {
  const main = instrument.records[0] as RecordDefinition;
  const isPart = record !== main && main.key.every((key) => record.key.includes(key));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: record.variables.map((variable) => field(variable, instrument, record, source)),
    missingValues: missingValues(MissingReason.options),
    primaryKey: record.key,
    ...(isPart
      ? { foreignKeys: [{ fields: main.key, reference: { resource: `${main.name}s`, fields: main.key } }] }
      : {}),
  };
}

/** One data package (version 2.0) an instrument: its records as resources `<record>s.csv`, each with its Table Schema. */
export function tableSchemaFiles(source: ExportSource): ExportedFile[] {
  return source.instruments.map((instrument) => ({
    path: `${instrument.id}.datapackage.json`,
    text: jsonText({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: instrument.id,
      title: instrument.label.zh,
      title_en: instrument.label.en,
      description: instrument.description.zh,
      description_en: instrument.description.en,
      resources: instrument.records.map((record) => ({
        name: `${record.name}s`,
        path: `${record.name}s.csv`,
        title: record.label.zh,
        title_en: record.label.en,
        unit_of_observation: record.unit_of_observation.zh,
        unit_of_observation_en: record.unit_of_observation.en,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: recordTableSchema(instrument, record, source),
      })),
    }),
  }));
}

function field(
  variable: Variable,
  instrument: InstrumentDefinition,
  record: RecordDefinition,
  source: ExportSource,
): Json {
  const { name, label, kind, question, universe, range } = variable;
  const list = kind === 'category' ? codesOf(variable.codes, source.codeLists) : undefined;
  const words = missingWords(variable, source.codeLists);
  const universeText = universe && conditionText(universe, record.variables, source.codeLists);
  const where = {
    instrument: instrument.id,
    record: record.name,
    variable: name,
    derived: variable.derived !== undefined,
  };
  const knowledge = waveKnowledge(source.codebooks, where);
  const constraints = {
    ...(variable.missing?.length === 0 ? { required: true } : {}),
    ...(range ? { minimum: range[0], maximum: range[1] } : {}),
  };
  const optional: Json = {
    description: question?.zh,
    description_en: question?.en,
    categories: list?.codes.map((c) => ({ value: c.code, label: c.label.zh, label_en: c.label.en })),
    categoriesOrdered: list?.ordered,
    missingValues: words.length === MissingReason.options.length ? undefined : missingValues(words),
    constraints: Object.keys(constraints).length > 0 ? constraints : undefined,
    code_list: list?.id,
    unit: variable.unit,
    usual: variable.usual,
    universe: universeText?.zh,
    universe_en: universeText?.en,
    universe_conditions: universe,
    reference_period: variable.reference_period?.zh,
    reference_period_en: variable.reference_period?.en,
    missing_reasons: variable.missing,
    derived: variable.derived,
    question_confidence: variable.question_confidence,
    source: variable.source,
    confidence: knowledge.length > 0 ? knowledge : undefined,
  };
  return {
    name,
    type: kind === 'number' ? 'number' : 'string',
    title: label.zh,
    title_en: label.en,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** An empty cell, or the word of a reason. */
const missingValues = (reasons: readonly MissingReason[]): Json[] =>
  (['', ...reasons] as const).map((value) => {
    const label = missingReasonLabels[value === '' ? 'missing' : value];
    return { value, label: label.zh, label_en: label.en };
  });
