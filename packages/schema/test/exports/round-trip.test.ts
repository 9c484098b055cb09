import { describe, expect, test } from 'vitest';
import { ddiCodebook, exportFiles, packageSource, recordTableSchema } from '../../src/exports/index.ts';
import type { InstrumentDefinition, RecordDefinition } from '../../src/instrument-definition.ts';
import { all, readXml, type XmlElement } from './read-xml.ts';

const { codeLists, instruments } = packageSource;

interface Read {
  readonly labels: readonly [string, string, string][];
  readonly codes: readonly [variable: string, code: string, zh: string, en: string][];
  readonly ranges: readonly [string, number, number][];
}

/** What every format must give back: labels, codes with labels, ranges. */
function definition({ variables }: RecordDefinition): Read {
  return {
    labels: variables.map(({ name, label }) => [name, label.zh, label.en]),
    codes: variables.flatMap(({ name, kind, codes }) =>
      kind === 'category'
        ? (codeLists[codes ?? '']?.codes ?? []).map(({ code, label }): [string, string, string, string] => [
            name,
            code,
            label.zh,
            label.en,
          ])
        : [],
    ),
    ranges: variables.flatMap(({ name, range }) =>
      range ? [[name, ...range] as [string, number, number]] : [],
    ),
  };
}

interface Field {
  name: string;
  title: string;
  title_en: string;
  categories?: { value: string; label: string; label_en: string }[];
  missingValues?: { value: string }[];
  constraints?: { minimum?: number; maximum?: number };
}

function fromTableSchema(instrument: InstrumentDefinition, record: RecordDefinition): Read {
  const { fields } = JSON.parse(JSON.stringify(recordTableSchema(instrument, record, packageSource))) as {
    fields: Field[];
  };
  return {
    labels: fields.map((f) => [f.name, f.title, f.title_en]),
    codes: fields.flatMap((f) =>
      (f.categories ?? []).map((c): [string, string, string, string] => [
        f.name,
        c.value,
        c.label,
        c.label_en,
      ]),
    ),
    ranges: fields.flatMap(({ name, constraints: { minimum, maximum } = {} }) =>
      minimum === undefined || maximum === undefined
        ? []
        : [[name, minimum, maximum] as [string, number, number]],
    ),
  };
}

const inLanguage = (element: XmlElement, lang: string): string =>
  element.children.find((c) => c.name === 'labl' && c.attributes['xml:lang'] === lang)?.text ?? '';

function fromDdi(document: XmlElement, record: RecordDefinition): Read {
  const variables = all(document, 'var').filter((v) => v.attributes.files === `F_${record.name}`);
  const name = (v: XmlElement): string => v.attributes.name ?? '';
  return {
    labels: variables.map((v) => [name(v), inLanguage(v, 'zh'), inLanguage(v, 'en')]),
    codes: variables.flatMap((v) =>
      all(v, 'catgry')
        .filter((c) => c.attributes.missing !== 'Y')
        .map((c): [string, string, string, string] => [
          name(v),
          all(c, 'catValu')[0]?.text ?? '',
          inLanguage(c, 'zh'),
          inLanguage(c, 'en'),
        ]),
    ),
    ranges: variables.flatMap((v) =>
      all(v, 'range').map((r): [string, number, number] => [
        name(v),
        Number(r.attributes.min),
        Number(r.attributes.max),
      ]),
    ),
  };
}

describe.each(instruments.map((i) => [i.id, i] as const))('%s', (_, instrument) => {
  const document = readXml(ddiCodebook(instrument, packageSource));

  test.each(instrument.records.map((r) => [r.name, r] as const))(
    '%s: Table Schema and DDI give back labels, codes and ranges',
    (_name, record) => {
      const expected = definition(record);
      expect(fromTableSchema(instrument, record)).toEqual(expected);
      expect(fromDdi(document, record)).toEqual(expected);
    },
  );

  test('no label is told twice among the categories of a field, and no category is taken for a missing value', () => {
    for (const record of instrument.records) {
      const schema = recordTableSchema(instrument, record, packageSource) as {
        fields: Field[];
        missingValues: { value: string }[];
      };
      for (const { categories = [], missingValues = schema.missingValues } of schema.fields) {
        expect(new Set(categories.map(({ label }) => label)).size).toBe(categories.length);
        const missing = missingValues.map(({ value }) => value);
        for (const { value } of categories) expect(missing).not.toContain(value);
      }
    }
    for (const variable of all(document, 'var')) {
      const values = all(variable, 'catValu').map(({ text }) => text);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

test('DDI writes what XML must escape', () => {
  const [instrument] = instruments as [InstrumentDefinition];
  const hostile = { ...instrument, label: { zh: '甲<&>"乙', en: `a ]]> 'b'` } };
  const read = readXml(ddiCodebook(hostile, packageSource));
  expect(all(read, 'titl')[0]?.text).toBe('甲<&>"乙');
  expect(all(read, 'parTitl')[0]?.text).toBe(`a ]]> 'b'`);
});

test('confidence is in every format', () => {
  const texts = Object.fromEntries(
    (['json-schema', 'table-schema', 'ddi', 'csvw', 'sdmx'] as const).map((format) => [
      format,
      exportFiles(format)
        .map(({ text }) => text)
        .join(''),
    ]),
  );
  for (const text of Object.values(texts))
    for (const word of ['verified', 'inferred', 'recalled', 'placeholder']) expect(text).toContain(word);
});

test('CSVW: every column reference and code table exists', () => {
  const files = exportFiles('csvw');
  const paths = files.map(({ path }) => path);
  for (const { path, text } of files.filter((f) => f.path.endsWith('.json'))) {
    const { tables } = JSON.parse(text) as {
      tables: {
        url: string;
        tableSchema: {
          columns: { name: string }[];
          foreignKeys?: { columnReference: string; reference: { resource: string } }[];
        };
      }[];
    };
    const urls = tables.map(({ url }) => url);
    for (const { tableSchema } of tables)
      for (const { columnReference, reference } of tableSchema.foreignKeys ?? []) {
        expect(tableSchema.columns.map(({ name }) => name)).toContain(columnReference);
        expect([path, urls]).toEqual([path, expect.arrayContaining([reference.resource])]);
        expect(paths).toContain(reference.resource);
      }
  }
});
