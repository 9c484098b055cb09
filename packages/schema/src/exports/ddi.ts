import type { InstrumentDefinition, RecordDefinition } from '../instrument-definition.ts';
import type { Label } from '../label.ts';
import { languages } from '../label.ts';
import { missingReasonLabels } from '../missing-reason.ts';
import type { Variable } from '../variable.ts';
import { codesOf } from './codes-of.ts';
import { conditionText } from './condition-text.ts';
import type { ExportSource } from './export-source.ts';
import type { ExportedFile } from './exported-file.ts';
import { missingWords } from './missing-words.ts';
import { knowledgeText, waveKnowledge } from './wave-knowledge.ts';
import { element, type Xml, xmlText } from './xml.ts';

/**
 * An instrument as DDI-Codebook 2.5: a study with one file a record. Every variable has its labels in both languages, question, range, universe,
 * categories, and the missing reasons as categories with `missing="Y"`; notes of type `confidence` say what each wave's codebook knows of it.
 */
export function ddiCodebook(instrument: InstrumentDefinition, source: ExportSource): string {
  const { id, label, description, records } = instrument;
  const titles = [element('titl', { 'xml:lang': 'zh' }, label.zh), parallelTitle(label.en)];
  const periods = source.codebooks
    .filter((codebook) => codebook.instrument === id)
    .map(({ interview }) => `${interview.year}-${String(interview.month).padStart(2, '0')}`)
    .sort();
  const document = element('codeBook', { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': 'zh' }, [
    element('docDscr', {}, [element('citation', {}, [element('titlStmt', {}, titles)])]),
    element('stdyDscr', {}, [
      element('citation', {}, [
        element('titlStmt', {}, [...titles, element('IDNo', { agency: 'wavebook' }, id)]),
      ]),
      element('stdyInfo', {}, [
        ...inBoth('abstract', description),
        element('sumDscr', {}, [
          ...periods.map((date) => element('timePrd', { event: 'single', date }, date)),
          element('nation', { abbr: 'CN', 'xml:lang': 'zh' }, '中国'),
          element('nation', { abbr: 'CN', 'xml:lang': 'en' }, 'China'),
          ...records.flatMap((record) => inBoth('anlyUnit', record.unit_of_observation)),
        ]),
      ]),
    ]),
    ...records.map((record) => fileDescription(record)),
    element(
      'dataDscr',
      {},
      records.flatMap((record) => recordVariables(instrument, record, source)),
    ),
  ]);
  return xmlText(document);
}

/** One DDI-Codebook file an instrument. */
export function ddiFiles(source: ExportSource): ExportedFile[] {
  return source.instruments.map((instrument) => ({
    path: `${instrument.id}.ddi.xml`,
    text: ddiCodebook(instrument, source),
  }));
}

const inBoth = (name: string, label: Label, attributes: Record<string, string> = {}): Xml[] =>
  languages.map((lang) => element(name, { ...attributes, 'xml:lang': lang }, label[lang]));

const parallelTitle = (title: string): Xml => element('parTitl', { 'xml:lang': 'en' }, title);

const fileId = (record: RecordDefinition): string => `F_${record.name}`;

function fileDescription(record: RecordDefinition): Xml {
  return element('fileDscr', { ID: fileId(record) }, [
    element('fileTxt', {}, [
      element('fileName', {}, `${record.name}s.csv`),
      element('fileCont', { 'xml:lang': 'zh' }, `${record.label.zh} / ${record.label.en}`),
      element('dimensns', {}, [element('varQnty', {}, String(record.variables.length))]),
      element('fileType', { charset: 'UTF-8' }, 'text/csv'),
    ]),
    element('notes', { type: 'key' }, record.key.join(' ')),
  ]);
}

function recordVariables(
  instrument: InstrumentDefinition,
  record: RecordDefinition,
  source: ExportSource,
): Xml[] {
  return record.variables.map((variable) => {
    const { name, label, kind, question, universe, unit } = variable;
    const list = kind === 'category' ? codesOf(variable.codes, source.codeLists) : undefined;
    const where = {
      instrument: instrument.id,
      record: record.name,
      variable: name,
      derived: variable.derived !== undefined,
    };
    return element(
      'var',
      {
        ID: `V_${record.name}_${name}`,
        name,
        files: fileId(record),
        intrvl: kind === 'number' ? 'contin' : 'discrete',
        measUnit: unit,
        nature: list && (list.ordered ? 'ordinal' : 'nominal'),
        representationType: kind === 'category' ? 'code' : kind === 'number' ? 'numeric' : 'text',
      },
      [
        ...inBoth('labl', label, { level: 'variable' }),
        ...(question ? [element('qstn', {}, inBoth('qstnLit', question))] : []),
        ...validRange(variable),
        ...(universe ? inBoth('universe', conditionText(universe, record.variables, source.codeLists)) : []),
        ...(list?.codes ?? []).map((code) =>
          element('catgry', {}, [
            element('catValu', {}, code.code),
            ...inBoth('labl', code.label, { level: 'category' }),
          ]),
        ),
        ...missingCategories(variable, source),
        ...(variable.derived
          ? [element('derivation', {}, [element('drvdesc', { 'xml:lang': 'en' }, variable.derived)])]
          : []),
        element('varFormat', { type: kind === 'number' ? 'numeric' : 'character' }),
        ...notes(variable),
        ...waveKnowledge(source.codebooks, where).map((known) =>
          element(
            'notes',
            { type: 'confidence', subject: known.wave, 'xml:lang': 'en' },
            knowledgeText(known),
          ),
        ),
      ],
    );
  });
}

function validRange({ range }: Variable): Xml[] {
  if (!range) return [];
  const [min, max] = range.map(String);
  return [element('valrng', {}, [element('range', { UNITS: 'REAL', min, max })])];
}

function missingCategories(variable: Variable, source: ExportSource): Xml[] {
  return missingWords(variable, source.codeLists).map((reason) =>
    element('catgry', { missing: 'Y' }, [
      element('catValu', {}, reason),
      ...inBoth('labl', missingReasonLabels[reason], { level: 'category' }),
    ]),
  );
}

function notes({ codes, reference_period, question_confidence, source }: Variable): Xml[] {
  return [
    ...(codes ? [element('notes', { type: 'code_list' }, codes)] : []),
    ...(reference_period ? inBoth('notes', reference_period, { type: 'reference_period' }) : []),
    ...(question_confidence ? [element('notes', { type: 'question_confidence' }, question_confidence)] : []),
    ...(source ? [element('notes', { type: 'source', 'xml:lang': 'en' }, source)] : []),
  ];
}
