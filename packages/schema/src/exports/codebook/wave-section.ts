import type { Crosswalk, CrosswalkRow } from '../../codebooks/crosswalk.ts';
import type { CrosswalkCell } from '../../codebooks/crosswalk-cell.ts';
import type { Variable } from '../../variable.ts';
import { both, code, heading, table, upTo } from './html.ts';
import { variablePath } from './paths.ts';
import { sameNames } from './same-name.ts';
import { cellState, columnName, confidenceMark, sourceLinks } from './words.ts';

const depth = 2;
const here = '';
const small = (html: string): string => `<small>${html}</small>`;

/** What others say the column of a cell is. */
const rivals = (cell: CrosswalkCell, { rows }: Crosswalk): string[] =>
  cell.state !== 'known'
    ? []
    : rows.flatMap((row) =>
        row.cells
          .filter(({ wave }) => wave === cell.wave)
          .flatMap(({ claims }) => claims)
          .filter(({ raw, variable }) => raw === cell.mapping.raw && variable !== cell.mapping.variable)
          .map(
            ({ source }) =>
              `${sourceLinks(source, here)} ${both({ zh: '另说是', en: 'says it is' })}: ${both(row.label)}`,
          ),
      );

function remarks(cell: CrosswalkCell, variable: Variable, all: Crosswalk): string {
  const claims = cell.claims.map(
    ({ raw, confidence, source, note }) =>
      `${code(raw)}? ${confidenceMark(confidence)} ${sourceLinks(source, here)}${note ? `<br>${both(note)}` : ''}`,
  );
  if (cell.state === 'not_asked')
    return [...(cell.absence.note ? [both(cell.absence.note)] : []), ...claims].map(small).join('');
  if (cell.state === 'not_known')
    return [...(cell.asked?.note ? [both(cell.asked.note)] : []), ...claims].map(small).join('');
  const { mapping } = cell;
  const unit = mapping.unit ?? variable.unit;
  return [
    ...(mapping.question
      ? [both({ zh: `问法不同：${mapping.question}`, en: `other question or codes: ${mapping.question}` })]
      : []),
    ...(mapping.unit && unit ? [both({ zh: `单位：${unit}`, en: `unit: ${unit}` })] : []),
    ...(mapping.reference_period ? [both(mapping.reference_period)] : []),
    ...(mapping.note ? [both(mapping.note)] : []),
    ...(mapping.aliases ?? []).map(
      (a) =>
        `${both({ zh: '或', en: 'or' })} ${code(a.raw)} ${confidenceMark(a.confidence)} ${sourceLinks(a.source, here)}${a.note ? ` ${both(a.note)}` : ''}`,
    ),
    ...rivals(cell, all),
    ...claims,
  ]
    .map(small)
    .join('');
}

function codesKnown(cell: CrosswalkCell): string {
  if (cell.state !== 'known') return '';
  const { mapping } = cell;
  if (mapping.read === 'not_known') return both({ zh: '写法未知', en: 'form not known' });
  if (mapping.read !== 'code') return '';
  if (mapping.codes === undefined || mapping.codes_confidence === 'placeholder')
    return both({ zh: '编码未知', en: 'codes not known' });
  if (mapping.codes_partial) return both({ zh: '只知部分编码', en: 'some codes known' });
  return confidenceMark(mapping.codes_confidence ?? mapping.confidence);
}

function cellColumn(cell: CrosswalkCell): string {
  const { kind, words } = cellState(cell);
  if (cell.state === 'known') return columnName(cell.mapping);
  return `<b class=${kind}>${both(words)}</b>`;
}

function sourcesOf(cell: CrosswalkCell): string {
  if (cell.state === 'known') return sourceLinks(cell.mapping.source, here);
  if (cell.state === 'not_asked') return sourceLinks(cell.absence.source, here);
  return cell.asked ? sourceLinks(cell.asked.source, here) : '';
}

const surety = (cell: CrosswalkCell): string =>
  cell.state === 'known'
    ? confidenceMark(cell.mapping.confidence)
    : cell.state === 'not_asked'
      ? confidenceMark(cell.absence.confidence)
      : cell.asked
        ? confidenceMark(cell.asked.confidence)
        : '';

/** Where one name means several things: a warning with the other waves. */
function nameWarning(row: CrosswalkRow, all: Crosswalk): string {
  const found = sameNames(row, all);
  if (found.length === 0) return '';
  const lines = found.map(
    ({ raw, waves, row: other }) =>
      `<p>${code(raw)} · ${waves.join(', ')} → <a href=${upTo(depth)}${variablePath('monitoring', other.record, other.variable)}>${both(other.label)}</a></p>`,
  );
  return `<div class=warn><p><b>${both({ zh: '同名异义：不要只凭列名选取', en: 'the same name means something else elsewhere: never select by name alone' })}</b></p>${lines.join('')}</div>`;
}

/** The name of a variable in every wave, how sure it is, and where that comes from. */
export function waveSection(row: CrosswalkRow, variable: Variable, all: Crosswalk): string {
  const head = [
    both({ zh: '轮次', en: 'wave' }),
    both({ zh: '列名', en: 'column' }),
    both({ zh: '把握', en: 'how sure' }),
    both({ zh: '编码', en: 'codes' }),
    both({ zh: '来源', en: 'source' }),
  ];
  const isBlank = (cell: CrosswalkCell): boolean =>
    cell.state === 'not_known' && cell.asked === undefined && cell.claims.length === 0;
  const blank = row.cells.filter(isBlank);
  const rows = row.cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => [
      cell.wave,
      `${cellColumn(cell)}${remarks(cell, variable, all)}`,
      surety(cell),
      codesKnown(cell),
      sourcesOf(cell),
    ]);
  if (blank[0]) rows.push([blank.map(({ wave }) => wave).join(' '), cellColumn(blank[0]), '', '', '']);
  return `${heading('各轮列名', 'Name in every wave')}${table('waves', head, rows)}${nameWarning(row, all)}`;
}
