import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeList } from '../src/code-list.ts';
import { codeLists } from '../src/code-lists/index.ts';
import type { RecordDefinition } from '../src/instrument-definition.ts';
import { instruments } from '../src/instruments/index.ts';
import type { Variable } from '../src/variable.ts';

const lineWidth = 110;
const header =
  '// Made by scripts/make-records.ts from the instruments and code lists. Change those and run it again.';

/** The name of the schema of each record: `<instrument> <record>` to PascalCase. */
const recordNames: Readonly<Record<string, string>> = {
  'monitoring respondent': 'Respondent',
  'monitoring member': 'Member',
  'monitoring-residents respondent': 'ResidentRespondent',
  'baseline-worker respondent': 'BaselineWorker',
  'baseline-worker child': 'BaselineChild',
  'baseline-enterprise enterprise': 'BaselineEnterprise',
  'baseline-enterprise vacancy': 'BaselineVacancy',
};

const pascal = (id: string): string => id.replace(/(^|_)([a-z0-9])/g, (_, __, c: string) => c.toUpperCase());
const kebab = (name: string): string => name.replace(/(?<=.)([A-Z])/g, '-$1').toLowerCase();
const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

/** A list in brackets on one line where it fits, else one item a line. */
function bracket(open: string, items: readonly string[], close: string): string {
  const line = `${open}${items.join(', ')}${close}`;
  if (line.length <= lineWidth) return line;
  return [open, ...items.map((item) => `  ${item},`), close].join('\n');
}

function enumSource(list: CodeList): string {
  const name = pascal(list.id);
  const codes = list.codes.map(({ code }) => quoted(code));
  return [
    `/** ${list.label.en} (${list.label.zh}). */`,
    bracket(`export const ${name} = z.enum([`, codes, ']);'),
    `export type ${name} = z.infer<typeof ${name}>;`,
  ].join('\n');
}

const codesSource = (): string =>
  [
    header,
    "import { z } from '../zod.ts';",
    '',
    ...Object.values(codeLists).map((list) => `${enumSource(list)}\n`),
  ].join('\n');

function cellSource(variable: Variable): string {
  const isKey = variable.missing?.length === 0;
  const limits = variable.range ?? [];
  if (variable.kind === 'category') {
    const codes = pascal(variable.codes ?? '');
    return isKey ? codes : `codeCell(${codes})`;
  }
  if (variable.kind === 'text') return isKey ? 'z.string().min(1)' : 'textCell';
  if (!isKey) return `numberCell(${limits.join(', ')})`;
  return `z.number().int()${limits.length === 0 ? '' : `.min(${limits[0]}).max(${limits[1]})`}`;
}

/** An import line, its names sorted. */
const importSource = (names: readonly string[], from: string): string =>
  bracket('import { ', [...names].sort(), ` } from '${from}';`)
    .replace('import { \n', 'import {\n')
    .replace('\n }', '\n}');

function recordSource(name: string, { label, unit_of_observation, variables }: RecordDefinition): string {
  const lists = variables.flatMap((v) => (v.kind === 'category' ? [pascal(v.codes ?? '')] : []));
  const cells = variables.map((variable) => `  ${variable.name}: ${cellSource(variable)},`);
  const used = ['codeCell', 'numberCell', 'textCell'].filter((cell) => cells.some((c) => c.includes(cell)));
  return [
    header,
    '',
    importSource(used, '../record-cells.ts'),
    "import { z } from '../zod.ts';",
    importSource([...new Set(lists)], './codes.ts'),
    '',
    `/** A record of ${label.en.toLowerCase()} (${label.zh}): ${unit_of_observation.en}. An empty cell is null. */`,
    `export const ${name} = z.object({`,
    ...cells,
    '});',
    `export type ${name} = z.infer<typeof ${name}>;`,
    '',
  ].join('\n');
}

/** The generated files, by name inside `src/records`. */
export function recordFiles(): Map<string, string> {
  const files = new Map([['codes.ts', codesSource()]]);
  for (const instrument of Object.values(instruments))
    for (const record of instrument.records) {
      const name = recordNames[`${instrument.id} ${record.name}`];
      if (name === undefined)
        throw new Error(
          `recordFiles: every record needs a name; ${instrument.id} ${record.name} has none; add it to recordNames`,
        );
      files.set(`${kebab(name)}.ts`, recordSource(name, record));
    }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of recordFiles())
    writeFileSync(join(import.meta.dirname, '../src/records', name), text);
