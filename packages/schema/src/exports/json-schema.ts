import type { InstrumentDefinition, RecordDefinition } from '../instrument-definition.ts';
import type { Variable } from '../variable.ts';
import { z } from '../zod.ts';
import { codesOf } from './codes-of.ts';
import { conditionText } from './condition-text.ts';
import type { ExportSource } from './export-source.ts';
import { type ExportedFile, jsonText } from './exported-file.ts';
import { recordSchema } from './record-schema.ts';
import { waveKnowledge } from './wave-knowledge.ts';

type Json = Record<string, unknown>;

/**
 * A record as JSON Schema 2020-12. Code lists stand in `$defs`, every code as a `const`
 * with its Chinese label as `title` and `x-title-en`; a property carries `x-label` and,
 * where it has them, `x-question`, `x-unit`, `x-usual`, `x-universe` (with `x-universe-text`), `x-missing`, `x-derived`, `x-reference-period`,
 * and `x-confidence`: what each wave's codebook knows of the variable.
 */
export function recordJsonSchema(
  instrument: InstrumentDefinition,
  record: RecordDefinition,
  source: ExportSource,
): Json {
  const { $schema, ...schema } = z.toJSONSchema(recordSchema(record, source.codeLists), {
    io: 'input',
  }) as Json & {
    properties: Record<string, Json>;
  };
  const properties = Object.fromEntries(
    record.variables.map((variable) => {
      const where = {
        instrument: instrument.id,
        record: record.name,
        variable: variable.name,
        derived: variable.derived !== undefined,
      };
      const knowledge = waveKnowledge(source.codebooks, where);
      const type = withCodeList(schema.properties[variable.name] as Json, variable, source);
      return [
        variable.name,
        {
          title: `${variable.label.zh} / ${variable.label.en}`,
          ...type,
          ...details(variable, record, source),
          ...(knowledge.length === 0 ? {} : { 'x-confidence': knowledge }),
        },
      ];
    }),
  );
  return {
    $schema,
    $id: `urn:wavebook:${instrument.id}:${record.name}`,
    title: `${instrument.label.zh}：${record.label.zh} / ${instrument.label.en}: ${record.label.en}`,
    description: `${instrument.description.zh} ${instrument.description.en}`,
    'x-instrument': instrument.id,
    'x-record': record.name,
    'x-unit-of-observation': record.unit_of_observation,
    'x-key': record.key,
    ...schema,
    properties,
    $defs: codeListSchemas(record, source),
  };
}

/** JSON Schemas of every record, and of every row of the pipeline's files under `rows/`. */
export function jsonSchemaFiles(source: ExportSource): ExportedFile[] {
  const records = source.instruments.flatMap((instrument) =>
    instrument.records.map((record) => ({
      path: `${instrument.id}.${record.name}.schema.json`,
      text: jsonText(recordJsonSchema(instrument, record, source)),
    })),
  );
  const rows = Object.entries(source.rowFormats).map(([name, { version, label, holds, schema }]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema);
    return {
      path: `rows/${name.replaceAll(' ', '-')}.schema.json`,
      text: jsonText({
        $schema,
        $id: `urn:wavebook:file:${name.replaceAll(' ', '-')}`,
        title: `${label.zh} / ${label.en}`,
        'x-holds': holds,
        'x-format-version': version,
        ...rest,
      }),
    };
  });
  return [...records, ...rows];
}

function withCodeList(schema: Json, variable: Variable, source: ExportSource): Json {
  if (variable.kind !== 'category') return schema;
  const code = { $ref: `#/$defs/${codesOf(variable.codes, source.codeLists).id}` };
  return variable.missing?.length === 0 ? code : { anyOf: [code, { type: 'null' }] };
}

/** The code lists that a record uses, each once. */
function codeListSchemas(record: RecordDefinition, source: ExportSource): Json {
  const used = new Set(record.variables.flatMap(({ kind, codes }) => (kind === 'category' ? [codes] : [])));
  const lists = [...used].map((id) => codesOf(id, source.codeLists)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(
    lists.map(({ id, label, ordered, standard, codes }) => [
      id,
      {
        title: `${label.zh} / ${label.en}`,
        'x-ordered': ordered,
        ...(standard === undefined ? {} : { 'x-standard': standard }),
        anyOf: codes.map((code) => ({ const: code.code, title: code.label.zh, 'x-title-en': code.label.en })),
      },
    ]),
  );
}

function details(variable: Variable, record: RecordDefinition, source: ExportSource): Json {
  const { label, question, question_confidence, reference_period, unit, usual, universe, missing } = variable;
  const optional: Json = {
    'x-question': question,
    'x-question-confidence': question_confidence,
    'x-reference-period': reference_period,
    'x-unit': unit,
    'x-usual': usual,
    'x-universe': universe,
    'x-universe-text': universe && conditionText(universe, record.variables, source.codeLists),
    'x-missing': missing,
    'x-derived': variable.derived,
    'x-source': variable.source,
  };
  return {
    'x-label': label,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
