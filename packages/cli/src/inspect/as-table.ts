import { basename } from 'node:path';
import type { LayoutFit } from '@wavebook/harmonise/draft';
import { recognisedFrom } from '@wavebook/schema/codebooks';
import { cut, displayWidth, padded, printable } from '../display-width.ts';
import { answersOf, type Inspected, type InspectedVariable, rangeOf } from './inspected.ts';

export interface Dress {
  /** Columns of the terminal. */
  readonly width: number;
  readonly bold: boolean;
}

const shownNames = 8;
const widestName = 24;
const widestLabel = 40;

const count = (value: number): string => value.toLocaleString('en-US');
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const some = (names: readonly string[]): string =>
  `${names.slice(0, shownNames).join(', ')}${names.length > shownNames ? `, … (${names.length} in all)` : ''}`;

function fileLines({ info }: Inspected): string[] {
  const { format, version, encoding, container, sheet, delimiter, rows, variables, label, weight, notes } =
    info;
  const kind = [
    version === undefined ? format : `${format} ${version}`,
    ...(encoding ? [`${encoding.name} (${encoding.from})`] : []),
    ...(delimiter === undefined ? [] : [`separated by ${delimiter === '\t' ? 'tabs' : `“${delimiter}”`}`]),
    ...(container ? [`${container.member} in a ${container.kind} file of ${container.members.length}`] : []),
    ...(sheet ? [`sheet ${sheet.name} of ${sheet.names.length}`] : []),
    `${count(rows)} rows`,
    `${count(variables.length)} variables`,
    ...(weight === undefined ? [] : [`weighted by ${weight}`]),
  ];
  return [
    basename(info.path),
    kind.join(', '),
    ...(label === '' ? [] : [`“${label}”`]),
    ...info.multipleResponseSets.map(({ name }) => `multiple-response set ${name}`),
    ...notes.map((note) => `note: ${note}`),
  ];
}

function fitLines({ codebook, score, telling, missing, renamed, extra }: LayoutFit): string[] {
  const found = telling - missing.length - renamed.length;
  return [
    `  ${codebook.name}: ${percent(score)} (${found} of the ${telling} columns that tell it)`,
    ...(missing.length > 0 ? [`    missing: ${some(missing)}`] : []),
    ...(renamed.length > 0
      ? [`    renamed: ${some(renamed.map(([expected, name]) => `${expected} is ${name} here`))}`]
      : []),
    ...(score > 0 && extra.length > 0 ? [`    extra: ${some(extra)}`] : []),
  ];
}

function layoutLines({ fits }: Inspected): string[] {
  const near = fits.filter(({ score, renamed }) => score >= 0.05 || renamed.length > 0);
  if (near.length === 0)
    return ['layout: none of the known ones; hardly a column has a name by which one is known'];
  const [best] = near;
  // the two rounds of a baseline have one layout
  const next = near.find((fit) => fit.missing.join() !== best?.missing.join());
  const head =
    best && best.score >= recognisedFrom
      ? `layout: ${best.codebook.name}`
      : `layout: none of the known ones (${percent(recognisedFrom)} of the telling columns are needed); the nearest are`;
  return [head, ...(best ? fitLines(best) : []), ...(next ? fitLines(next) : [])];
}

function summaryOf(variable: InspectedVariable): string {
  const answers = answersOf(variable);
  if (answers.length > 0)
    return answers
      .map(({ value, label, count: n, declaredMissing }) =>
        [value, label, n === undefined ? '' : count(n), declaredMissing ? '(missing)' : '']
          .filter(Boolean)
          .join(' '),
      )
      .join(' | ');
  const range = rangeOf(variable);
  if (range) return `${range[0]} to ${range[2]}, half below ${range[1]}`;
  return variable.profile ? `${count(variable.profile.distinct)} different values` : '';
}

function variableLines({ variables, info }: Inspected, { width, bold }: Dress): string[] {
  const rows = variables.map((variable) => {
    const { position, info: about, profile } = variable;
    return [
      String(position),
      cut(printable(about.name), widestName),
      cut(printable(about.label), widestLabel),
      about.storage === 'text' ? about.type : about.storage,
      profile ? percent(profile.filled / Math.max(1, info.rows)) : '',
      printable(summaryOf(variable)),
    ];
  });
  const header = ['#', 'name', 'label', 'type', 'filled', 'answers or range'];
  const kept = header.map((_, c) => c).filter((c) => rows.some((row) => row[c] !== ''));
  const widths = kept.map((c) => Math.max(...[header, ...rows].map((row) => displayWidth(row[c] ?? ''))));
  const line = (row: readonly string[]): string =>
    cut(
      kept
        .map((c, i) =>
          c === 0 || c === 4
            ? padded(row[c] ?? '', widths[i] as number, 'left')
            : padded(row[c] ?? '', widths[i] as number),
        )
        .join('  ')
        .trimEnd(),
      width,
    );
  const head = line(header);
  return [bold ? `\u001B[1m${head}\u001B[22m` : head, ...rows.map(line)];
}

function detailLines(variable: InspectedVariable, { rows }: { rows: number }, { bold }: Dress): string[] {
  const { info: about, profile } = variable;
  const answers = answersOf(variable);
  const range = rangeOf(variable);
  const title = [about.name, about.label].filter(Boolean).map(printable).join('  ');
  const kind = [about.storage === 'text' ? about.type : about.storage, about.format]
    .filter(Boolean)
    .join(' ');
  const widest = Math.max(0, ...answers.map(({ value }) => displayWidth(printable(value))));
  const labels = Math.max(0, ...answers.map(({ label }) => displayWidth(printable(label))));
  const counts = Math.max(0, ...answers.map(({ count: n }) => count(n ?? 0).length));
  return [
    bold ? `\u001B[1m${title}\u001B[22m` : title,
    `  ${kind}${profile ? `; ${count(profile.filled)} filled, ${count(profile.rows - profile.filled)} empty, ${count(profile.distinct)} different values` : ''}`,
    ...(range && answers.length === 0 ? [`  ${range[0]} to ${range[2]}, half below ${range[1]}`] : []),
    ...answers.map(({ value, label, count: n, declaredMissing }) =>
      [
        `  ${padded(printable(value), widest, 'left')}`,
        padded(printable(label), labels),
        padded(n === undefined ? '' : count(n), counts, 'left'),
        n === undefined ? '' : padded(`${((100 * n) / Math.max(1, rows)).toFixed(1)} %`, 7, 'left'),
        declaredMissing ? '(missing)' : '',
      ]
        .join('  ')
        .trimEnd(),
    ),
    '',
  ];
}

/** What was found, for people: the file, the layouts it fits, its variables. */
export function formatInspected(inspected: Inspected, dress: Dress): string {
  const { variables, info, detailed } = inspected;
  const counted = variables.some(({ profile }) => profile !== undefined);
  const lines = [
    ...[...fileLines(inspected), '', ...(detailed ? [] : [...layoutLines(inspected), ''])].map(printable),
    ...(detailed
      ? variables.flatMap((variable) => detailLines(variable, info, dress))
      : variableLines(inspected, dress)),
    ...(counted
      ? []
      : ['', 'Answers are not counted in a file of this size; --columns counts those that you name.']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
